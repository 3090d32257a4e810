"""A counted place (名额): so many people of an item from one moment to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PlaceKind(StrEnum):
    """What the places are for."""

    APPOINTMENT = "appointment"  # 预约时段
    QUOTA_DAY = "quota_day"  # 当日限号
    QUOTA_SLOT = "quota_slot"  # 时段限号


@dataclass(frozen=True, slots=True)
class Place:
    """Places of an item from ``starts`` until ``ends`` (名额).

    Attributes:
        capacity: how many there are.
        taken: how many are gone.
    """

    kind: PlaceKind
    item: str
    starts: datetime
    ends: datetime
    capacity: int
    taken: int = 0

    @property
    def day(self) -> date:
        """The hall's day."""
        return self.starts.date()

    @property
    def left(self) -> int:
        """How many are still free, never negative."""
        return max(self.capacity - self.taken, 0)

    def overlaps(self, other: Place) -> bool:
        """True when both are of the same kind and item and share a moment."""
        same = (self.kind, self.item) == (other.kind, other.item)
        return same and self.starts < other.ends and other.starts < self.ends
