"""Counted places (名额): appointment slots and quotas, never given twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall.appointments.place import Place, PlaceKind


class PlaceRepository(Protocol):
    """Places with a capacity; taking one is a single guarded statement."""

    def of_day(self, kind: PlaceKind, item: str, day: date) -> Sequence[Place]:
        """The places of an item on a day, by their start."""

    def all_of_day(self, kind: PlaceKind, day: date) -> Sequence[Place]:
        """The places of all items on a day, by item and start."""

    def add(self, place: Place) -> None:
        """Store a place that is not there yet; one of the same kind, item and start stays as it is."""

    def put(self, place: Place) -> None:
        """Add a place or change its end and capacity; what was taken stays taken."""

    def take(self, kind: PlaceKind, item: str, starts: datetime) -> bool:
        """Take one of the capacity; False when nothing is left or there is no such place."""

    def give_back(self, kind: PlaceKind, item: str, starts: datetime) -> None:
        """Give one back (取消)."""
