"""Why no number was given, as errors with words for the person (不予取号的原因)."""

from __future__ import annotations

from datetime import datetime

from hall.business_calendar.calendar import OpeningState
from hall.errors import BadInput, HallError
from hall.queueing.availability import Hindrance, Why


class Hindered(HallError):
    """Something stands in the way of a number (暂不能取号).

    Attributes:
        hindrance: what it is, until when, and where to go instead; None when nobody knows more.
    """

    def __init__(self, detail: str = "", *, message: str | None = None, hindrance: Hindrance | None = None) -> None:
        super().__init__(detail, message=message)
        self.hindrance = hindrance


class ItemNotOffered(BadInput):
    """The hall does not offer the item at present (事项停办)."""

    default_message = "该事项目前不在本大厅办理，请咨询导办台。"


class RegistrationNeeded(BadInput):
    """The hall gives no number to somebody unknown (须登记取号)."""

    default_message = "本大厅取号需要刷身份证或填写手机号。"


class CardNeeded(BadInput):
    """The hall gives no number for a telephone number alone (须刷证取号)."""

    default_message = "本大厅取号需要刷身份证，请出示证件或到导办台。"


class HallClosed(Hindered):
    """No numbers are given now (非办公时间)."""

    default_message = "现在不是取号时间，请在办公时间内取号。"


class NotServedHere(Hindered):
    """No window of this hall handles the item (不在本大厅办理)."""

    default_message = "该事项不在本大厅办理，请咨询导办台。"


class NoOpenWindow(Hindered):
    """All windows of the item are paused or not open, and the hall gives no numbers then (窗口未开放)."""

    default_message = "办理该事项的窗口暂时没有开放，请稍后再取号。"


def refusal_of(hindrance: Hindrance, opening: OpeningState) -> Hindered:
    """The error for a hindrance that refuses; quotas have their own, see `hall.queueing.quota`."""
    numbers = "、".join(map(str, hindrance.windows))
    detail = f"{hindrance.why}: {opening.words}"
    match hindrance.why:
        case Why.NO_WINDOW:
            return NotServedHere(detail, hindrance=hindrance)
        case Why.OTHER_BRANCH:
            where = f"{hindrance.branch}{numbers}号窗口"
            return NotServedHere(
                detail, message=f"该事项在{where}办理，本大厅不取号，请前往办理。", hindrance=hindrance
            )
        case Why.PAUSED | Why.NOT_OPENED:
            state = "暂停服务" if hindrance.why is Why.PAUSED else "还没有开放"
            back = f"，预计{hindrance.again_at:%H:%M}恢复" if hindrance.again_at else ""
            words = f"办理该事项的{numbers}号窗口{state}{back}，请稍后再取号。"
            return NoOpenWindow(detail, message=words, hindrance=hindrance)
        case Why.WEEKEND:
            words = "该事项周末不办理，请在工作日取号。"
        case Why.STOPPED:
            words = "临近下班，今天不再取号。"
        case _:
            reason = f"{hindrance.day_off}放假" if hindrance.day_off else opening.words
            words = f"{reason}，现在不能取号。"
    return HallClosed(detail, message=f"{words}{_next(hindrance.again_at)}", hindrance=hindrance)


def _next(when: datetime | None) -> str:
    return "" if when is None else f"下次取号时间：{when.month}月{when.day}日 {when:%H:%M}。"
