"""Hand-written fakes of the registers, the counted places and the statistics, over dictionaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from hall.appointments.place import Place, PlaceKind
from hall.catalogue.synonym import Synonym
from hall.errors import Conflict, NotFound
from hall.identity import Holder
from hall.queueing.estimate import EstimateOutcome
from hall.queueing.handling import Sample
from hall.queueing.ticket import Ticket, TicketState
from hall.rating.count import RatingCount
from hall.rating.rating import Rating

# Fields that together are given once, as the tables' constraints say.
UNIQUE: Mapping[str, tuple[str, ...]] = {
    "vacancies": ("window", "since"),
    "overtime": ("day", "window"),
    "steps": ("ticket", "position"),
    "device_health": ("station", "kind"),
    "station_beats": ("station",),
    "complaints": ("number",),
}
Rows = dict[int, Any]


class FakeRegister:
    def __init__(self, name: str, rows: Rows) -> None:
        self._name = name
        self._rows = rows

    def add(self, row: Any) -> Any:
        self._check(row)
        stored = replace(row, id=len(self._rows) + 1)
        self._rows[stored.id] = stored
        return stored

    def get(self, row_id: int) -> Any:
        if row_id not in self._rows:
            raise NotFound(f"{self._name} {row_id}")
        return self._rows[row_id]

    def save(self, before: Any, after: Any) -> Any:
        if self.get(before.id).version != before.version:
            raise Conflict(f"{self._name} {before.id}")
        self._rows[before.id] = stored = replace(after, version=before.version + 1)
        return stored

    def where(self, **equal: object) -> Sequence[Any]:
        return [row for row in self._rows.values() if all(_fits(row, name, value) for name, value in equal.items())]

    def _check(self, row: Any) -> None:
        keys = UNIQUE.get(self._name)
        mine = keys and [getattr(row, key) for key in keys]
        if mine and any([getattr(r, key) for key in keys or ()] == mine for r in self._rows.values()):
            raise Conflict(f"{self._name} {mine}")
        request = getattr(row, "request", None)
        if request and self.where(request=request):
            raise Conflict(f"{self._name} {request}")
        external = getattr(row, "external_id", "")
        if external and self.where(external_id=external):
            raise Conflict(f"{self._name} {external}")


def _fits(row: Any, name: str, value: object) -> bool:
    if name not in {field.name for field in fields(row)}:
        raise TypeError(name)
    mine = getattr(row, name)
    if isinstance(mine, Holder) and isinstance(value, Holder):
        return bool(value.key_source) and mine.key_source == value.key_source
    return bool(mine == value)


class FakeRegisters:
    def __init__(self, tables: dict[str, Rows]) -> None:
        self._tables = tables

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return FakeRegister(name, self._tables[name])


class FakePlaces:
    def __init__(self, places: dict[tuple[PlaceKind, str, datetime], Place]) -> None:
        self._places = places

    def of_day(self, kind: PlaceKind, item: str, day: date) -> Sequence[Place]:
        mine = [p for p in self._places.values() if (p.kind, p.item, p.day) == (kind, item, day)]
        return sorted(mine, key=lambda p: p.starts)

    def all_of_day(self, kind: PlaceKind, day: date) -> Sequence[Place]:
        mine = [p for p in self._places.values() if (p.kind, p.day) == (kind, day)]
        return sorted(mine, key=lambda p: (p.item, p.starts))

    def add(self, place: Place) -> None:
        self._places.setdefault((place.kind, place.item, place.starts), place)

    def put(self, place: Place) -> None:
        key = (place.kind, place.item, place.starts)
        old = self._places.get(key)
        self._places[key] = replace(place, taken=old.taken if old else place.taken)

    def take(self, kind: PlaceKind, item: str, starts: datetime) -> bool:
        place = self._places.get((kind, item, starts))
        if place is None or place.taken >= place.capacity:
            return False
        self._places[kind, item, starts] = replace(place, taken=place.taken + 1)
        return True

    def give_back(self, kind: PlaceKind, item: str, starts: datetime) -> None:
        place = self._places.get((kind, item, starts))
        if place is not None and place.taken:
            self._places[kind, item, starts] = replace(place, taken=place.taken - 1)


class FakeStatistics:
    def __init__(
        self,
        tickets: Mapping[int, Ticket],
        calls: Sequence[tuple[Ticket, int, datetime]],
        registers: Mapping[str, Rows],
        ratings: Mapping[int, Rating],
    ) -> None:
        self._tickets = tickets
        self._ratings = ratings
        self._calls = calls
        self._registers = registers

    def finished_services(self, since: date) -> Sequence[Sample]:
        done = [t for t in self._tickets.values() if t.day >= since and t.state is TicketState.FINISHED]
        steps = [s for s in self._registers["steps"].values() if s.day >= since]
        return [
            Sample(s.item, s.window, s.started_at.hour, (s.finished_at - s.started_at).total_seconds() / 60)
            for s in [*done, *steps]
            if s.started_at and s.finished_at and s.window
        ]

    def calls_and_misses(self, since: date) -> tuple[int, int]:
        recent = [t for t in self._tickets.values() if t.day >= since]
        missed = sum(t.requeues + (t.state is TicketState.MISSED) for t in recent)
        return sum(t.day >= since for t, _, _ in self._calls), missed

    def estimate_outcomes(self, since: date) -> Sequence[EstimateOutcome]:
        first: dict[int, datetime] = {}
        for ticket, _, at in self._calls:
            first.setdefault(ticket.id, at)
        return [
            EstimateOutcome(
                t.day, t.item, t.estimate.low, t.estimate.high, t.estimate.told, t.estimate.raw,
                max((first[t.id] - t.issued_at).total_seconds() / 60, 0.0), t.priority < 5,
            )
            for t in self._tickets.values()
            if t.day >= since and t.estimate is not None and t.id in first
        ]  # fmt: skip

    def rating_counts(self, since: datetime) -> Sequence[RatingCount]:
        keys = Counter(
            (r.window, r.department, r.clerk, r.outcome, r.level) for r in self._ratings.values() if r.at >= since
        )
        return [RatingCount(*key, count) for key, count in keys.items()]


class FakeSearch:
    def __init__(self, data: Any) -> None:
        self._data = data

    def synonyms(self) -> Sequence[Synonym]:
        return list(self._data.synonyms)

    def replace_synonyms(self, synonyms: Sequence[Synonym]) -> None:
        self._data.synonyms[:] = synonyms

    def readings(self) -> Mapping[str, tuple[str, ...]]:
        return dict(self._data.readings)

    def put_readings(self, readings: Mapping[str, Sequence[str]]) -> None:
        self._data.readings.update({character: tuple(every) for character, every in readings.items()})

    def numbers_taken(self, since: date, before: date) -> Mapping[str, int]:
        return Counter(t.item for t in self._data.tickets.values() if since <= t.day < before)
