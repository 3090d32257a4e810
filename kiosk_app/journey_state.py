"""Where a visitor is (办事流程的状态): pages, doors, calm pages; nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hall.catalogue.item import ServiceItem
from kiosk_app.trouble import Trouble


class Page(StrEnum):
    """The kiosk's pages; the value is the screen's name for tests and demo."""

    HOME = "home"
    DEPARTMENTS = "departments"
    ITEMS = "items"
    MATERIALS = "materials"
    GUIDE = "guide"
    IDENTIFY = "identify"
    PHONE = "phone"
    PROGRESS = "progress"
    TICKET = "ticket"
    NOTICE = "notice"
    STAFF = "staff"


class Purpose(StrEnum):
    """Which door was taken."""

    TICKET = "ticket"  # 取号办事
    GUIDE = "guide"  # 办事指南


class NoticeKind(StrEnum):
    """Calm pages that say what happened and what to do now."""

    HALL_CLOSED = "hall_closed"
    DATABASE_AWAY = "database_away"
    ALREADY_WAITING = "already_waiting"
    REFUSED = "refused"
    NO_PRINTER = "no_printer"
    NUMBER_VOID = "number_void"
    HELP_CALLED = "help_called"
    HELP_FAILED = "help_failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One calm page.

    Attributes:
        trouble: which printer trouble, for NO_PRINTER.
        label: the number meant, if any.
        message: the rules' own words, Chinese.
    """

    kind: NoticeKind
    trouble: Trouble | None = None
    label: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class JourneyState:
    """Where the visitor is; holds nothing personal.

    Attributes:
        trail: pages behind this one, for 返回.
        seconds_left: until the page goes home by itself, 0 when it does not.
    """

    page: Page = Page.HOME
    trail: tuple[Page, ...] = ()
    purpose: Purpose = Purpose.TICKET
    department: str = ""
    item: ServiceItem | None = None
    notice: Notice | None = None
    elder: bool = False
    language: str = "zh"
    seconds_left: int = 0


# The calm page for each reason why no number was given.
REFUSALS: Mapping[Trouble | None, NoticeKind] = {
    Trouble.HALL_CLOSED: NoticeKind.HALL_CLOSED,
    Trouble.ALREADY_WAITING: NoticeKind.ALREADY_WAITING,
    Trouble.DATABASE_AWAY: NoticeKind.DATABASE_AWAY,
    Trouble.NUMBER_VOID: NoticeKind.NUMBER_VOID,
    Trouble.REFUSED: NoticeKind.REFUSED,
}
