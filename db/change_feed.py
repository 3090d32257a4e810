"""Readers of the journal as it grows (变更流): what both databases share, and SQLite's.

The journal is the truth, a sign that it grew is only a hint: lost, doubled or late, the reader finds the same
records by asking for what is after the last it saw.
"""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from db.calls_now import CallsReader
from db.engine import Database
from db.errors import translated
from db.file_signs import FileSigns, log_of
from db.journal import AFTER
from hall.errors import Unavailable
from hall.journal.record import Change
from hall.queueing.board import CallsNow

T = TypeVar("T")

POLL_S = 0.100  # in case a sign was lost, or somebody wrote who gives none
POLL_WITHOUT_SIGNS_S = 0.010
MOST = 500  # records of one answer


class Feed(ABC):
    """What both feeds share: one connection of their own, reopened after it broke."""

    def __init__(self, database: Database, calls: CallsReader) -> None:
        self._database = database
        self._calls = calls
        self._dialect = database.engine.dialect
        self._errors = (database.dbapi.Error, sa.exc.DBAPIError)
        self._lock = threading.Lock()  # close() may come from another thread
        self._connection: Any = None
        self._known: Sequence[Change] = []  # records that the reader has not been given yet, without a gap
        self._closed = threading.Event()
        self._waiting = threading.Lock()  # held while a thread waits: what it waits on must not be closed under it

    def after(self, seq: int, *, limit: int = MOST) -> Sequence[Change]:
        """The records with a higher seq, by seq; those that `wait` has learned of already are not asked for again.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """
        known, self._known = self._known, []
        if known and known[0].seq == seq + 1:
            self._known = known[limit:]
            return known[:limit]
        return self._ask(seq, limit)

    def calls_now(self, branch: str = "") -> CallsNow:
        """Who is at which window of a branch now.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """
        return self._use(lambda connection: self._calls.read(connection, branch))

    def head(self) -> int:
        """The newest seq, 0 for none.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """
        row = self._use(lambda connection: connection.execute("SELECT seq FROM journal_head").fetchone())
        return int(row[0]) if row else 0

    def wait(self, seq: int, timeout: float) -> bool:
        """Wait until there are records after ``seq``; False when ``timeout`` seconds passed, or after `close`.

        Also True when the head is lower than ``seq``: a backup was put back.

        Raises:
            Unavailable: the connection broke; the next call opens another.
        """
        with self._waiting:
            try:
                return self._wait(seq, time.monotonic() + timeout)
            except Unavailable:  # closed between the look at the flag and the use of the connection
                if not self._closed.is_set():
                    raise
            return False

    def close(self) -> None:
        """Release the connection; a `wait` in another thread returns."""
        self._closed.set()
        self._wake()
        with self._waiting, self._lock:
            self._drop()
            self._release()

    def _ask(self, seq: int, limit: int) -> Sequence[Change]:
        compiled = AFTER.on(self._dialect)
        bound = compiled.bind({"seen": seq, "most": limit})
        rows = self._use(lambda connection: connection.execute(compiled.text, bound).fetchall())
        return [Change(seq, kind) for seq, kind in rows]

    @abstractmethod
    def _wait(self, seq: int, deadline: float) -> bool:
        """As `wait`; returns soon after `_wake`."""

    @abstractmethod
    def _wake(self) -> None:
        """Have the waiting thread return."""

    @abstractmethod
    def _release(self) -> None:
        """Close what `_wait` waits on; more than once does no harm."""

    def _use(self, work: Callable[[Any], T]) -> T:
        with self._lock:
            if self._closed.is_set():
                raise Unavailable("the feed is closed")
            try:
                if self._connection is None:
                    self._connection = self._open()
                return work(self._connection)
            except self._errors:
                self._drop()
                with translated(self._database.dbapi):
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


def _version_of(connection: Any) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


class SqliteFeed(Feed):
    """``PRAGMA data_version`` changes when another connection commits; fills `hall.ports.ChangeFeed`.

    It looks at once after a writer's sign (`db.file_signs`), and seldom otherwise: a look takes a fifth of a
    millisecond of a processor that did something else meanwhile, and fifty boards look.
    """

    def __init__(self, database: Database, calls: CallsReader, *, poll_s: float = POLL_S) -> None:
        super().__init__(database, calls)
        self._file = Path(str(database.engine.url.database)).resolve()
        self._signs = FileSigns(log_of(self._file))
        self._poll_s = poll_s if self._signs.works else min(poll_s, POLL_WITHOUT_SIGNS_S)
        self._inode = 0
        self._version: int | None = None  # of the data, when the journal was looked at; None for never
        self._newest = 0  # record at that version

    def _wait(self, seq: int, deadline: float) -> bool:
        while not self._closed.is_set():
            version = self._use(_version_of)
            if version != self._version:
                self._look(seq, version)
            if self._newest != seq:
                return True
            left = deadline - time.monotonic()
            if left <= 0:
                self._same_file()
                return False
            self._signs.wait(min(self._poll_s, left))
        return False

    def _look(self, seq: int, version: int) -> None:
        """Learn what the journal holds after ``seq``; ``version`` was read before, so nothing falls between."""
        self._known = found = self._ask(seq, MOST)
        self._newest = found[-1].seq if found else self.head()
        self._version = version if len(found) < MOST else None  # else there is more, at the same version

    def _wake(self) -> None:
        self._signs.wake()

    def _release(self) -> None:
        self._signs.close()

    def _open(self) -> Any:
        self._inode = self._inode_now()
        self._version = None
        return super()._open()

    def _same_file(self) -> None:
        """A connection goes on reading the file it opened, also when a backup was put in its place."""
        if self._inode and self._inode_now() != self._inode:
            with self._lock:
                self._drop()
            self._database.engine.dispose()
            raise Unavailable(f"{self._file} was replaced")

    def _inode_now(self) -> int:
        try:
            return self._file.stat().st_ino
        except OSError as error:
            raise Unavailable(f"{self._file}: {error.strerror}") from error
