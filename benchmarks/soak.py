"""Many processes at one database, killed and restarted at random, then audited (压力测试).

``python -m benchmarks.soak [--operations 100000] [--postgres]`` runs it on SQLite or
PostgreSQL; an operation is one committed use case with its journal record. Nothing may be lost, doubled or
overwritten, and whatever a worker saw committed must be there.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from benchmarks.soak_worker import Task, clock_from, work
from cli.simulate.audit import Audit, audit
from cli.simulate.hall import prepare, staff_of
from cli.simulate.plan import PROFILE, ZONE
from db.crypto import Keys, new_keys, save_keys
from db.engine import connect
from db.passwords import Argon2Passwords
from db.schema import upgrade
from db.store import SqlStore, open_store
from hall.identity import Actor, Role
from hall.queueing import calling, moves
from hall.queueing.ticket import TicketState
from hall.staffing import service as staffing
from hall.staffing.window import Post, WindowState

WINDOWS = 5
KIOSKS = 2
SHARED = (1, 2)  # windows with two processes at once: a program started twice
KILL_EVERY_S = (0.2, 1.2)
OPERATIONS = 100_000
HASHER = Argon2Passwords(time_cost=1, memory_kib=64)


@dataclass(frozen=True, slots=True)
class Soaked:
    """What a run gave.

    Attributes:
        operations: committed use cases, one journal record each.
        killed: processes ended by SIGKILL in the middle of their work.
        broken_promises: labels that a worker saw committed and that are not there, or that two workers were given.
    """

    operations: int
    seconds: float
    processes: int
    killed: int
    found: Audit
    broken_promises: int

    @property
    def problems(self) -> dict[str, int]:
        """Every count that must be 0."""
        return self.found.problems() | {"broken_promises": self.broken_promises}

    def as_document(self) -> dict[str, object]:
        """For the JSON line."""
        return {
            "operations": self.operations,
            "seconds": round(self.seconds, 1),
            "processes": self.processes,
            "killed": self.killed,
            "tickets": self.found.tickets,
            "calls": self.found.replay.calls,
            **self.problems,
            "ok": not any(self.problems.values()),
        }


def soak(
    url: str, keys: Keys, folder: Path, *, operations: int, seed: int = 1, minutes: float = math.inf
) -> Soaked:
    """Run on an empty database with tables until ``operations`` were committed or ``minutes`` have passed.

    ``folder`` takes working files.
    """
    key_file, told = folder / "soak-keys.toml", folder / "acknowledged"
    save_keys(keys, key_file)
    told.mkdir()
    began = time.time()
    store = open_store(url, keys, zone=ZONE, clock=clock_from(began))
    try:
        _open_windows(store)
        workers = _Workers(Task(url, key_file, 0, "", began, told / "none"), told, seed)
        started = time.monotonic()
        try:
            workers.run(store, operations, started + minutes * 60)
        finally:
            workers.end()
        seconds = time.monotonic() - started
        _serve_the_rest(store)
        found = audit(store, keys)
    finally:
        store.close()
    promised = [line.split() for file in sorted(told.iterdir()) for line in _whole_lines(file)]
    return Soaked(
        found.verdict.records, seconds, len(workers.places), workers.killed, found, _broken(promised, found)
    )


class _Workers:
    """The processes and their places: the kiosks, and one or two at each window."""

    def __init__(self, task: Task, told: Path, seed: int) -> None:
        self._task = task
        self._told = told
        self._rng = random.Random(seed)
        # Forked from a server that has imported everything and has no connection open: a restart costs little.
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["benchmarks.soak_worker"])
        self.places = [0] * KIOSKS + [*range(1, WINDOWS + 1), *SHARED]
        self._running: list[BaseProcess] = []
        self._placed: list[int] = []
        self._started = 0
        self.killed = 0

    def run(self, store: SqlStore, operations: int, until: float) -> None:
        for place in self.places:
            self._start(place)
        while True:
            time.sleep(self._rng.uniform(*KILL_EVERY_S))
            if _records(store) >= operations or time.monotonic() >= until:
                return
            index = self._rng.randrange(len(self._running))
            victim, place = self._running.pop(index), self._placed.pop(index)
            if victim.exitcode is not None:
                raise RuntimeError(f"a worker ended by itself with {victim.exitcode}")
            victim.kill()
            victim.join()
            victim.close()
            self.killed += 1
            self._start(place)

    def end(self) -> None:
        for process in self._running:
            process.terminate()
        for process in self._running:
            process.join()
            process.close()

    def _start(self, window: int) -> None:
        self._started += 1
        seed = f"{self._rng.random()}"
        file = self._told / f"{self._started}.txt"
        task = Task(self._task.url, self._task.keys, window, seed, self._task.began, file)
        process = self._context.Process(target=work, args=(task,), daemon=True)
        process.start()
        self._running.append(process)
        self._placed.append(window)


def _open_windows(store: SqlStore) -> None:
    windows = prepare(store, HASHER, windows=WINDOWS)
    for number, staff in staff_of(windows).items():
        with store.begin() as uow:
            staffing.sign_in(
                uow, number, staff.a, staff.password, Post.A, hasher=HASHER, station=f"counter-{number}"
            )
            uow.commit()


def _records(store: SqlStore) -> int:
    feed = store.feed()
    try:
        return feed.head()
    finally:
        feed.close()


def _serve_the_rest(store: SqlStore) -> None:
    """End the day: finish, resume, void and call until nobody is left."""
    with store.reading() as uow:
        windows = list(uow.windows.all())
        open_now = uow.tickets.in_state(uow.now.date(), (TicketState.PENDING_PRINT, TicketState.SUSPENDED))
    for ticket in open_now:
        with store.begin() as uow:
            moves.void(uow, ticket.id, by=Actor("2001", frozenset({Role.GUIDE}), "guide-1"), reason="下班清理")
            uow.commit()
    for window in windows:
        by = Actor(window.clerk or "", frozenset({Role.CLERK}), f"counter-{window.number}")
        if window.state is WindowState.PAUSED:
            with store.begin() as uow:
                staffing.resume_window(uow, window.number, by=by)
                uow.commit()
        while _one_more(store, window.number, by):
            pass


def _one_more(store: SqlStore, number: int, by: Actor) -> bool:
    with store.begin() as uow:
        ticket = uow.tickets.at_window(uow.now.date(), number)
        if ticket is None:
            called = calling.call_next(uow, number, by=by, profile=PROFILE)
            if called is None:
                return False
            ticket = called.ticket
        if ticket.state is TicketState.CALLED:
            calling.start_service(uow, number, by=by)
        calling.finish_service(uow, number, by=by)
        uow.commit()
    return True


def _whole_lines(file: Path) -> list[str]:
    return [line for line in file.read_text().splitlines(keepends=True) if line.endswith("\n")]


def _broken(promised: Sequence[Sequence[str]], found: Audit) -> int:
    states = {row.id: row.state for row in found.rows}
    labels = {key: life.label for key, life in found.replay.tickets.items()}
    given = Counter(label for what, _, label in promised if what == "issued")
    missing = sum(labels.get(int(key)) != label for _, key, label in promised)
    unfinished = sum(
        states.get(int(key)) is not TicketState.FINISHED for what, key, _ in promised if what == "finished"
    )
    return missing + unfinished + sum(times - 1 for times in given.values())


def main() -> int:
    """Run, print what came out, and say by the exit status whether all is well."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak")
    parser.add_argument("--operations", type=int, default=OPERATIONS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop then, however many were done")
    parser.add_argument(
        "--postgres", action="store_true", help="on a private PostgreSQL, or HALLSUITE_BENCH_POSTGRES"
    )
    options = parser.parse_args()
    wanted = {name: getattr(options, name) for name in ("operations", "seed", "minutes")}
    with tempfile.TemporaryDirectory(prefix="hallsuite-soak-") as name:
        folder = Path(name)
        if options.postgres:
            from benchmarks.database import postgres

            with postgres(sample=False) as (url, keys, _):
                done = soak(url, keys, folder, **wanted)
        else:
            url, keys = empty_sqlite(folder), new_keys()
            done = soak(url, keys, folder, **wanted)
    document = done.as_document()
    print(json.dumps(document), flush=True)
    return 0 if document["ok"] else 1


def empty_sqlite(folder: Path) -> str:
    """Address of a fresh database with all tables."""
    url = f"sqlite:///{folder / 'hall.db'}"
    database = connect(url)
    upgrade(database)
    database.engine.dispose()
    return url


if __name__ == "__main__":
    raise SystemExit(main())
