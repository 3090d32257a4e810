"""What the tickets of the past tell (统计)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

import sqlalchemy as sa

from db.register_tables import ticket_steps
from db.session import Session
from db.statement import Statement
from db.tables import ratings, ticket_calls, tickets
from db.types import UtcTime
from hall.queueing.estimate import EstimateOutcome
from hall.queueing.handling import Sample
from hall.queueing.ticket import PriorityClass
from hall.rating.count import RatingCount
from hall.rating.rating import Level, Outcome

t, s = tickets.c, ticket_steps.c
SINCE = sa.bindparam("since", type_=sa.Date)
FINISHED = Statement(
    sa.select(t.item, t.window, t.started_at, t.finished_at).where(
        t.day >= SINCE, sa.text("state = 'finished'"), t.started_at.is_not(None)
    )
)
STEPS = Statement(sa.select(s.item, s.window, s.started_at, s.finished_at).where(s.day >= SINCE))
CALLS = Statement(sa.select(sa.func.count()).select_from(ticket_calls).where(ticket_calls.c.day >= SINCE))
MISSES = Statement(
    sa.select(
        sa.func.coalesce(sa.func.sum(t.requeues), sa.literal_column("0")),
        sa.func.count(sa.text("CASE WHEN state = 'missed' THEN 1 END")),
    ).where(t.day >= SINCE)
)
# The first call counts: a re-called or transferred ticket has waited once.
_first = (
    sa.select(ticket_calls.c.ticket, sa.func.min(ticket_calls.c.at).label("at"))
    .where(ticket_calls.c.day >= SINCE)
    .group_by(ticket_calls.c.ticket)
    .subquery()
)
OUTCOMES = Statement(
    sa.select(
        t.day, t.item, t.estimate_low, t.estimate_high, t.estimate_told, t.estimate_raw, t.priority, t.issued_at,
        _first.c.at,
    )
    .select_from(tickets.join(_first, _first.c.ticket == t.id))
    .where(t.day >= SINCE, t.estimate_told.is_not(None))
    .order_by(t.id)
)  # fmt: skip

_rated_by = (ratings.c.window, ratings.c.department, ratings.c.clerk, ratings.c.outcome, ratings.c.level)
RATINGS = Statement(
    sa.select(*_rated_by, sa.func.count())
    .where(ratings.c.at >= sa.bindparam("since", type_=UtcTime))
    .group_by(*_rated_by)
)


class SqlStatistics:
    """Fills `hall.ports.Statistics`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def finished_services(self, since: date) -> Sequence[Sample]:
        """Finished services of the days from ``since`` on; several of a ticket with several steps."""
        wanted = {"since": since}
        rows = [*self._session.all(FINISHED, wanted), *self._session.all(STEPS, wanted)]
        return [
            Sample(item, window, start.astimezone(self._zone).hour, (end - start).total_seconds() / 60)
            for item, window, start, end in rows
        ]

    def calls_and_misses(self, since: date) -> tuple[int, int]:
        """How many tickets were called, and how many of those calls ended as 过号."""
        wanted = {"since": since}
        requeued, missed = self._session.one(MISSES, wanted)
        return int(self._session.one(CALLS, wanted)[0]), int(requeued) + int(missed)

    def estimate_outcomes(self, since: date) -> Sequence[EstimateOutcome]:
        """What was told at issue and what came of it, for tickets that were called."""
        return [
            EstimateOutcome(
                day=day,
                item=item,
                low=low,
                high=high,
                told=told,
                raw=raw,
                waited=max((called - issued).total_seconds() / 60, 0.0),
                priority=priority != PriorityClass.ORDINARY,
            )
            for day, item, low, high, told, raw, priority, issued, called in self._session.all(
                OUTCOMES, {"since": since}
            )
        ]

    def rating_counts(self, since: datetime) -> Sequence[RatingCount]:
        """The ratings from ``since`` on, counted by window, department, clerk, outcome and level."""
        return [
            RatingCount(
                window, department, clerk, Outcome(outcome), None if level is None else Level(level), int(count)
            )
            for window, department, clerk, outcome, level, count in self._session.all(RATINGS, {"since": since})
        ]
