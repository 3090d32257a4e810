"""A store that opens when it is first used (延迟连接): an app starts though the database is away, and recovers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.change_feed import SqliteFeed
    from db.postgres_feed import PostgresFeed
    from db.store import SqlStore
    from db.unit_of_work import SqlUnitOfWork


class LateStore:
    """Fills `hall.ports.Store`; may be used from many threads.

    Args:
        open_it: opens the store, usually ``lambda: open_store(url, load_keys(path), zone=zone)``; tried again with
            each use until it succeeds. What it raises goes to the user of the store.
    """

    def __init__(self, open_it: Callable[[], SqlStore]) -> None:
        self._open_it = open_it
        self._lock = threading.Lock()
        self._store: SqlStore | None = None

    def begin(self) -> SqlUnitOfWork:
        """As `SqlStore.begin`.

        Raises:
            Unavailable: the database can't be opened now.
            SchemaMismatch: its tables are not those of this program.
        """
        return self._opened().begin()

    def reading(self) -> SqlUnitOfWork:
        """As `SqlStore.reading`; raises as `begin`."""
        return self._opened().reading()

    def feed(self) -> SqliteFeed | PostgresFeed:
        """As `SqlStore.feed`; raises as `begin`."""
        return self._opened().feed()

    def close(self) -> None:
        """Close what was opened."""
        with self._lock:
            store, self._store = self._store, None
        if store is not None:
            store.close()

    def _opened(self) -> SqlStore:
        with self._lock:
            if self._store is None:
                self._store = self._open_it()
            return self._store
