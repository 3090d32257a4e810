"""Keeps a display's reading fresh (跟随变更): reads again at each change, never two reads at once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from qt_common.runner import Runner

log = logging.getLogger(__name__)

T = TypeVar("T")
RETRY_MS = 2000
# Journal kinds that no display shows.
UNSEEN = ("rating.", "page.", "document.", "export.")


class FeedSlots(QObject):
    """Where the change bridge's signals arrive: slots in the UI thread; a generic class can't have any."""

    def __init__(self, read: Callable[[], None], went_offline: Callable[[], None], parent: QObject | None) -> None:
        super().__init__(parent)
        self._read = read
        self._went_offline = went_offline
        self.retry = QTimer(self)
        self.retry.setSingleShot(True)
        self.retry.setInterval(RETRY_MS)
        self.retry.timeout.connect(self.refresh)

    @Slot(object)
    def changed(self, kinds: frozenset[str]) -> None:
        """Something was committed."""
        if any(not kind.startswith(UNSEEN) for kind in kinds):
            self._read()

    @Slot()
    def refresh(self) -> None:
        """Everything may have changed."""
        self._read()

    @Slot(bool)
    def online(self, connected: bool) -> None:
        """The feed was lost or found."""
        if not connected:
            self._went_offline()


class Follower(Generic[T]):
    """Reads when told to; while a read runs, further requests are one.

    Args:
        runner: the app's database worker.
        read: one snapshot; runs on the worker.
        fresh: takes it in the UI thread.
        offline: called in the UI thread when the database can't be reached; tried again by itself.
    """

    def __init__(
        self,
        runner: Runner,
        read: Callable[[], T],
        *,
        fresh: Callable[[T], None],
        offline: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        self._runner = runner
        self._read = read
        self._fresh = fresh
        self._offline = offline
        self._reading = False
        self._again = False
        self._closed = False
        self.slots = FeedSlots(self.read, self._lost, parent)

    def read(self) -> None:
        """Read now, or once more after the read that runs; nothing after `close`."""
        if self._closed:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._runner.run(self._read, self._done, self._failed)

    def close(self) -> None:
        """Read nothing more; what the feed has sent already still arrives."""
        self._closed = True
        self.slots.retry.stop()

    def _done(self, reading: T) -> None:
        self._reading = False
        self.slots.retry.stop()
        self._fresh(reading)
        self._catch_up()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        log.warning("the display can't read: %s: %s", type(error).__name__, error)
        self._lost()
        self._catch_up()

    def _lost(self) -> None:
        self._offline()
        self.slots.retry.start()

    def _catch_up(self) -> None:
        if self._again:
            self._again = False
            self.read()
