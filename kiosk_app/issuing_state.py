"""How far a number is (取号状态): what the pages of the end of a visit draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall.queueing.issue import IssuedTicket
    from kiosk_app.refusal import Refusal
    from kiosk_app.trouble import Trouble


class Phase(StrEnum):
    """Where the issuing stands."""

    IDLE = "idle"
    ASKING = "asking"  # 询问打印机
    ISSUING = "issuing"  # 取号
    PRINTING = "printing"  # 打印
    CONFIRMING = "confirming"  # 登记
    PAPER = "paper"  # 号票已出
    DOUBT = "doubt"  # 打印结果不明，请群众看一下
    REMEMBER = "remember"  # 屏幕号码，等“记住了”
    REMEMBERED = "remembered"  # 屏幕取号完成
    NO_PRINTER = "no_printer"  # 打印前发现打印机不可用，未取号
    REFUSED = "refused"  # 未取号
    VOIDED = "voided"  # 号码已作废


BUSY = frozenset({Phase.ASKING, Phase.ISSUING, Phase.PRINTING, Phase.CONFIRMING})
UNCONFIRMED = frozenset({Phase.DOUBT, Phase.REMEMBER})  # a number is at stake; it voids itself when nobody presses


@dataclass(frozen=True, slots=True)
class IssuingState:
    """What the pages of the end of a visit draw.

    Attributes:
        issued: the number, from PRINTING on.
        trouble: why it is not the plain good end, None when it is.
        refusal: the rule's error behind ``trouble``, if it was one.
        seconds_left: until an unconfirmed number voids itself.
        saving: a confirmation is on its way to the database.
        help_called: the guide desk was called about this number.
    """

    phase: Phase = Phase.IDLE
    issued: IssuedTicket | None = None
    trouble: Trouble | None = None
    refusal: Refusal | None = None
    seconds_left: int = 0
    saving: bool = False
    help_called: bool = False
