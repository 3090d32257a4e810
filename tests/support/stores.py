"""Databases for tests: SQLite in a temporary folder, PostgreSQL in the session's cluster, both with all tables.

Name the fixtures `any_store` (runs on both) or `sqlite_store` (SQLite only) in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from db.crypto import Keys, new_keys
from db.engine import connect
from db.schema import upgrade
from db.store import SqlStore, open_store

ZONE = ZoneInfo("Asia/Shanghai")

OpenStore = Callable[..., SqlStore]


def make_database(url: str) -> str:
    """Make all tables in the database at ``url``; return ``url``."""
    database = connect(url)
    try:
        upgrade(database)
    finally:
        database.engine.dispose()
    return url


def make_sqlite(folder: Path) -> str:
    """Make ``hall.db`` in ``folder``; return its address."""
    return make_database(f"sqlite:///{folder / 'hall.db'}")


@pytest.fixture(scope="session")
def hall_keys() -> Keys:
    """Fresh random keys."""
    return new_keys()


@pytest.fixture
def open_test_store(hall_keys: Keys) -> Iterator[OpenStore]:
    """Open stores by address; they are closed after the test."""
    opened: list[SqlStore] = []

    def open_one(url: str, *, keys: Keys = hall_keys, clock: Callable[[], datetime] | None = None) -> SqlStore:
        store = open_store(url, keys, zone=ZONE, clock=clock)
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def sqlite_store(tmp_path: Path, open_test_store: OpenStore) -> SqlStore:
    """An empty store on SQLite."""
    return open_test_store(make_sqlite(tmp_path))


@pytest.fixture(params=["sqlite", "postgres"])
def any_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database with all tables, once on SQLite, once on PostgreSQL."""
    if request.param == "sqlite":
        return make_sqlite(tmp_path)
    return make_database(request.getfixturevalue("postgres_url"))


@pytest.fixture
def any_store(any_url: str, open_test_store: OpenStore) -> SqlStore:
    """An empty store, once on SQLite, once on PostgreSQL."""
    return open_test_store(any_url)
