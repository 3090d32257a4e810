"""Errors of the business rules (业务错误).

Each carries a Chinese ``message`` that says what happened, what is kept and what to do, and an English
``detail`` for the log. Neither holds personal data.
"""

from __future__ import annotations


class HallError(Exception):
    """Root of all expected failures of a use case.

    Args:
        detail: English detail for the log.
        message: Chinese message for the person; None keeps the class's own.
    """

    default_message = "操作未完成，数据未改变，请重试或联系管理员。"

    def __init__(self, detail: str = "", *, message: str | None = None) -> None:
        super().__init__(detail or type(self).__name__)
        self.detail = detail or type(self).__name__
        self.message = message or self.default_message


class NotFound(HallError):
    """What was asked for does not exist (不存在)."""

    default_message = "没有找到对应的记录，请核对后重试。"


class NotAllowed(HallError):
    """The person's role or the window's authority does not reach so far (无权限)."""

    default_message = "当前账号或窗口无此权限，操作未执行。"


class Conflict(HallError):
    """Somebody else changed it first (已被他人处理); nothing was written."""

    default_message = "该记录刚被其他窗口处理，画面已刷新，请查看最新状态。"


class BadInput(HallError):
    """Input that the rules refuse (输入有误)."""

    default_message = "填写的内容有误，请核对后重试。"


class WrongPhone(BadInput):
    """It can be no telephone number (号码有误); the number is kept nowhere."""

    default_message = "手机号应为11位数字，请重新输入。"


class Unavailable(HallError):
    """The database or a device needed for this can't be reached (暂不可用)."""

    default_message = "系统暂时无法连接数据库，已填内容仍保留，请稍候重试。"
