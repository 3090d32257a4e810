"""The same operations with ten years of tickets in the database as in an empty one (十年数据).

Two databases in turns, one with five million tickets and one without a past, otherwise alike: taking a number,
calling the next, reading the board. The figure is the operation that suffers most.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import psycopg.sql
import sqlalchemy as sa

from benchmarks import database as bench
from benchmarks.history import A_DAY, fill
from benchmarks.result import Result
from db.crypto import Keys
from db.store import SqlStore, open_store
from hall.identity import Actor, Role
from hall.queueing import board, calling, issue
from hall.queueing.ticket import TicketState
from hall.staffing.window import Post

TICKETS = 5_000_000
TARGET = 1.2
ROUNDS = 150
TURN = 1
WAITING = 40
WINDOW = 3
CLERK = Actor("1027", frozenset({Role.CLERK}), "counter-3")
Place = tuple[str, Keys]


def measure(empty: Place, full: Place, *, tickets: int) -> Result:
    """Fill one of two fresh databases and compare; the note names every operation beyond the target."""
    with _store(*empty) as young, _store(*full) as old:
        with young.reading() as uow:
            today = uow.now.date()
        fill(old.database, tickets=tickets, until=today)
        with old.reading() as uow:
            assert uow.tickets.get(tickets).day < today
        for store in (young, old):
            _open(store)
        medians = {store: _medians(times) for store, times in _in_turns((young, old)).items()}
    ratios = {name: medians[old][name] / medians[young][name] for name in medians[young]}
    worst = max(ratios, key=lambda name: ratios[name])
    for name, ratio in ratios.items():
        print(f"  {name}: {medians[old][name] * 1000:.2f} ms / {medians[young][name] * 1000:.2f} ms = {ratio:.2f}")
    return Result(medians[old][worst], medians[young][worst], TARGET)


def _open(store: SqlStore) -> None:
    with store.begin() as uow:
        window = uow.windows.get(WINDOW)
        uow.windows.save(window, window.opened_by(CLERK.name, Post.A))
        uow.commit()
    for number in range(WAITING):
        _issue(store, f"first-{number}", defaultdict(list))


def _in_turns(stores: Sequence[SqlStore]) -> Mapping[SqlStore, Mapping[str, list[float]]]:
    times: dict[SqlStore, dict[str, list[float]]] = {store: defaultdict(list) for store in stores}
    for turn in range(ROUNDS + 1):
        for store in stores if turn % 2 else reversed(stores):
            into = times[store] if turn else defaultdict(list)  # the first turn warms up
            for number in range(TURN):
                _issue(store, f"{turn}-{number}", into)
                _call(store, into)
                _board(store, into)
    return times


def _timed(into: dict[str, list[float]], name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    into[name].append(time.perf_counter() - start)


def _issue(store: SqlStore, person: str, into: dict[str, list[float]]) -> None:
    _timed(into, "issue", lambda: bench.issue_one(store, person))
    with store.begin() as uow:
        last = max(t.id for t in uow.tickets.in_state(uow.now.date(), (TicketState.PENDING_PRINT,)))
        issue.confirm_ticket(uow, last, by=bench.KIOSK)
        uow.commit()


def _call(store: SqlStore, into: dict[str, list[float]]) -> None:
    def call() -> None:
        with store.begin() as uow:
            assert calling.call_next(uow, WINDOW, by=CLERK, profile=bench.PROFILE) is not None
            uow.commit()

    _timed(into, "call", call)
    with store.begin() as uow:
        calling.start_service(uow, WINDOW, by=CLERK)
        calling.finish_service(uow, WINDOW, by=CLERK)
        uow.commit()


def _board(store: SqlStore, into: dict[str, list[float]]) -> None:
    def read() -> None:
        with store.reading() as uow:
            board.read_board(uow)

    _timed(into, "board", read)


def _medians(times: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: statistics.median(taken) for name, taken in times.items()}


@contextmanager
def _store(url: str, keys: Keys) -> Iterator[SqlStore]:
    store = open_store(url, keys)
    try:
        yield store
    finally:
        store.close()


def tickets_wanted() -> int:
    """Five million, or as HALLSUITE_BENCH_TICKETS says, in whole days."""
    wanted = int(os.environ.get("HALLSUITE_BENCH_TICKETS", TICKETS))
    return max(wanted // A_DAY, 1) * A_DAY


def on_sqlite() -> Result:
    """On two SQLite files; five million tickets take 4 GB in the temporary folder."""
    with bench.sqlite() as (empty, keys, _), tempfile.TemporaryDirectory(prefix="hallsuite-bench-") as name:
        full = bench.prepare(f"sqlite:///{Path(name) / 'hall.db'}")
        return measure((empty, keys), full, tickets=tickets_wanted())


def on_postgres() -> Result:
    """On two databases of one PostgreSQL.

    Raises:
        PostgresMissing: no server programs here, and no address was given.
    """
    with bench.postgres() as (empty, keys, _):
        url = sa.make_url(empty)
        twin = f"{url.database}_years"
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(twin)))
            try:
                full = bench.prepare(url.set(database=twin).render_as_string(hide_password=False))
                return measure((empty, keys), full, tickets=tickets_wanted())
            finally:
                drop = psycopg.sql.SQL("DROP DATABASE {} WITH (FORCE)").format(psycopg.sql.Identifier(twin))
                connection.execute(drop)
