"""Sums of ratings (评价汇总), as the statistics give them."""

from __future__ import annotations

from dataclasses import dataclass

from hall.rating.rating import Level, Outcome


@dataclass(frozen=True, slots=True)
class RatingCount:
    """How often one outcome came about at a window, for a department and a clerk."""

    window: int
    department: str
    clerk: str
    outcome: Outcome
    level: Level | None
    count: int
