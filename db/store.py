"""The store (数据存储): what an application's ``main.py`` opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from db.calls_now import calls_reader
from db.change_feed import SqliteFeed
from db.crypto import Keys
from db.engine import Database, connect
from db.postgres_feed import PostgresFeed
from db.schema import check_schema
from db.unit_of_work import Shared, SqlUnitOfWork
from hall.errors import Unavailable

DEFAULT_ZONE = ZoneInfo("Asia/Shanghai")


class SqlStore:
    """Fills `hall.ports.Store`; may be used from many threads, each with its own units of work."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._feeds: list[SqliteFeed | PostgresFeed] = []

    @property
    def database(self) -> Database:
        """Engine and driver, for set-up and checks."""
        return self._shared.database

    @property
    def is_postgres(self) -> bool:
        """True for PostgreSQL, False for SQLite."""
        return self._shared.database.is_postgres

    def begin(self) -> SqlUnitOfWork:
        """A writing transaction; it begins on entering its ``with`` block."""
        return SqlUnitOfWork(self._shared, writable=True)

    def reading(self) -> SqlUnitOfWork:
        """A read-only snapshot; ``record`` and ``commit`` are refused."""
        return SqlUnitOfWork(self._shared, writable=False)

    def feed(self) -> SqliteFeed | PostgresFeed:
        """A new change feed with a connection of its own; one reader each."""
        calls = calls_reader(self.database, self._shared.zone, self._shared.clock)
        feed = (PostgresFeed if self.is_postgres else SqliteFeed)(self.database, calls)
        self._feeds.append(feed)
        return feed

    def close(self) -> None:
        """Close the feeds and the connections."""
        for feed in self._feeds:
            feed.close()
        self.database.engine.dispose()


def open_store(
    url: str, keys: Keys, *, zone: tzinfo = DEFAULT_ZONE, clock: Callable[[], datetime] | None = None
) -> SqlStore:
    """Open a database that `db.schema.upgrade` made.

    Args:
        url: ``sqlite:///PATH`` or ``postgresql://USER@HOST/NAME``.
        keys: the hall's keys.
        zone: the hall's zone, which decides what a day is; times come back in it.
        clock: replaces the database server's clock, for tests and simulated days only.

    Raises:
        BadInput: the address is not one.
        Unavailable: the database does not exist or can't be reached.
        SchemaMismatch: its tables are older or newer than this program, or are not there.
    """
    database = connect(url)
    if not database.is_postgres:
        path = Path(str(database.engine.url.database))
        if not path.exists():
            message = f"数据库文件不存在：{path}。请先执行 hallctl db init。"
            raise Unavailable(f"{path} does not exist", message=message)
    try:
        check_schema(database)
    except BaseException:
        database.engine.dispose()
        raise
    return SqlStore(Shared(database, keys, zone, clock))
