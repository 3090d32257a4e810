"""What the tickets of the past tell (统计)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall.queueing.estimate import EstimateOutcome
    from hall.queueing.handling import Sample
    from hall.rating.count import RatingCount


class Statistics(Protocol):
    """Read-only sums over tickets."""

    def finished_services(self, since: date) -> Sequence[Sample]:
        """Finished services of the days from ``since`` on; several of a ticket with several steps."""

    def calls_and_misses(self, since: date) -> tuple[int, int]:
        """How many tickets were called, and how many of those calls ended as 过号."""

    def estimate_outcomes(self, since: date) -> Sequence[EstimateOutcome]:
        """What was told at issue and what came of it, for tickets that were called."""

    def rating_counts(self, since: datetime) -> Sequence[RatingCount]:
        """The ratings from ``since`` on, counted by window, department, clerk, outcome and level."""
