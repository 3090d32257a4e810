"""Estimated wait (预计等候)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Estimate:
    """An honest range in minutes (约 low–high 分钟)."""

    low: int
    high: int

    @property
    def words(self) -> str:
        """“约 5–10 分钟”; “不到 5 分钟” when nothing stands before."""
        if self.high <= 5:
            return "不到 5 分钟"
        return f"约 {self.low}–{self.high} 分钟"


@dataclass(frozen=True, slots=True)
class EstimateOutcome:
    """What a ticket told, and what came of it, in minutes.

    Attributes:
        told: the expectation behind the range.
        raw: the same before the stretch for priority tickets still to come.
        waited: from issue to the first call.
        priority: True for a ticket of a priority class.
    """

    day: date
    item: str
    low: int
    high: int
    told: float
    raw: float
    waited: float
    priority: bool = False


def estimate_wait(people_ahead: int, minutes_each: float, open_windows: int) -> Estimate | None:
    """People ahead × mean ÷ open windows, as a range in steps of five minutes; None while no window serves."""
    if open_windows <= 0:
        return None
    expected = people_ahead * minutes_each / open_windows
    low = int(expected * 0.8 // 5) * 5
    high = max(math.ceil(expected * 1.25 / 5) * 5, 5)
    return Estimate(max(low, 0), high if high > low else low + 5)
