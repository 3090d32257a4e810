"""Who is at which window, in one statement (叫号速读), for a board that has everything else.

Fifty boards ask at the instant of a call. So the statement fetches what a line of the board needs and no more, and
brings the server's clock with it. PostgreSQL is asked through the library that its driver is built on: of the half
millisecond that a board's processor takes for the question, measured among fifty, the driver's own share is most.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import sqlalchemy as sa

from db.engine import Database
from db.statement import Compiled, Statement
from db.tables import IS_AT_A_WINDOW, tickets
from db.types import UtcTime
from hall.queueing.board import CallLine, CallsNow
from hall.queueing.ticket import PriorityClass, TicketState, class_at, label_of

Clock = Callable[[], datetime]

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
NAME = b"hall_calls_now"  # of the prepared statement


class CallsReader(ABC):
    """Reads on a connection that it is given.

    Args:
        zone: the hall's zone, which decides what a day is.
        clock: replaces the database server's clock; see `db.store.open_store`.
    """

    def __init__(self, zone: tzinfo, clock: Clock | None = None) -> None:
        self._zone = zone
        self._clock = clock

    @abstractmethod
    def read(self, connection: Any, branch: str) -> CallsNow:
        """Ask; raises the driver's errors."""

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


class SqliteCalls(CallsReader):
    """There is no server: its clock is this machine's."""

    def __init__(self, compiled: Compiled, zone: tzinfo, clock: Clock | None = None) -> None:
        super().__init__(zone, clock)
        self._compiled = compiled

    def read(self, connection: Any, branch: str) -> CallsNow:
        """One statement."""
        now = (self._clock() if self._clock is not None else datetime.now(UTC)).astimezone(self._zone)
        bound = self._compiled.bind({"day": now.date(), "branch": branch})
        rows = connection.execute(self._compiled.text, bound).fetchall()
        return CallsNow(self._lines(self._compiled.convert_all(rows)), now)


class PostgresCalls(CallsReader):
    """Prepares its statement once on each connection; the server's clock says which day it is."""

    def __init__(self, compiled: Compiled, zone: tzinfo, clock: Clock | None = None) -> None:
        super().__init__(zone, clock)
        self._text = compiled.text.replace("%(day)s", "$1").replace("%(branch)s", "$2").encode()
        self._prepared: Any = None  # the connection on which it is
        self._day = date.min  # of the last reading

    def read(self, connection: Any, branch: str) -> CallsNow:
        """One statement; twice when the day is another one than that of the last reading."""
        library = connection.pgconn
        if self._prepared is not library:
            _checked(library.prepare(NAME, self._text), connection)
            self._prepared = library
        while True:
            day = self._day
            result = _checked(library.exec_prepared(NAME, [day.isoformat().encode(), branch.encode()]), connection)
            rows = [
                [result.get_value(row, column) for column in range(len(_columns) + 1)]
                for row in range(result.ntuples)
            ]
            now = (self._clock() if self._clock is not None else _moment(rows[0][0])).astimezone(self._zone)
            self._day = now.date()
            if self._day == day:
                return CallsNow(self._lines(_values(row[1:]) for row in rows if row[1] is not None), now)


def calls_reader(database: Database, zone: tzinfo, clock: Clock | None = None) -> CallsReader:
    """The reader for a database."""
    dialect = database.engine.dialect
    if database.is_postgres:
        return PostgresCalls(CLOCK_AND_HERE.on(dialect), zone, clock)
    return SqliteCalls(HERE.on(dialect), zone, clock)


def _checked(result: Any, connection: Any) -> Any:
    """The result of a statement.

    Raises:
        psycopg.Error: it failed, or the connection is gone.
    """
    from psycopg import errors, pq  # late: a station on SQLite starts without it

    if result.status in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
        return result
    raise errors.error_from_result(result, encoding=connection.info.encoding)


def _values(cells: Sequence[Any]) -> Sequence[Any]:
    """A row from the texts that the library gives, ISO times in UTC (see `db.engine`)."""
    ticket, prefix, number, window, called_at, calls, state, priority, since = cells
    return (
        int(ticket),
        prefix.decode(),
        int(number),
        int(window),
        _moment(called_at),
        int(calls),
        state.decode(),
        int(priority),
        None if since is None else _moment(since),
    )


def _moment(text: bytes) -> datetime:
    return datetime.fromisoformat(text.decode())
