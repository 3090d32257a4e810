"""What the guide desk's page reads and asks for, as immutable values (导办台数据)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from hall.catalogue.item import Department, ServiceItem
from hall.identity import ANONYMOUS, Holder
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import PriorityClass, Ticket
from hall.staffing.first_contact import FirstContact
from hall.staffing.help_call import HelpCall
from hall.staffing.service_request import ServiceRequest


@dataclass(frozen=True, slots=True)
class GuideCatalogue:
    """Departments and items on offer (事项目录)."""

    departments: tuple[Department, ...] = ()
    items: tuple[ServiceItem, ...] = ()

    def find(self, query: str, department: str = "") -> tuple[ServiceItem, ...]:
        """Items by code, name, pinyin or initials; of one department, or of all for an empty code."""
        wanted = query.strip().upper()
        exact = tuple(i for i in self.items if wanted and i.code.upper() == wanted)
        of = {d.code for d in self.departments if query.strip() and query.strip() in d.name}
        found = (i for i in self.items if i.matches(query) or wanted in i.code.upper() or i.department in of)
        return exact or tuple(i for i in found if department in ("", i.department))

    def item_name(self, code: str) -> str:
        """The item's official name, its code when it is no longer on offer."""
        return next((i.name for i in self.items if i.code == code), code)

    def name_of(self, department: str) -> str:
        """The department's official name, empty when unknown."""
        return next((d.name for d in self.departments if d.code == department), "")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Who waits for one department's items in one zone (事项组).

    Attributes:
        items: codes of all its items there, for the forecast.
        longest_since: when the one who waits longest took the place.
    """

    zone: str
    department: str
    items: tuple[str, ...]
    waiting: int
    longest_since: datetime | None


@dataclass(frozen=True, slots=True)
class HelpLine:
    """An open call for help, with the number it is about when there is one."""

    call: HelpCall
    label: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody a request can be given to."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class GuideSnapshot:
    """The hall as the guide desk sees it, read in one snapshot of the database.

    Attributes:
        tickets: those who wait, oldest place first; then suspended and missed ones.
        contacts: first contacts that are still followed.
        requests: 上门服务 and 帮办 that are not done.
        colleagues: who may be charged with a request.
        at: the database's clock, in the hall's zone.
    """

    groups: tuple[GroupLine, ...]
    catalogue: GuideCatalogue
    tickets: tuple[Ticket, ...]
    help_calls: tuple[HelpLine, ...]
    contacts: tuple[FirstContact, ...]
    requests: tuple[ServiceRequest, ...]
    colleagues: tuple[Colleague, ...]
    at: datetime

    @property
    def waiting(self) -> int:
        """How many wait in the whole hall."""
        return sum(group.waiting for group in self.groups)

    @property
    def longest_since(self) -> datetime | None:
        """When the one who waits longest in the whole hall took the place."""
        return min((g.longest_since for g in self.groups if g.longest_since), default=None)


@dataclass(frozen=True, slots=True)
class TicketWish:
    """A number that is taken for somebody (导办取号).

    Attributes:
        items: codes in the order of the visit; more than one go with one number (号随人走).
        holder: who stands at the desk.
        principal: whose matter it is when the holder acts for somebody else (代办), else None.
    """

    items: tuple[str, ...]
    holder: Holder = ANONYMOUS
    principal: Holder | None = field(default=None, repr=False)
    relation: str = ""
    people: int = 1
    priority: PriorityClass = PriorityClass.ORDINARY
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaperTrouble:
    """Why there is no paper, or may be none.

    Attributes:
        message: Chinese, for the person.
        outcome_known: False when the paper may have come out.
        detail: English, for journal and log.
    """

    message: str
    outcome_known: bool
    detail: str


Failed = Callable[[PaperTrouble], None]


class TicketPaper(Protocol):
    """The station's ticket printer as the page sees it; callbacks come in the UI thread."""

    def ask(self, ready: Callable[[], None], failed: Failed) -> None:
        """Ask whether a ticket can be printed now; unknown is never ready."""

    def print_ticket(self, issued: IssuedTicket, done: Callable[[], None], failed: Failed) -> None:
        """Print and confirm one ticket; never tried twice."""
