"""PostgreSQL's reader of the journal (变更流): LISTEN, and the journal only where a notification is not enough.

A notification names the records that were committed. As long as each follows on what is known, nobody is asked.
What does not follow – a notification was lost, came twice or late, is garbage or a lie – makes the reader ask the
journal, from the last record that it learned from the journal itself; so a lie hides nothing.
"""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db.calls_now import CallsReader
from db.change_feed import MOST, Feed
from db.engine import Database
from db.journal_signs import CHANNEL, changes_of
from hall.journal.record import Change

if TYPE_CHECKING:
    import psycopg

LOOK_AGAIN_S = 5.0  # in case a notification was lost


class PostgresFeed(Feed):
    """``LISTEN``; fills `hall.ports.ChangeFeed`."""

    def __init__(self, database: Database, calls: CallsReader, *, look_again_s: float = LOOK_AGAIN_S) -> None:
        super().__init__(database, calls)
        self._look_again_s = look_again_s
        self._look_at = float("-inf")  # when the head must be read though nobody gave a sign
        self._newest = 0  # the last record that is known
        self._sure = 0  # the last that the journal itself told of
        self._heard: list[str] = []  # notifications that nobody looked at yet
        self._wake_reader, self._wake_writer = socket.socketpair()

    def head(self) -> int:
        """As with all feeds; notifications that come from now on are of later records."""
        newest = super().head()
        if newest != self._newest:
            self._known = []
        self._newest = self._sure = newest
        self._look_at = time.monotonic() + self._look_again_s
        return newest

    def _ask(self, seq: int, limit: int) -> Sequence[Change]:
        # What was only heard of is asked for again: it may not have been true.
        records = super()._ask(self._sure if self._sure < seq <= self._newest else seq, limit)
        if records and len(records) < limit:
            self._newest = self._sure = records[-1].seq
            self._look_at = time.monotonic() + self._look_again_s
        return records

    def _open(self) -> Any:
        connection = super()._open()
        self._heard = []
        connection.add_notify_handler(lambda notification: self._heard.append(notification.payload))
        connection.execute(f"LISTEN {CHANNEL}")
        self._doubt()  # after LISTEN, so that nothing falls between
        return connection

    def _doubt(self) -> None:
        self._known = []
        self._look_at = float("-inf")

    def _wait(self, seq: int, deadline: float) -> bool:
        while not self._closed.is_set():
            if time.monotonic() >= self._look_at:
                self.head()
            if self._newest != seq:
                return True
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            if self._wait_for_sign(min(left, self._look_at - time.monotonic())) and not self._known:
                return True  # a reader asks for the records once; to ask for the head as well takes as long again
        return False

    def _wake(self) -> None:
        self._wake_writer.close()

    def _release(self) -> None:
        self._wake_reader.close()

    def _wait_for_sign(self, timeout: float) -> bool:
        if self._use(self._hear):
            return True
        handle = self._use(_handle_of)
        select.select([handle, self._wake_reader.fileno()], [], [], max(timeout, 0.0))
        return self._use(self._listen)

    def _listen(self, connection: psycopg.Connection[Any]) -> bool:
        """Read what the server sent.

        Raises:
            The driver's error: the server closed the connection.
        """
        connection.pgconn.consume_input()
        return self._hear(connection)

    def _hear(self, connection: psycopg.Connection[Any]) -> bool:
        """True when notifications came, also while statements ran."""
        # Straight from the library: the driver's own way takes twenty times as long, and fifty boards hear at once.
        while (notification := connection.pgconn.notifies()) is not None:
            self._heard.append(notification.extra.decode("utf-8", "replace"))
        heard, self._heard = self._heard, []
        for sign in heard:
            changes = changes_of(sign)
            if changes and changes[0].seq == self._newest + 1 and len(self._known) < MOST:
                self._known = [*self._known, *changes]
                self._newest = changes[-1].seq
            else:
                self._doubt()
        return bool(heard)


def _handle_of(connection: psycopg.Connection[Any]) -> int:
    return connection.fileno()
