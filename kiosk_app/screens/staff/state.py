"""The state of the staff menu (工作人员菜单)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk_app.ports import DeviceLine, TicketKind


class StaffStage(StrEnum):
    """Which part of the menu; the view's pages stand in this order."""

    PIN = "pin"
    MENU = "menu"
    CHOOSE = "choose"  # which number is printed again
    REASON = "reason"  # and why
    PREVIEW = "preview"


class StaffMessage(StrEnum):
    """What came of the last action."""

    NONE = ""
    CHECKING = "checking"
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    NO_PIN = "no_pin"  # no PIN is configured: the menu stays shut
    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    NOTHING_TO_REPRINT = "nothing_to_reprint"
    REPRINT_REFUSED = "reprint_refused"
    NOT_READ = "not_read"  # the database is away
    PAPER_NOTED = "paper_noted"  # the new roll is on record


BAD = frozenset(
    {
        *(StaffMessage.WRONG_PIN, StaffMessage.LOCKED, StaffMessage.NO_PIN, StaffMessage.NOT_PRINTED),
        *(StaffMessage.REPRINT_REFUSED, StaffMessage.NOT_READ),
    }
)


class ReprintReason(StrEnum):
    """Why, in the journal's words."""

    JAMMED = "卡纸或缺纸，号票不完整"
    FAINT = "字迹不清"
    LOST = "群众未取到号票"


@dataclass(frozen=True, slots=True)
class RecentTicket:
    """A number that may be printed again.

    Attributes:
        time: when it was given, such as ``"09:41"``.
        item, code: the item's Chinese name and its code.
        person: the masked name; empty when only a number of card or telephone is known, which is never shown here.
    """

    id: int
    label: str
    time: str
    item: str
    code: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class StaffState:
    """The staff menu.

    Attributes:
        digits: how many of the PIN were typed; the PIN itself never stands in a state.
        devices: health of each device.
        recent: what may be printed again, newest first, on CHOOSE.
        chosen: which of them, on REASON.
        seconds_locked: until the PIN may be tried again.
        volume: of the spoken prompts, in percent.
        paper_low: the roll is near its end, and staff were told.
        template_bad: the hall's ticket template can't be used; ``template_problem`` says why, in Chinese, where
            the interface is Chinese.
        kind, picture, millimetres: of the preview; the picture is a PNG, empty while it is drawn.
    """

    stage: StaffStage = StaffStage.PIN
    digits: int = 0
    devices: tuple[DeviceLine, ...] = ()
    recent: tuple[RecentTicket, ...] = ()
    chosen: RecentTicket | None = None
    message: StaffMessage = StaffMessage.NONE
    seconds_locked: int = 0
    volume: int = 0
    paper_low: bool = False
    template_bad: bool = False
    template_problem: str = ""
    kind: TicketKind = TicketKind.ORDINARY
    picture: bytes = field(default=b"", repr=False)
    millimetres: int = 80
