"""Who is at which window, in one statement (叫号速读), for a board that has everything else.

Fifty boards ask at the instant of a call. So the statement fetches what a line of the board needs and no more, and
brings the server's clock with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from db.statement import Statement
from db.tables import IS_AT_A_WINDOW, tickets
from db.types import UtcTime
from hall.queueing.board import CallLine, CallsNow
from hall.queueing.ticket import PriorityClass, TicketState, class_at, label_of

c = tickets.c
_columns = (c.id, c.prefix, c.number, c.window, c.called_at, c.calls, c.state, c.priority, c.priority_from)
# The condition stands there literally: only then its partial index is used.
_here = sa.and_(
    c.day == sa.bindparam("day"),
    sa.text(IS_AT_A_WINDOW),
    c.called_at.is_not(None),
    c.branch == sa.bindparam("branch"),
)
_one = sa.select(sa.literal_column("1").label("one")).subquery("once")  # the clock comes though nobody is there
HERE = Statement(sa.select(*_columns).where(_here))
CLOCK_AND_HERE = Statement(
    sa.select(sa.func.clock_timestamp(type_=UtcTime), *_columns).select_from(_one.outerjoin(tickets, _here))
)


class CallsReader:
    """Reads on a connection that it is given.

    Args:
        zone: the hall's zone, which decides what a day is.
        clock: replaces the database server's clock; see `db.store.open_store`.
    """

    def __init__(self, zone: tzinfo, clock: Callable[[], datetime] | None = None) -> None:
        self._zone = zone
        self._clock = clock
        self._day = date.min  # of the last reading

    def read(self, connection: Any, dialect: Dialect, branch: str) -> CallsNow:
        """One statement; twice when the day is another one than that of the last reading."""
        if dialect.name != "postgresql":  # no server: its clock is this machine's
            now = (self._clock() if self._clock is not None else datetime.now(UTC)).astimezone(self._zone)
            rows = _rows(HERE, connection, dialect, now.date(), branch)
            return CallsNow(self._lines(rows), now)
        while True:
            day = self._day
            rows = _rows(CLOCK_AND_HERE, connection, dialect, day, branch)
            now = (self._clock() if self._clock is not None else rows[0][0]).astimezone(self._zone)
            self._day = now.date()
            if self._day == day:
                return CallsNow(self._lines(row[1:] for row in rows if row[1] is not None), now)

    def _lines(self, rows: Iterable[Sequence[Any]]) -> tuple[CallLine, ...]:
        return tuple(self._line(*row) for row in rows)

    def _line(
        self,
        ticket: int,
        prefix: str,
        number: int,
        window: int,
        called_at: datetime,
        calls: int,
        state: str,
        priority: int,
        since: datetime | None,
    ) -> CallLine:
        return CallLine(
            ticket,
            label_of(prefix, number),
            window,
            called_at.astimezone(self._zone),
            calls,
            serving=state == TicketState.SERVING,
            priority=class_at(PriorityClass(priority), since, called_at) is not PriorityClass.ORDINARY,
            awaited=state == TicketState.CALLED,
        )


def _rows(statement: Statement, connection: Any, dialect: Dialect, day: date, branch: str) -> list[tuple[Any, ...]]:
    compiled = statement.on(dialect)
    found = connection.execute(compiled.text, compiled.bind({"day": day, "branch": branch}))
    return compiled.convert_all(found.fetchall())
