"""Counted places (名额): taking one is a single guarded statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.register_tables import places
from db.session import Session
from db.statement import Statement
from hall.appointments.place import Place, PlaceKind

COLUMNS = ("kind", "item", "starts", "ends", "capacity", "taken")
c = places.c
_THIS = (c.kind == sa.bindparam("of_kind"), c.item == sa.bindparam("of_item"), c.starts == sa.bindparam("at"))
OF_DAY = Statement(
    sa.select(*(c[name] for name in COLUMNS))
    .where(c.kind == sa.bindparam("kind"), c.item == sa.bindparam("item"), c.day == sa.bindparam("day"))
    .order_by(c.starts)
)
ALL_OF_DAY = Statement(
    sa.select(*(c[name] for name in COLUMNS))
    .where(c.day == sa.bindparam("day"), c.kind == sa.bindparam("kind"))
    .order_by(c.item, c.starts)
)
ADD = Statement(insert(places).on_conflict_do_nothing(index_elements=["kind", "item", "starts"]))
_put = insert(places)
PUT = Statement(
    _put.on_conflict_do_update(
        index_elements=["kind", "item", "starts"],
        set_={"ends": _put.excluded.ends, "capacity": _put.excluded.capacity},
    )
)
TAKE = Statement(
    sa.update(places).where(*_THIS, c.taken < c.capacity).values(taken=c.taken + sa.literal_column("1"))
)
GIVE_BACK = Statement(
    sa.update(places).where(*_THIS, c.taken > sa.literal_column("0")).values(taken=c.taken - sa.literal_column("1"))
)


class SqlPlaces:
    """Fills `hall.ports.PlaceRepository`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def of_day(self, kind: PlaceKind, item: str, day: date) -> Sequence[Place]:
        """The places of an item on a day, by their start."""
        return self._places(self._session.all(OF_DAY, {"kind": str(kind), "item": item, "day": day}))

    def all_of_day(self, kind: PlaceKind, day: date) -> Sequence[Place]:
        """The places of all items on a day, by item and start."""
        return self._places(self._session.all(ALL_OF_DAY, {"kind": str(kind), "day": day}))

    def _places(self, rows: Sequence[tuple[Any, ...]]) -> Sequence[Place]:
        return [
            Place(PlaceKind(of), code, starts.astimezone(self._zone), ends.astimezone(self._zone), capacity, taken)
            for of, code, starts, ends, capacity, taken in rows
        ]

    def add(self, place: Place) -> None:
        """Store a place that is not there yet; one of the same kind, item and start stays as it is."""
        self._session.change(ADD, _to_row(place))

    def put(self, place: Place) -> None:
        """Add a place or change its end and capacity; what was taken stays taken."""
        self._session.change(PUT, _to_row(place))

    def take(self, kind: PlaceKind, item: str, starts: datetime) -> bool:
        """Take one of the capacity; False when nothing is left or there is no such place."""
        return self._session.change(TAKE, {"of_kind": str(kind), "of_item": item, "at": starts}) == 1

    def give_back(self, kind: PlaceKind, item: str, starts: datetime) -> None:
        """Give one back (取消)."""
        self._session.change(GIVE_BACK, {"of_kind": str(kind), "of_item": item, "at": starts})


def _to_row(place: Place) -> dict[str, object]:
    return {name: getattr(place, name) for name in COLUMNS} | {"kind": str(place.kind), "day": place.day}
