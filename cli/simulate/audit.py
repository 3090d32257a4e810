"""The audit of a hall's database (核查): tables against journal, journal against its chain.

Looks for what must never be: a ticket lost, a number twice or missing, two calls at once, a change that overwrote
another (lost update), a call without authority.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from cli.simulate.replay import Replay, gaps, replay
from db.crypto import Keys
from db.journal import to_record
from db.store import SqlStore
from db.tables import journal, ticket_counters, tickets, window_items, windows
from db.verify import verify_database
from hall.journal.record import Record, Verdict
from hall.queueing.ticket import TicketState

ENDED = frozenset({TicketState.FINISHED, TicketState.MISSED, TicketState.VOID})
BATCH = 5000


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket as its table holds it."""

    id: int
    day: date
    prefix: str
    number: int
    state: TicketState
    version: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit found; all counts but ``tickets`` must be 0.

    Attributes:
        lost: tickets without an end, or in the journal and not in the table.
        gaps: numbers missing or doubled, or a counter that does not fit.
        lost_updates: rows whose version or state differs from what the journal's records add up to.
        unjournalled: tickets whose issue is not in the journal.
    """

    rows: tuple[Row, ...]
    replay: Replay
    verdict: Verdict
    lost: int
    gaps: int
    lost_updates: int
    unjournalled: int

    @property
    def tickets(self) -> int:
        """Tickets in the table."""
        return len(self.rows)

    @property
    def double_calls(self) -> int:
        """Calls of a ticket that was not waiting, or to a window that had one."""
        return len(self.replay.double_calls)

    def problems(self) -> dict[str, int]:
        """Every count that must be 0."""
        return {
            "lost": self.lost,
            "gaps": self.gaps,
            "double_calls": self.double_calls,
            "lost_updates": self.lost_updates,
            "unjournalled": self.unjournalled,
            "wrong_steps": len(self.replay.wrong_steps),
            "unauthorised": len(self.replay.unauthorised),
            "unexplained": len(self.replay.unexplained),
            "chain_broken": int(not self.verdict.ok),
        }

    @property
    def ok(self) -> bool:
        """Nothing was found."""
        return not any(self.problems().values())


def audit(store: SqlStore, keys: Keys) -> Audit:
    """Audit the whole database; nobody may be writing."""
    rows, counters, items_of, versions = _tables(store)
    played = replay(_records(store), items_of)
    by_id = {row.id: row for row in rows}
    numbers: dict[tuple[date, str], list[int]] = defaultdict(list)
    for row in rows:
        numbers[row.day, row.prefix].append(row.number)
    wrong_counters = sum(counters.get(key, 0) != len(of_key) for key, of_key in numbers.items())
    differing = sum(
        (row.state, row.version) != (played.tickets[row.id].state, played.tickets[row.id].changes)
        for row in rows
        if row.id in played.tickets
    )
    differing += sum(versions.get(number, 0) != life.changes for number, life in played.windows.items())
    return Audit(
        rows=rows,
        replay=played,
        verdict=verify_database(store.database, keys),
        lost=sum(row.state not in ENDED for row in rows) + sum(key not in by_id for key in played.tickets),
        gaps=sum(gaps(of_key) for of_key in numbers.values()) + wrong_counters,
        lost_updates=differing,
        unjournalled=sum(row.id not in played.tickets for row in rows),
    )


def _tables(
    store: SqlStore,
) -> tuple[tuple[Row, ...], dict[tuple[date, str], int], dict[int, frozenset[str]], dict[int, int]]:
    columns = (tickets.c[name] for name in ("id", "day", "prefix", "number", "state", "version"))
    with store.database.engine.connect() as connection:
        rows = tuple(
            Row(id_, day, prefix, number, TicketState(state), version)
            for id_, day, prefix, number, state, version in connection.execute(sa.select(*columns))
        )
        counters = {(day, prefix): last for day, prefix, last in connection.execute(sa.select(ticket_counters))}
        authorised: dict[int, set[str]] = defaultdict(set)
        for window, item in connection.execute(sa.select(window_items.c.window, window_items.c.item)):
            authorised[window].add(item)
        versions = {n: version for n, version in connection.execute(sa.select(windows.c.number, windows.c.version))}
    return rows, counters, {n: frozenset(items) for n, items in authorised.items()}, versions


def _records(store: SqlStore) -> Iterator[Record]:
    seen = 0
    with store.database.engine.connect() as connection:
        while True:
            query = sa.select(journal).where(journal.c.seq > seen).order_by(journal.c.seq).limit(BATCH)
            batch = connection.execute(query).all()
            if not batch:
                return
            yield from (to_record(row) for row in batch)
            seen = batch[-1].seq
