"""Suggestions to balance the windows on record (调整建议): proposed, decided by a person, measured afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hall.queueing.balancing import Change


class SuggestionState(StrEnum):
    """Where a suggestion stands."""

    PROPOSED = "proposed"  # 待确认
    CONFIRMED = "confirmed"  # 已采纳
    DECLINED = "declined"  # 未采纳
    MEASURED = "measured"  # 已评估


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """A suggestion as it was made, what a person decided, and what came of it.

    Attributes:
        items: items the window takes on.
        before, after: expected 90th percentile of the waits in minutes without and with the change.
        decided_by: staff number.
        measured: the 90th percentile of the waits of those called after it, in minutes; None while not measured.
    """

    id: int
    day: date
    at: datetime
    change: Change
    window: int
    items: frozenset[str]
    before: float
    after: float
    state: SuggestionState = SuggestionState.PROPOSED
    decided_by: str | None = None
    decided_at: datetime | None = None
    measured: float | None = None
    measured_at: datetime | None = None
    version: int = 0
