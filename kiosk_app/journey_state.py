"""Where a visitor is (办事流程的状态): pages, doors, calm pages; nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk_app.modes import STANDARD, Modes
from kiosk_app.trouble import Trouble

if TYPE_CHECKING:
    from hall.appointments.lookup import Arrival
    from hall.catalogue.item import ServiceItem
    from hall.progress.matter import Matter
    from hall.queueing.availability import Hindrance
    from hall.queueing.standing import TicketStanding
    from kiosk_app.refusal import Refusal


class Page(StrEnum):
    """The kiosk's pages; the value is the screen's name for tests and demo."""

    HOME = "home"
    WAIT = "wait"  # 请稍候: the kiosk, or what it knows of the hall, is not there yet
    DEPARTMENTS = "departments"
    ITEMS = "items"
    MATERIALS = "materials"
    GUIDE = "guide"
    IDENTIFY = "identify"
    AGENT = "agent"  # 代办第一步: 代办人
    PRINCIPAL = "principal"  # 代办第二步: 委托人
    PHONE = "phone"
    CODE = "code"
    ARRIVALS = "arrivals"
    STANDING = "standing"
    PROGRESS = "progress"
    TICKET = "ticket"
    NOTICE = "notice"
    MAP = "map"
    STAFF = "staff"
    PROVE = "prove"  # 核对身份: the card or the telephone's last digits, for a receipt number
    MATTERS = "matters"
    COMPLAINT = "complaint"
    COMPLAINT_ABOUT = "complaint_about"
    COMPLAINT_WINDOW = "complaint_window"
    COMPLAINT_TAGS = "complaint_tags"
    COMPLAINT_RECEIPT = "complaint_receipt"


class Purpose(StrEnum):
    """Which door was taken."""

    TICKET = "ticket"  # 取号办事
    CHECK_IN = "check_in"  # 预约签到
    GUIDE = "guide"  # 办事指南
    PROGRESS = "progress"  # 进度查询
    COMPLAINT = "complaint"  # 投诉·办不成事


# Where each door leads.
FIRST_PAGE: Mapping[Purpose, Page] = {
    Purpose.TICKET: Page.DEPARTMENTS,
    Purpose.CHECK_IN: Page.IDENTIFY,
    Purpose.GUIDE: Page.DEPARTMENTS,
    Purpose.PROGRESS: Page.IDENTIFY,
    Purpose.COMPLAINT: Page.COMPLAINT,
}
# Where a chosen item leads; to its materials by the others.
ITEM_PAGE: Mapping[Purpose, Page] = {Purpose.GUIDE: Page.GUIDE, Purpose.COMPLAINT: Page.COMPLAINT_TAGS}


class NoticeKind(StrEnum):
    """Calm pages that say what happened and what to do now."""

    HALL_CLOSED = "hall_closed"
    HOLIDAY = "holiday"
    WEEKEND_ITEM = "weekend_item"
    QUOTA_FULL = "quota_full"
    NO_OPEN_WINDOW = "no_open_window"
    NOT_HERE = "not_here"
    DATABASE_AWAY = "database_away"
    ALREADY_WAITING = "already_waiting"
    REFUSED = "refused"
    NO_PRINTER = "no_printer"
    NUMBER_VOID = "number_void"
    NO_APPOINTMENT = "no_appointment"
    TOO_EARLY = "too_early"
    FORFEITED = "forfeited"
    NO_TICKET = "no_ticket"
    HELP_CALLED = "help_called"
    HELP_FAILED = "help_failed"
    NO_MATTER = "no_matter"
    TOO_MANY_GUESSES = "too_many_guesses"
    COMPLAINT_AWAY = "complaint_away"
    COMPLAINT_REFUSED = "complaint_refused"


@dataclass(frozen=True, slots=True)
class Notice:
    """One calm page.

    Attributes:
        trouble: which printer trouble, for NO_PRINTER.
        label: the number meant, if any.
        refusal: the rule's error that it comes from, if any.
        arrival: the appointment meant, for TOO_EARLY and FORFEITED.
        hindrance: what stands in the way of a number, where that is known.
        item: the item it stands in the way of.
    """

    kind: NoticeKind
    trouble: Trouble | None = None
    label: str = ""
    refusal: Refusal | None = None
    arrival: Arrival | None = None
    hindrance: Hindrance | None = None
    item: ServiceItem | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Where a number just taken is served, for the map: its zone and its windows."""

    zone: str
    windows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JourneyState:
    """Where the visitor is; holds nothing personal.

    Attributes:
        modes: how the visitor sees and reaches the pages.
        searching: an appointment or a ticket is being looked for.
        same_person: the agent's own document was shown for the principal's, on PRINCIPAL.
        arrivals: appointments to choose from, for ARRIVALS.
        standings: tickets that were found, for STANDING.
        matters: what else was found, for MATTERS.
        way: what the map leads to, None when the visitor chooses there.
        trail: pages behind this one, for 返回.
        seconds_left: until the page goes home by itself, 0 when it does not.
    """

    page: Page = Page.HOME
    trail: tuple[Page, ...] = ()
    purpose: Purpose = Purpose.TICKET
    department: str = ""
    item: ServiceItem | None = None
    notice: Notice | None = None
    modes: Modes = STANDARD
    language: str = "zh"
    seconds_left: int = 0
    searching: bool = False
    same_person: bool = False
    arrivals: tuple[Arrival, ...] = ()
    standings: tuple[TicketStanding, ...] = ()
    matters: tuple[Matter, ...] = ()
    way: Way | None = None

    @property
    def elder(self) -> bool:
        """长辈版."""
        return self.modes.elder


TOLD_OF_HELP = (Notice(NoticeKind.HELP_CALLED), Notice(NoticeKind.HELP_FAILED))
# The calm page for each reason why no number was given.
REFUSALS: Mapping[Trouble | None, NoticeKind] = {
    Trouble.HALL_CLOSED: NoticeKind.HALL_CLOSED,
    Trouble.QUOTA_FULL: NoticeKind.QUOTA_FULL,
    Trouble.NOT_HERE: NoticeKind.NOT_HERE,
    Trouble.NO_OPEN_WINDOW: NoticeKind.NO_OPEN_WINDOW,
    Trouble.ALREADY_WAITING: NoticeKind.ALREADY_WAITING,
    Trouble.DATABASE_AWAY: NoticeKind.DATABASE_AWAY,
    Trouble.NUMBER_VOID: NoticeKind.NUMBER_VOID,
    Trouble.NO_APPOINTMENT: NoticeKind.NO_APPOINTMENT,
    Trouble.TOO_EARLY: NoticeKind.TOO_EARLY,
    Trouble.FORFEITED: NoticeKind.FORFEITED,
    Trouble.NO_TICKET: NoticeKind.NO_TICKET,
    Trouble.NO_MATTER: NoticeKind.NO_MATTER,
    Trouble.TOO_MANY_GUESSES: NoticeKind.TOO_MANY_GUESSES,
    Trouble.REFUSED: NoticeKind.REFUSED,
}
