"""A hand-written fake of the rules' ports: a store in memory, for tests of rules and view-models.

It keeps what the real stores promise where rules depend on it: guarded writes, one ticket per window, unique
numbers, roll-back without commit.
"""

from __future__ import annotations

import copy
import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, ServiceItem
from hall.documents.page import CapturedPage
from hall.errors import Conflict
from hall.identity import Actor
from hall.journal.record import Event
from hall.rating.rating import AlreadyRated, Rating
from hall.staffing.clerk import Clerk
from hall.staffing.delegation import Delegation, delegated_to
from hall.staffing.window import Window
from tests.support.fake_data import Data, found
from tests.support.fake_registers import FakePlaces, FakeRegisters, FakeSearch, FakeStatistics
from tests.support.fake_tickets import FakeTickets

ZONE = ZoneInfo("Asia/Shanghai")


class FakeCatalogue:
    def __init__(self, data: Data) -> None:
        self._data = data

    def departments(self) -> Sequence[Department]:
        used = {item.department for item in self.items()}
        return [d for d in self._data.departments if d.code in used]

    def items(self, department: str | None = None) -> Sequence[ServiceItem]:
        return [i for i in self._data.items.values() if i.active and department in (None, i.department)]

    def item(self, code: str) -> ServiceItem:
        return found(self._data.items, code)

    def replace(self, catalogue: Catalogue) -> None:
        named = {i.code: i for i in catalogue.items}
        off = {c: replace(i, active=False) for c, i in self._data.items.items() if c not in named}
        self._data.departments = list(catalogue.departments)
        self._data.items = {**off, **named}


class FakeWindows:
    def __init__(self, data: Data, day: date) -> None:
        self._data = data
        self._day = day

    def all(self) -> Sequence[Window]:
        return [self.get(number) for number in sorted(self._data.windows)]

    def get(self, number: int) -> Window:
        window = found(self._data.windows, number)
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
        return found(self._data.clerks, number)

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
