"""Taking a number, on SQLite and PostgreSQL, against the barest commit of the same database.

The reference is one row of a two-column table: BEGIN, INSERT, COMMIT on the driver itself, one process. Both are
measured in turns of a few dozen, so that a machine that is busy for a moment slows both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.result import Result
from db.crypto import Keys, load_keys, new_keys, save_keys
from db.engine import connect
from db.sample import seed_sample
from db.schema import upgrade
from db.store import SqlStore, open_store
from hall.business_calendar.calendar import OpeningState
from hall.identity import Holder, HolderKind, citizen_at, system_at
from hall.profile import HallProfile
from hall.queueing.issue import TicketRequest, issue_ticket

POSTGRES = (
    "HALLSUITE_BENCH_POSTGRES"  # address of an empty database with fsync on; else a private cluster is started
)
ROUNDS = 15
TURN = 30
PROCESSES = 8
EACH = 200
ISSUE_TARGET = 2.5
THROUGHPUT_TARGET = 0.5
ITEM = "SX002"
OPEN = OpeningState(True, "正在办公")
PROFILE = HallProfile(name="bench", hall_name="测试大厅")
KIOSK = citizen_at("kiosk-1")


class _NoPasswords:
    """Hashing is not what is measured."""

    def hash(self, password: str) -> str:
        return "none"

    def matches(self, password_hash: str, password: str) -> bool:
        return False


def issue_one(store: SqlStore, person: str) -> str:
    """All checks, a person with an id card, the journal; return the label."""
    holder = Holder(HolderKind.ID_CARD, name="王建国", id_number=person)
    with store.begin() as uow:
        issued = issue_ticket(uow, TicketRequest(ITEM, OPEN, holder), by=KIOSK, profile=PROFILE)
        uow.commit()
    return issued.ticket.label


def raw_commit(store: SqlStore) -> Callable[[], None]:
    """The reference: one row and a commit on a connection of its own."""
    cursor: Any = store.database.engine.raw_connection().cursor()
    kind = "SERIAL" if store.is_postgres else "INTEGER"
    cursor.execute(f"CREATE TABLE IF NOT EXISTS bench (id {kind} PRIMARY KEY, text TEXT)")
    begin, insert = store.database.begin_write, "INSERT INTO bench (text) VALUES ({})"
    insert = insert.format("%s" if store.is_postgres else "?")

    def commit() -> None:
        cursor.execute(begin)
        cursor.execute(insert, ("x",))
        cursor.execute("COMMIT")

    return commit


def issue_p50(url: str, keys: Keys, folder: Path) -> Result:
    """Median seconds of issuing against the median of the raw commit."""
    with opened(url, keys) as store:
        raw = raw_commit(store)
        ours: list[float] = []
        theirs: list[float] = []
        person = 0
        for turn in range(ROUNDS + 1):
            for work, times in ((raw, theirs), (None, ours)):
                for _ in range(TURN):
                    person += 1
                    start = time.perf_counter()
                    if work is None:
                        issue_one(store, f"41021119800101{person}")
                    else:
                        work()
                    if turn:  # the first turn warms up
                        times.append(time.perf_counter() - start)
        return Result(statistics.median(ours), statistics.median(theirs), ISSUE_TARGET)


def throughput(url: str, keys: Keys, folder: Path) -> Result:
    """Tickets a second of eight processes against raw commits a second of one."""
    key_file = folder / "keys.toml"
    save_keys(keys, key_file)
    with opened(url, keys) as store:
        raw = raw_commit(store)
        reference = [_per_second(raw, PROCESSES * EACH // 4)]
        command = [sys.executable, "-m", "benchmarks.database", url, str(key_file)]
        root = Path(__file__).resolve().parents[1]
        workers = [
            subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for _ in range(PROCESSES)
        ]
        for worker in workers:
            assert worker.stdout is not None
            worker.stdout.readline()
        start = time.perf_counter()
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("go\n")
            worker.stdin.flush()
        labels: list[str] = []
        for worker in workers:
            assert worker.stdout is not None
            labels += worker.stdout.readline().split()
        taken = time.perf_counter() - start
        for worker in workers:
            worker.communicate()
        reference.append(_per_second(raw, PROCESSES * EACH // 4))
    numbers = sorted(int(label[1:]) for label in labels)
    note = "" if numbers == list(range(1, PROCESSES * EACH + 1)) else "numbers repeat or are missing"
    value = PROCESSES * EACH / taken
    return Result(value, statistics.mean(reference), THROUGHPUT_TARGET, at_most=False, note=note)


def _per_second(work: Callable[[], None], times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        work()
    return times / (time.perf_counter() - start)


@contextmanager
def opened(url: str, keys: Keys) -> Iterator[SqlStore]:
    """A store that is closed after the block."""
    store = open_store(url, keys)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for what a benchmark writes."""
    with tempfile.TemporaryDirectory(prefix="hallsuite-bench-") as name:
        yield Path(name)


@contextmanager
def sqlite() -> Iterator[tuple[str, Keys, Path]]:
    """A fresh SQLite database with the sample hall."""
    with tempfile.TemporaryDirectory(prefix="hallsuite-bench-") as name:
        folder = Path(name)
        yield *prepare(f"sqlite:///{folder / 'hall.db'}"), folder


@contextmanager
def postgres(*, sample: bool = True) -> Iterator[tuple[str, Keys, Path]]:
    """A fresh PostgreSQL database, with the sample hall unless it is to stay empty, every commit on disk.

    Raises:
        PostgresMissing: no server programs here, and no address was given.
    """
    with tempfile.TemporaryDirectory(prefix="hallsuite-bench-") as name:
        folder = Path(name)
        if address := os.environ.get(POSTGRES):
            yield *prepare(address, sample=sample), folder
            return
        from tests.support import postgres as cluster

        folder.chmod(0o755)
        (folder / "cluster").mkdir()
        (folder / "cluster").chmod(0o755)
        made = cluster.start(folder / "cluster", os.getpid())
        try:
            import psycopg

            with psycopg.connect(made.url("postgres").replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET fsync = on")
                connection.execute("ALTER SYSTEM SET full_page_writes = on")
                connection.execute("SELECT pg_reload_conf()")
            yield *prepare(made.url(made.create()), sample=sample), folder
        finally:
            cluster.stop(folder / "cluster")


def prepare(url: str, *, sample: bool = True) -> tuple[str, Keys]:
    """Make the tables in an empty database and write the sample hall; its address and new keys."""
    keys, database = new_keys(), connect(url)
    upgrade(database)
    database.engine.dispose()
    if sample:
        seed(url, keys)
    return url, keys


def seed(url: str, keys: Keys) -> None:
    """Write the sample hall into tables that are there."""
    with opened(url, keys) as store:
        seed_sample(store, _NoPasswords(), by=system_at("bench"))


def main() -> None:
    """A worker: issue tickets after a line on standard input, then print their labels."""
    store = open_store(sys.argv[1], load_keys(Path(sys.argv[2])))
    with store.reading() as uow:
        uow.catalogue.items()
    print("ready", flush=True)
    sys.stdin.readline()
    print(*(issue_one(store, f"{os.getpid()}-{number}") for number in range(EACH)), flush=True)
    store.close()


if __name__ == "__main__":
    main()
