"""Keeps a display's reading fresh (跟随变更): reads again at each change, never two reads at once.

What can't wait, a call, is read at once and alone, on the feed's own thread (`Follower.prompt`); the rest of the
board follows a breath later, at another moment on each board: fifty boards that read everything at the same instant
would keep the slowest of them waiting.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from hall.ports import ChangeFeed
from qt_common.change_bridge import Prompt
from qt_common.runner import Runner

log = logging.getLogger(__name__)

T = TypeVar("T")
RETRY_MS = 250  # after a read failed though the feed is there
BREATH_MS = (100, 500)
WATCH_MS = 500
# Without any sign it reads again: a server that stands still, or a line that is dead, gives none.
QUIET_S = 5.0
SLOW_S = 2.0  # a read that takes longer shows: what is on the wall may be old
# Journal kinds that change who is at which window.
URGENT = frozenset({"ticket.called", "ticket.recalled"})
# Journal kinds that no display shows.
UNSEEN = ("rating.", "page.", "document.", "export.")


@dataclass(frozen=True, slots=True)
class Urgent:
    """A short read of what can't wait.

    Attributes:
        read: runs on the feed's thread, on the feed's connection.
        fresh: takes it in the UI thread; False when it is of no use without a whole reading.
    """

    read: Callable[[ChangeFeed], Any]
    fresh: Callable[[Any], bool]


class FeedSlots(QObject):
    """Where the change bridge's signals arrive, and the timers: a generic class can't have slots."""

    def __init__(self, follower: Follower[Any], parent: QObject | None) -> None:
        super().__init__(parent)
        self._follower = follower
        self.later, self.retry, self.watch = QTimer(self), QTimer(self), QTimer(self)
        self.later.setSingleShot(True)
        self.retry.setSingleShot(True)
        self.retry.setInterval(RETRY_MS)
        self.watch.setInterval(WATCH_MS)
        self.later.timeout.connect(self.refresh)
        self.retry.timeout.connect(self.refresh)
        self.watch.timeout.connect(self._look)

    @Slot(object)
    def changed(self, kinds: frozenset[str]) -> None:
        """Something was committed."""
        self._follower.changed(kinds)

    @Slot()
    def refresh(self) -> None:
        """Everything may have changed."""
        self._follower.read()

    @Slot(bool)
    def online(self, connected: bool) -> None:
        """The feed was lost or found."""
        self._follower.found() if connected else self._follower.lost()

    @Slot()
    def _look(self) -> None:
        self._follower.look()

    def stop(self) -> None:
        """Stop the timers."""
        for timer in (self.later, self.retry, self.watch):
            timer.stop()


class Follower(Generic[T]):
    """Reads when told to; while a read runs, further requests are one. All methods are for the UI thread.

    The change bridge takes its `prompt`.

    Args:
        runner: the app's database worker.
        read: one snapshot; runs on the worker.
        fresh: takes it in the UI thread.
        offline: called in the UI thread when the database is away or does not answer; tried again by itself.
        urgent: reads a call before the rest; None when the whole reading is short anyway.
    """

    def __init__(
        self,
        runner: Runner,
        read: Callable[[], T],
        *,
        fresh: Callable[[T], None],
        offline: Callable[[], None],
        urgent: Urgent | None = None,
        parent: QObject | None = None,
    ) -> None:
        self._runner = runner
        self._read = read
        self._fresh = fresh
        self._offline = offline
        self._urgent = urgent
        self._wants_all = False
        self._began: float | None = None  # of the read that runs, monotonic
        self._urgent_began: float | None = None  # of the urgent one; written by the feed's thread
        self._heard = time.monotonic()  # when the last read ended
        self._online = True
        self._closed = False
        self.slots = FeedSlots(self, parent)
        self.slots.watch.start()

    @property
    def prompt(self) -> Prompt | None:
        """What the feed's thread does at once, before it tells of the change; None when there is nothing urgent."""
        return Prompt(URGENT, self._read_urgent) if self._urgent is not None else None

    def changed(self, kinds: frozenset[str]) -> None:
        """Something of these kinds was committed."""
        if all(kind.startswith(UNSEEN) for kind in kinds):
            return
        if kinds & URGENT and self._urgent is None:
            self.read()
        elif not self._closed and not self.slots.later.isActive():
            self.slots.later.start(random.randint(*BREATH_MS))

    def read(self) -> None:
        """Read all now, or once more after the read that runs; nothing after `close`."""
        self._wants_all = True
        self._begin()

    def found(self) -> None:
        """The feed is back; what it missed is read with its refresh."""
        self._online = True

    def lost(self) -> None:
        """The feed is gone. It is tried again, and a refresh comes when it is back."""
        self._online = False
        self._offline()

    def look(self) -> None:
        """Now and then: a read that hangs is told, a silence is broken."""
        now = time.monotonic()
        running = [began for began in (self._began, self._urgent_began) if began is not None]
        if running:
            if now - min(running) >= SLOW_S:
                self._offline()
        elif self._online and now - self._heard >= QUIET_S:
            self.read()

    def close(self) -> None:
        """Read nothing more; what the feed has sent already still arrives."""
        self._closed = True
        self.slots.stop()

    def _begin(self) -> None:
        if self._closed or self._began is not None or not self._wants_all:
            return
        self._wants_all = False
        self.slots.later.stop()
        self._began = time.monotonic()
        self._runner.run(self._read, self._done, self._failed)

    def _read_urgent(self, feed: ChangeFeed) -> None:
        """On the feed's thread; between two readings of the worker, so that an older one never comes after it."""
        urgent = self._urgent
        if urgent is None or self._closed:
            return
        self._urgent_began = time.monotonic()
        try:
            self._runner.run_here(lambda: urgent.read(feed), self._urgent_done, self._urgent_failed)
        finally:
            self._urgent_began = None

    def _done(self, reading: T) -> None:
        self._began = None
        self._heard = time.monotonic()
        self.slots.retry.stop()
        self._fresh(reading)
        self._begin()

    def _urgent_done(self, reading: Any) -> None:
        self._heard = time.monotonic()
        if self._urgent is not None and not self._urgent.fresh(reading):
            self.read()

    def _failed(self, error: Exception) -> None:
        self._began = None
        self._urgent_failed(error)

    def _urgent_failed(self, error: Exception) -> None:
        self._heard = time.monotonic()
        log.warning("the display can't read: %s: %s", type(error).__name__, error)
        self._offline()
        if self._online and not self._closed:  # else the refresh of the feed that is found again reads
            self.slots.retry.start()
        if self._wants_all:
            self._begin()
