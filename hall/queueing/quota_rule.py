"""What the hall sets about quotas (限号规则)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from hall.appointments.place import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Quota:
    """What the hall allows (⚙); 0 is without limit.

    Attributes:
        item: code of the item.
        per_day: numbers of a day.
        slot_minutes, per_slot: numbers of a slot of so many minutes, counted from midnight.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    item: str
    per_day: int = 0
    slot_minutes: int = 0
    per_slot: int = 0

    def places(self, now: datetime) -> Iterable[Place]:
        """The places that a number taken now needs."""
        midnight = datetime.combine(now.date(), time(), tzinfo=now.tzinfo)
        if self.per_day:
            yield Place(PlaceKind.QUOTA_DAY, self.item, midnight, midnight + timedelta(days=1), self.per_day)
        if self.per_slot and self.slot_minutes:
            length = timedelta(minutes=self.slot_minutes)
            starts = midnight + (now - midnight) // length * length
            yield Place(PlaceKind.QUOTA_SLOT, self.item, starts, starts + length, self.per_slot)
