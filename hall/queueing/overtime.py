"""Overtime of a window (延时服务): 祥符§34(二)2, 卫东21, 平桥§35, Q-14."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Overtime:
    """How long a window served after closing time on a day (延时服务记录).

    Attributes:
        clerk: who served last.
        closing: the last closing time of the day.
        until: the last service's end after it.
        tickets: services that ended after closing.
    """

    id: int
    day: date
    window: int
    clerk: str
    closing: datetime
    until: datetime
    tickets: int
    version: int = 0

    @property
    def minutes(self) -> float:
        """Length in minutes."""
        return max((self.until - self.closing).total_seconds() / 60, 0.0)
