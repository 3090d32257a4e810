"""The hall's store out of reach (数据库断开), for tests of what goes on without it."""

from __future__ import annotations

from db.store import SqlStore
from hall.errors import Unavailable


class AwayStore:
    """The hall's store, out of reach when the test says so."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.away = False

    def begin(self) -> object:
        return self._reached().begin()

    def reading(self) -> object:
        return self._reached().reading()

    def _reached(self) -> SqlStore:
        if self.away:
            raise Unavailable("the database is away")
        return self._store
