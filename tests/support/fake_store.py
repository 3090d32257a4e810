"""A hand-written fake of the rules' ports: a store in memory, for tests of rules and view-models.

It keeps what the real stores promise where rules depend on it: guarded writes, one ticket per window, unique
numbers, roll-back without commit.
"""

from __future__ import annotations

import copy
import hmac
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from hall.appointments.place import Place, PlaceKind
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, ServiceItem
from hall.catalogue.synonym import Synonym
from hall.documents.page import CapturedPage
from hall.errors import Conflict, NotFound
from hall.identity import Actor, Holder
from hall.journal.record import Event
from hall.queueing.ticket import AT_A_WINDOW, OPEN_STATES, PriorityClass, Ticket, TicketState
from hall.rating.rating import AlreadyRated, Rating
from hall.staffing.clerk import Clerk
from hall.staffing.delegation import Delegation, delegated_to
from hall.staffing.window import Window
from tests.support.fake_registers import FakePlaces, FakeRegisters, FakeSearch, FakeStatistics

K = TypeVar("K")
V = TypeVar("V")
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class Data:
    """The fake's tables."""

    departments: list[Department] = field(default_factory=list)
    items: dict[str, ServiceItem] = field(default_factory=dict)
    windows: dict[int, Window] = field(default_factory=dict)
    clerks: dict[str, Clerk] = field(default_factory=dict)
    tickets: dict[int, Ticket] = field(default_factory=dict)
    holders: dict[int, Holder] = field(default_factory=dict)
    counters: dict[tuple[date, str], int] = field(default_factory=dict)
    ratings: dict[int, Rating] = field(default_factory=dict)
    pages: list[CapturedPage] = field(default_factory=list)
    events: list[tuple[Event, Actor]] = field(default_factory=list)
    calls: list[tuple[Ticket, int, datetime]] = field(default_factory=list)
    registers: dict[str, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[PlaceKind, str, datetime], Place] = field(default_factory=dict)
    delegations: dict[int, Delegation] = field(default_factory=dict)
    synonyms: list[Synonym] = field(default_factory=list)
    readings: dict[str, tuple[str, ...]] = field(default_factory=dict)


class FakeCatalogue:
    def __init__(self, data: Data) -> None:
        self._data = data

    def departments(self) -> Sequence[Department]:
        used = {item.department for item in self.items()}
        return [d for d in self._data.departments if d.code in used]

    def items(self, department: str | None = None) -> Sequence[ServiceItem]:
        return [i for i in self._data.items.values() if i.active and department in (None, i.department)]

    def item(self, code: str) -> ServiceItem:
        return _found(self._data.items, code)

    def replace(self, catalogue: Catalogue) -> None:
        named = {i.code: i for i in catalogue.items}
        off = {c: replace(i, active=False) for c, i in self._data.items.items() if c not in named}
        self._data.departments = list(catalogue.departments)
        self._data.items = {**off, **named}


class FakeTickets:
    def __init__(self, data: Data) -> None:
        self._data = data

    def next_number(self, day: date, prefix: str) -> int:
        number = self._data.counters.get((day, prefix), 0) + 1
        self._data.counters[day, prefix] = number
        return number

    def add(self, ticket: Ticket, holder: Holder) -> Ticket:
        stored = replace(ticket, id=len(self._data.tickets) + 1)
        self._data.tickets[stored.id] = stored
        self._data.holders[stored.id] = holder
        return stored

    def get(self, ticket_id: int) -> Ticket:
        return _found(self._data.tickets, ticket_id)

    def by_label(self, day: date, label: str) -> Ticket | None:
        return next((t for t in self._data.tickets.values() if t.day == day and t.label == label), None)

    def holder_of(self, ticket_id: int) -> Holder:
        return _found(self._data.holders, ticket_id)

    def save(self, before: Ticket, after: Ticket) -> Ticket:
        if self.get(before.id).version != before.version:
            raise Conflict(f"ticket {before.id}")
        stored = replace(after, version=before.version + 1)
        self._data.tickets[before.id] = stored
        return stored

    def claim(self, before: Ticket, after: Ticket) -> Ticket | None:
        try:
            claimed = self.save(before, after)
        except Conflict:
            return None
        assert after.window is not None and after.called_at is not None
        self._data.calls.append((claimed, after.window, after.called_at))
        return claimed

    def waiting(self, day: date, items: Iterable[str]) -> Sequence[Ticket]:
        wanted = set(items)
        waiting = [t for t in self.in_state(day, (TicketState.WAITING,)) if t.item in wanted]
        return sorted(waiting, key=lambda t: (t.queued_at, t.id))

    def waiting_count(self, day: date, prefix: str) -> int:
        return sum(t.prefix == prefix for t in self.in_state(day, (TicketState.WAITING,)))

    def at_window(self, day: date, window: int) -> Ticket | None:
        return next((t for t in self.in_state(day, AT_A_WINDOW) if t.window == window), None)

    def in_state(self, day: date, states: Iterable[TicketState]) -> Sequence[Ticket]:
        wanted = set(states)
        return [t for t in self._data.tickets.values() if t.day == day and t.state in wanted]

    def open_of_holder(self, day: date, holder: Holder, item: str) -> Ticket | None:
        if not holder.key_source:
            return None
        for ticket in self.in_state(day, OPEN_STATES):
            if ticket.item == item and self._data.holders[ticket.id].key_source == holder.key_source:
                return ticket
        return None

    def of_holder(self, day: date, holder: Holder) -> Sequence[Ticket]:
        mine = self.in_state(day, TicketState) if holder.key_source else []
        return [t for t in mine if self._data.holders[t.id].key_source == holder.key_source]

    def of_holder_since(self, since: date, holder: Holder) -> Sequence[Ticket]:
        recent = [t for t in self._data.tickets.values() if t.day >= since and holder.key_source]
        return [t for t in recent if self._data.holders[t.id].key_source == holder.key_source]

    def last_classes(self, day: date, window: int, limit: int) -> Sequence[PriorityClass]:
        called = [t.class_at(at) for t, at_window, at in self._data.calls if t.day == day and at_window == window]
        return called[::-1][:limit]


class FakeWindows:
    def __init__(self, data: Data, day: date) -> None:
        self._data = data
        self._day = day

    def all(self) -> Sequence[Window]:
        return [self.get(number) for number in sorted(self._data.windows)]

    def get(self, number: int) -> Window:
        window = _found(self._data.windows, number)
        return replace(window, delegated=delegated_to(number, self._data.delegations.values(), self._day))

    def save(self, before: Window, after: Window) -> Window:
        if self.get(before.number).version != before.version:
            raise Conflict(f"window {before.number}")
        self._data.windows[before.number] = replace(after, version=before.version + 1)
        return self.get(before.number)

    def put(self, window: Window) -> None:
        self._data.windows[window.number] = window

    def delegations(self) -> Sequence[Delegation]:
        return list(self._data.delegations.values())

    def put_delegation(self, delegation: Delegation) -> Delegation:
        stored = replace(delegation, id=delegation.id or len(self._data.delegations) + 1)
        self._data.delegations[stored.id] = stored
        return stored


class FakeClerks:
    def __init__(self, data: Data) -> None:
        self._data = data

    def get(self, number: str) -> Clerk:
        return _found(self._data.clerks, number)

    def all(self) -> Sequence[Clerk]:
        return [self._data.clerks[number] for number in sorted(self._data.clerks)]

    def put(self, clerk: Clerk) -> None:
        self._data.clerks[clerk.number] = clerk


class FakeRatings:
    def __init__(self, data: Data) -> None:
        self._data = data

    def add(self, rating: Rating) -> None:
        if rating.ticket in self._data.ratings:
            raise AlreadyRated(f"ticket {rating.ticket}")
        self._data.ratings[rating.ticket] = rating

    def of_ticket(self, ticket_id: int) -> Rating | None:
        return self._data.ratings.get(ticket_id)


class FakePages:
    def __init__(self, data: Data) -> None:
        self._data = data

    def add(self, page: CapturedPage) -> CapturedPage:
        stored = replace(page, id=len(self._data.pages) + 1)
        self._data.pages.append(stored)
        return stored

    def of_ticket(self, ticket_id: int) -> Sequence[CapturedPage]:
        return [p for p in self._data.pages if p.ticket == ticket_id]


class FakeUnitOfWork:
    def __init__(self, store: FakeStore, *, writes: bool) -> None:
        self._store = store
        self._writes = writes

    def __enter__(self) -> Self:
        data = copy.deepcopy(self._store.data)
        self._data = data
        self.now: datetime = self._store.now
        self.catalogue = FakeCatalogue(data)
        self.tickets = FakeTickets(data)
        self.windows = FakeWindows(data, self.now.date())
        self.clerks = FakeClerks(data)
        self.ratings = FakeRatings(data)
        self.pages = FakePages(data)
        self.registers = FakeRegisters(data.registers)
        self.places = FakePlaces(data.places)
        self.search = FakeSearch(data)
        self.statistics = FakeStatistics(data.tickets, data.calls, data.registers, data.ratings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def sign(self, text: str) -> bytes:
        return hmac.digest(b"a key outside the database", text.encode(), "sha256")

    def record(self, event: Event, *, by: Actor) -> None:
        assert self._writes, "a reading unit of work records nothing"
        self._data.events.append((event, by))

    def commit(self) -> None:
        assert self._writes, "a reading unit of work commits nothing"
        self._store.data = self._data


class FakeStore:
    """A store in memory; set ``now`` to move its clock, look into ``data`` for what was committed."""

    def __init__(self, now: datetime | None = None) -> None:
        self.data = Data()
        self.now = now or datetime(2025, 3, 3, 9, 30, tzinfo=ZONE)

    def begin(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self, writes=True)

    def reading(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self, writes=False)

    @property
    def kinds(self) -> list[str]:
        """Kinds of all committed events, in order."""
        return [event.kind for event, _ in self.data.events]


def _found(table: dict[K, V], key: K) -> V:
    if key not in table:
        raise NotFound(f"{key!r}")
    return table[key]
