"""A PostgreSQL of a test's own, which can be stopped, held up and started again at the same address."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres
from tests.support.stores import make_database


class RestartablePostgres:
    """A cluster with one database of the hall.

    Attributes:
        url: of the database, which has all tables.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cluster = postgres.start(folder, os.getpid())
        self.url = make_database(self._cluster.url(self._cluster.create()))

    def stop(self) -> None:
        """As a power cut."""
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        """Returns when it takes connections."""
        log = str(self._folder / "data" / "server.log")
        self._control("start", "-l", log, "-o", f"-p {self._cluster.port}")

    def hold(self) -> None:
        """Its processes stand still: connections stay, nothing is answered."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """After `hold`."""
        self._signal(signal.SIGCONT)

    def cut_connections(self) -> None:
        """End every connection to the database; returns when the last is gone."""
        with psycopg.connect(self._cluster.url("postgres").replace("+psycopg", ""), autocommit=True) as connection:
            # All at once: to wait for each in turn takes a tenth of a second a connection, and the first are back
            # before the last are gone.
            ended = connection.execute(
                "SELECT backend_start, pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchall()
            begun = [begun for begun, _ in ended]
            there = "SELECT count(*), pg_sleep(0.005) FROM pg_stat_activity WHERE backend_start = ANY(%s)"
            while (connection.execute(there, (begun,)).fetchone() or (0,))[0]:
                pass

    def _control(self, *arguments: str) -> None:
        action, *rest = arguments
        data = str(self._folder / "data")
        postgres.run(self._folder, "pg_ctl", action, "-D", data, "-w", "-t", "60", *rest)

    def _signal(self, number: int) -> None:
        lock = self._folder / "data" / "postmaster.pid"
        if not lock.exists():  # it was stopped
            return
        head = int(lock.read_text().split()[0])
        children = Path(f"/proc/{head}/task/{head}/children").read_text().split()
        for process in (*map(int, children), head):
            os.kill(process, number)


@contextmanager
def restartable() -> Iterator[RestartablePostgres]:
    """A cluster that is ended after the block, whatever state it is in.

    Raises:
        PostgresMissing: no server programs here.
    """
    with tempfile.TemporaryDirectory(prefix="hallsuite-postgres-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # user postgres passes through to its data
        (folder / "cluster").mkdir(mode=0o755)
        server = None
        try:
            server = RestartablePostgres(folder / "cluster")
            yield server
        finally:
            if server is not None:
                server.go_on()  # who stands still can't be stopped
            postgres.stop(folder / "cluster")


@pytest.fixture
def own_postgres() -> Iterator[RestartablePostgres]:
    """A cluster of the test's own; ended after it, whatever state it is in."""
    try:
        with restartable() as server:
            yield server
    except postgres.PostgresMissing as error:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(f"PostgreSQL is needed under CI: {error}")
        pytest.skip(f"PostgreSQL is not installed: {error}")
