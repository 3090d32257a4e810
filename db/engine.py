"""Connections (数据库连接): SQLite in WAL mode, or PostgreSQL through psycopg 3.

Connections are in the driver's autocommit mode; transactions are begun by name, because SQLite's writers must say
``BEGIN IMMEDIATE``: with plain BEGIN two readers that both want to write refuse each other.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from db.file_signs import log_of
from hall.errors import BadInput

try:  # carries SQLite >= 3.51.3, free of the WAL-reset corruption race
    import pysqlite3.dbapi2 as sqlite_driver
except ImportError:
    sqlite_driver = sqlite3

BUSY_TIMEOUT_MS = 10_000
# SQLite keeps 2 MiB of pages for each connection and fills them over days. A station has several connections, and
# the system keeps the file's pages once for all of them: a page let go costs a copy, not a read of the disk.
PAGES_KIB = 256
CONNECT_TIMEOUT_S = 2  # a station asks again at once: the system's own retries come ever more seldom
# A server that vanished without a word (a cable, a switch) is noticed after some five seconds, not after two hours.
DEAD_LINE = {
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,  # milliseconds
}
READS_ONLY = "hall_reads_only"  # execution option of a connection that must not wait for the writers
SAFE_SQLITE = (3, 51, 3)


def sqlite_is_safe() -> bool:
    """True when the SQLite in use is free of the WAL-reset race; `hallctl doctor` tells."""
    return tuple(int(part) for part in sqlite_driver.sqlite_version.split(".")) >= SAFE_SQLITE


@dataclass(frozen=True, slots=True)
class Database:
    """An engine and what differs between the two kinds.

    Attributes:
        engine: pool and dialect; `begin` events open a writing transaction.
        dbapi: the driver's module.
        begin_write, begin_read: statements that open a transaction.
        log_file: SQLite's write-ahead log, on which writers give a sign after each commit; None for PostgreSQL.
    """

    engine: sa.Engine
    dbapi: ModuleType
    begin_write: str
    begin_read: str
    log_file: Path | None = None

    @property
    def is_postgres(self) -> bool:
        """True for PostgreSQL, False for SQLite."""
        return self.engine.dialect.name == "postgresql"


def parse_url(text: str) -> sa.URL:
    """Read a database address.

    Raises:
        BadInput: it is neither ``sqlite:///PATH`` nor ``postgresql://…``.
    """
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError as error:
        raise BadInput("not a database address", message="数据库地址格式有误。") from error
    if url.drivername in ("postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise BadInput(
        f"unsupported database {url.drivername}: use sqlite:///PATH or postgresql://USER@HOST/NAME",
        message="数据库地址应为 sqlite:///路径 或 postgresql://用户@主机/库名。",
    )


def connect(text: str) -> Database:
    """Make the engine for an address; no connection is opened yet.

    Raises:
        BadInput: see `parse_url`.
    """
    url = parse_url(text)
    return _postgres(url) if url.drivername.startswith("postgresql") else _sqlite(url)


def _sqlite(url: sa.URL) -> Database:
    engine = sa.create_engine(
        url,
        module=sqlite_driver,
        pool_reset_on_return=None,  # sessions end their transactions themselves
        connect_args={"isolation_level": None, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA cache_size = -{PAGES_KIB}")
        cursor.close()

    log_file = log_of(Path(str(url.database)).resolve())
    database = Database(engine, sqlite_driver, "BEGIN IMMEDIATE", "BEGIN", log_file)
    _begin_by_name(database)
    return database


def _postgres(url: sa.URL) -> Database:
    engine = sa.create_engine(
        url,
        pool_reset_on_return=None,  # sessions end their transactions themselves
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_S,
            **DEAD_LINE,
            "prepare_threshold": 0,
            "application_name": "hall",
            "options": "-c timezone=UTC -c datestyle=ISO -c lock_timeout=10s"
            " -c idle_in_transaction_session_timeout=60s",
        },
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.autocommit = True

    import psycopg  # late: a station on SQLite starts without it

    database = Database(
        engine, psycopg, "BEGIN ISOLATION LEVEL READ COMMITTED", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    )
    _begin_by_name(database)
    return database


def _begin_by_name(database: Database) -> None:
    # For whoever uses SQLAlchemy's own connections: migrations and set-up.
    @event.listens_for(database.engine, "begin")
    def begin(connection: sa.Connection) -> None:
        reads = connection.get_execution_options().get(READS_ONLY, False)
        connection.exec_driver_sql(database.begin_read if reads else database.begin_write)
