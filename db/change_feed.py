"""Readers of the journal as it grows (变更流).

The journal is the truth, a sign that it grew is only a hint: lost, doubled or late, the reader finds the same
records by asking for what is after the last it saw.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from db.engine import Database
from db.errors import translated
from db.journal import AFTER, CHANNEL, to_record
from hall.errors import Unavailable
from hall.journal.record import Record

if TYPE_CHECKING:
    import psycopg

POLL_S = 0.010  # SQLite: a look takes some 6 µs
LOOK_AGAIN_S = 5.0  # PostgreSQL: in case a notification was lost


class _Feed:
    """What both feeds share: one connection of their own, reopened after it broke."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._dialect = database.engine.dialect
        self._lock = threading.Lock()  # close() may come from another thread
        self._connection: Any = None
        self._closed = threading.Event()

    def after(self, seq: int, *, limit: int = 500) -> Sequence[Record]:
        """Records with a higher seq, by seq.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """
        compiled = AFTER.on(self._dialect)
        with self._used() as connection:
            rows = connection.execute(compiled.text, compiled.bind({"seen": seq, "most": limit})).fetchall()
        return [to_record(compiled.convert(row)) for row in rows]

    def head(self) -> int:
        """The newest seq, 0 for none.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """
        with self._used() as connection:
            row = connection.execute("SELECT seq FROM journal_head").fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Release the connection; a `wait` in another thread returns."""
        self._closed.set()
        with self._lock:
            self._drop()

    @contextmanager
    def _used(self) -> Iterator[Any]:
        with self._lock:
            if self._closed.is_set():
                raise Unavailable("the feed is closed")
            with translated(self._database.dbapi):
                try:
                    if self._connection is None:
                        self._connection = self._open()
                    yield self._connection
                except self._database.dbapi.Error:
                    self._drop()
                    raise

    def _open(self) -> Any:
        # Not from the pool: LISTEN and data_version belong to one connection for good.
        pooled = self._database.engine.raw_connection()
        connection = pooled.driver_connection
        pooled.detach()
        return connection

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class SqliteFeed(_Feed):
    """Polls ``PRAGMA data_version``, which changes when another connection commits; fills `hall.ports.ChangeFeed`.

    Watching the file instead does not do: its events come before the commit can be read.
    """

    def __init__(self, database: Database, *, poll_s: float = POLL_S) -> None:
        super().__init__(database)
        self._poll_s = poll_s

    def wait(self, seq: int, timeout: float) -> bool:
        """Wait until there are records after ``seq``; False when ``timeout`` seconds passed, or after `close`.

        Raises:
            Unavailable: the database can't be read.
        """
        deadline = time.monotonic() + timeout
        seen: int | None = None
        try:
            while not self._closed.is_set():
                with self._used() as connection:
                    version = connection.execute("PRAGMA data_version").fetchone()[0]
                if version != seen:
                    seen = version
                    if self.head() > seq:
                        return True
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self._closed.wait(min(self._poll_s, left))
        except Unavailable:  # closed between the look at the flag and the use of the connection
            if not self._closed.is_set():
                raise
        return False


class PostgresFeed(_Feed):
    """``LISTEN``; fills `hall.ports.ChangeFeed`."""

    def __init__(self, database: Database, *, look_again_s: float = LOOK_AGAIN_S) -> None:
        super().__init__(database)
        self._look_again_s = look_again_s
        self._wake_reader, self._wake_writer = socket.socketpair()

    def _open(self) -> Any:
        connection = super()._open()
        connection.execute(f"LISTEN {CHANNEL}")
        return connection

    def wait(self, seq: int, timeout: float) -> bool:
        """Wait until there are records after ``seq``; False when ``timeout`` seconds passed, or after `close`.

        Raises:
            Unavailable: the connection broke; the next call opens another and listens before it looks.
        """
        deadline = time.monotonic() + timeout
        try:
            while not self._closed.is_set():
                if self.head() > seq:  # also after LISTEN on a new connection, so that nothing falls between
                    return True
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self._wait_for_sign(min(left, self._look_again_s))
        except Unavailable:
            if not self._closed.is_set():
                raise
        return False

    def close(self) -> None:
        """Release the connection; a `wait` in another thread returns."""
        self._closed.set()
        self._wake_writer.close()
        super().close()
        self._wake_reader.close()

    def _wait_for_sign(self, timeout: float) -> None:
        with self._used() as connection:
            if list(connection.notifies(timeout=0)):
                return
            handle = connection.fileno()
        select.select([handle, self._wake_reader], [], [], timeout)
        with self._used() as connection:
            _take_in(connection)


def _take_in(connection: psycopg.Connection[Any]) -> None:
    # Empties the notifications; a connection that the server closed raises here.
    for _ in connection.notifies(timeout=0):
        pass
