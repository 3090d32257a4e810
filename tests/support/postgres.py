"""A private PostgreSQL cluster for one test session, and an empty database for each test.

The cluster starts when the first test asks for it, in whichever xdist worker that is, and the controller stops it
at the end. Its data lives in a temporary directory; it listens on a random loopback port only. ``fsync`` is off:
good for tests, useless for measuring a commit.

Without PostgreSQL on the machine the tests that need it are skipped with the reason; under ``CI`` they fail.
"""

from __future__ import annotations

import fcntl
import json
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

FOLDER = "HALLSUITE_TEST_POSTGRES"  # environment variable: where the session's cluster lives
SYSTEM_USER = "postgres"  # PostgreSQL refuses to run as root
START_TRIES = 5  # another program may take the free port between our look and the start

SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
fsync = off
full_page_writes = off
timezone = 'UTC'
lc_messages = 'C'
"""

# Stops the cluster when the test session was killed and could not do it itself.
WATCHDOG = """
while kill -0 "$1" 2>/dev/null && [ -d "$2/data" ]; do sleep 1; done
[ -f "$2/data/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"
sleep 1
rm -rf "$2"
"""


class PostgresMissing(Exception):
    """PostgreSQL's server programs are not on this machine."""


@dataclass(frozen=True, slots=True)
class PostgresCluster:
    """A running cluster: where it listens and who may enter."""

    port: int
    user: str
    password: str

    def url(self, database: str) -> str:
        """SQLAlchemy address of ``database``."""
        return f"postgresql+psycopg://{self.user}:{self.password}@127.0.0.1:{self.port}/{database}"

    def create(self, *, template: str = "template1") -> str:
        """Create a database with a fresh name, as a copy of ``template``; return the name."""
        name = f"t_{secrets.token_hex(8)}"
        with self._maintenance() as connection:
            command = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            connection.execute(command.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop(self, name: str) -> None:
        """Drop the database, throwing out whoever is still connected."""
        with self._maintenance() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextmanager
    def _maintenance(self) -> Iterator[psycopg.Connection]:
        address = self.url("postgres").replace("+psycopg", "")
        connection = psycopg.connect(address, autocommit=True)
        try:
            yield connection
        finally:
            connection.close()


def programs() -> Path:
    """Return the folder of the newest PostgreSQL's ``initdb`` and ``pg_ctl``.

    Raises:
        PostgresMissing: none is installed.
    """
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    if on_path := shutil.which("pg_ctl"):
        found.append(Path(on_path).resolve().parent)
    complete = [folder for folder in found if (folder / "initdb").exists()]
    if not complete:
        raise PostgresMissing("no initdb and pg_ctl under /usr/lib/postgresql or on PATH (package: postgresql)")
    return max(complete, key=lambda folder: (folder.parent.name.isdigit(), folder.parent.name.zfill(4)))


def run(folder: Path, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs, as user postgres when we are root; its output goes to a file."""
    command = [str(programs() / program), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", SYSTEM_USER, "--", *command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    environment["LC_ALL"] = "C.UTF-8"
    log = folder / f"{program}.log"
    # A file, not a pipe: the server inherits it and a pipe would never close.
    with log.open("w") as output:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", env=environment
        ).returncode
    if done:
        server = folder / "data" / "server.log"
        said = log.read_text() + (server.read_text()[-2000:] if server.exists() else "")
        raise RuntimeError(f"{program} ended with {done}: {said}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def start(folder: Path, controller: int) -> PostgresCluster:
    """Make and start a cluster under ``folder``; it ends with process ``controller`` at the latest.

    Raises:
        PostgresMissing: no server programs here.
        RuntimeError: a program failed; the text is its output.
    """
    programs()
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    password_file = data.with_name("password")
    password = secrets.token_hex(16)
    password_file.touch(mode=0o600)
    password_file.write_text(password)
    if os.geteuid() == 0:
        try:
            owner = pwd.getpwnam(SYSTEM_USER)
        except KeyError as error:
            raise PostgresMissing(f"no system user {SYSTEM_USER} (package: postgresql)") from error
        for path in (data, password_file):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    run(
        folder, "initdb", "--pgdata", str(data), "--username=hall", "--pwfile", str(password_file),
        "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
    )  # fmt: skip
    with (data / "postgresql.conf").open("a") as conf:
        conf.write(SETTINGS)
    port = _start_on_free_port(folder, data)
    _start_watchdog(folder, controller)
    return PostgresCluster(port=port, user="hall", password=password)


def _start_watchdog(folder: Path, controller: int) -> None:
    watchdog = subprocess.Popen(
        ["sh", "-c", WATCHDOG, "watchdog", str(controller), str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
    )
    watchdog.returncode = 0  # nobody waits for it; without this its end would warn


def _start_on_free_port(folder: Path, data: Path) -> int:
    log = str(data / "server.log")
    for attempt in range(1, START_TRIES + 1):
        port = free_port()
        try:
            run(folder, "pg_ctl", "start", "-D", str(data), "-l", log, "-w", "-t", "60", "-o", f"-p {port}")
        except RuntimeError:
            if attempt == START_TRIES:
                raise
            continue
        return port
    raise AssertionError("unreachable")


def stop(folder: Path) -> None:
    """Stop the cluster under ``folder`` at once and remove it."""
    if (folder / "data" / "postmaster.pid").exists():
        run(folder, "pg_ctl", "stop", "-D", str(folder / "data"), "-m", "immediate", "-w", "-t", "30")
    shutil.rmtree(folder, ignore_errors=True)


def session_cluster(folder: Path) -> PostgresCluster:
    """Return the session's cluster, starting it when this process is the first of the workers to ask."""
    ready = folder / "ready.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            controller = int((folder / "controller").read_text())
            ready.write_text(json.dumps(asdict(start(folder, controller))))
    return PostgresCluster(**json.loads(ready.read_text()))


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the controller, or the only process
        folder = Path(tempfile.mkdtemp(prefix="hallsuite-postgres-"))
        folder.chmod(0o755)  # user postgres passes through to its data
        (folder / "controller").write_text(str(os.getpid()))
        os.environ[FOLDER] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and (folder := os.environ.pop(FOLDER, None)):
        stop(Path(folder))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"postgres_url", "postgres_cluster", "own_postgres"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("postgres")


@pytest.fixture(scope="session")
def postgres_cluster() -> PostgresCluster:
    """The session's private cluster."""
    try:
        return session_cluster(Path(os.environ[FOLDER]))
    except PostgresMissing as error:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(f"PostgreSQL is needed under CI: {error}")
        pytest.skip(f"PostgreSQL is not installed: {error}")


@pytest.fixture
def postgres_url(postgres_cluster: PostgresCluster) -> Iterator[str]:
    """SQLAlchemy address of a fresh, empty database; it is dropped after the test."""
    name = postgres_cluster.create()
    yield postgres_cluster.url(name)
    postgres_cluster.drop(name)
