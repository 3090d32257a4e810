"""Errors of the device layer (设备错误).

Every error says three things: may the caller try again (``retryable``), is it known whether the device did the
work (``outcome_known``; a ticket whose print outcome is unknown must not be printed again by itself), and a
Chinese message for the person in front of it. ``str(error)`` is the English detail for the log.
"""

from __future__ import annotations

from typing import ClassVar


class DeviceError(Exception):
    """Root of all device errors.

    Args:
        detail: English detail for the log; no personal data.
        outcome_known: False when the work may or may not have been done; None keeps the class default.
        message: Chinese message for the person; None keeps the class default.
    """

    retryable: ClassVar[bool] = False
    default_outcome_known: ClassVar[bool] = True
    default_message: ClassVar[str] = "设备出现故障，请联系工作人员。"

    def __init__(self, detail: str = "", *, outcome_known: bool | None = None, message: str | None = None) -> None:
        super().__init__(detail or type(self).__name__)
        self.detail = detail
        self.outcome_known = self.default_outcome_known if outcome_known is None else outcome_known
        self.message = self.default_message if message is None else message


class NotConnected(DeviceError):
    """The address does not answer, or the connection broke (未连接)."""

    retryable = True
    default_message = "设备未连接，正在自动重连，请稍候或联系工作人员。"


class DeviceTimeout(DeviceError):
    """No (complete) answer inside the deadline (超时)."""

    retryable = True
    default_message = "设备没有响应，请稍候再试。"


class AddressError(DeviceError):
    """The configured address is wrong: unknown scheme or option, or several devices fit (地址配置错误)."""

    default_message = "设备地址配置有误，请联系管理员。"


class Busy(DeviceError):
    """Somebody else's work is running on the device (忙)."""

    retryable = True
    default_message = "设备正在使用，请稍候。"


class Claimed(DeviceError):
    """The device is claimed by another holder (已被占用)."""

    default_message = "设备已被其他程序占用。"


class ProtocolError(DeviceError):
    """The device sent bytes that its protocol does not allow (协议错误).

    Args:
        raw: the offending bytes, for the trace; drivers pass nothing that may hold personal data.
    """

    retryable = True
    default_message = "设备返回的数据有误，请重试。"

    def __init__(
        self,
        detail: str = "",
        *,
        raw: bytes = b"",
        outcome_known: bool | None = None,
        message: str | None = None,
    ) -> None:
        super().__init__(detail, outcome_known=outcome_known, message=message)
        self.raw = raw


class HardwareFault(DeviceError):
    """The device itself reports that it cannot work (硬件故障)."""


class PaperOut(HardwareFault):
    """No paper (缺纸)."""

    default_message = "打印机缺纸，请联系工作人员换纸。"


class CoverOpen(HardwareFault):
    """Cover open (机盖打开)."""

    default_message = "打印机机盖未合上，请联系工作人员。"


class CutterFault(HardwareFault):
    """The cutter is stuck (切刀故障)."""

    default_message = "打印机切刀故障，请联系工作人员。"


class Jam(HardwareFault):
    """Paper jam (卡纸)."""

    default_message = "打印机卡纸，请联系工作人员。"


class UserAction(DeviceError):
    """The person has to do something (需要操作)."""

    retryable = True
    default_message = "请按提示操作。"


class NoCard(UserAction):
    """No card lies on the reader (未放卡)."""

    default_message = "未检测到证件，请将身份证平放在感应区。"


class Unsupported(DeviceError):
    """The device or its driver has no such function (不支持)."""

    default_message = "该设备不支持此功能。"


class Canceled(DeviceError):
    """The caller gave up waiting (已取消)."""

    default_message = "操作已取消。"
