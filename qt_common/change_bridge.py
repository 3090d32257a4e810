"""Brings the change feed into Qt (变更通知): kinds of what changed, never the data – screens re-query.

A message lost, doubled or late does not matter: after every reconnect and every 30 s all is refreshed.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hall.errors import HallError
from hall.ports import ChangeFeed

log = logging.getLogger(__name__)

REFRESH_SECONDS = 30.0  # at most; somewhat less at random, so that fifty boards do not read all at one instant
# At most; somewhat less at random, so that fifty boards do not come at one instant. A screen must be right within a
# second after the database is back.
RETRY_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is done on the feed's own thread as soon as it hears of a change (随听随读).

    Attributes:
        kinds: journal kinds that can't wait for the way through the UI thread.
        act: called with the feed before `ChangeBridge.changed`; must raise nothing.
    """

    kinds: frozenset[str]
    act: Callable[[ChangeFeed], None]


class ChangeBridge(QObject):
    """Follows the feed on a thread of its own.

    Signals are emitted from that thread: connect them to ``@Slot`` methods of QObjects in the UI thread.

    Args:
        prompt: what can't wait; None when everything can.
    """

    changed = Signal(object)  # frozenset[str] of journal kinds
    refresh_all = Signal()
    online = Signal(bool)

    def __init__(
        self, open_feed: Callable[[], ChangeFeed], parent: QObject | None = None, *, prompt: Prompt | None = None
    ) -> None:
        super().__init__(parent)
        self._open_feed = open_feed
        self._prompt = prompt
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="change-feed", daemon=True)

    def start(self) -> None:
        """Begin at the present head; emits ``online`` and ``refresh_all`` first."""
        self._thread.start()

    def close(self) -> None:
        """Stop the thread and close the feed."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        lost = False
        while not self._stopping.is_set():
            feed: ChangeFeed | None = None
            try:
                feed = self._open_feed()
                seq = feed.head()
                lost = False
                self.online.emit(True)
                self.refresh_all.emit()
                self._follow(feed, seq)
            except (HallError, OSError) as error:
                level = logging.DEBUG if lost else logging.WARNING  # once, not twice a second for a night
                log.log(level, "change feed lost: %s: %s", type(error).__name__, error)
                lost = True
                self.online.emit(False)
                self._stopping.wait(RETRY_SECONDS * random.uniform(0.4, 1.0))
            finally:
                if feed is not None:
                    feed.close()

    def _follow(self, feed: ChangeFeed, seq: int) -> None:
        refresh_at = _next_refresh()
        while not self._stopping.is_set():
            if feed.wait(seq, 0.5):
                records = feed.after(seq)
                if records:
                    seq = records[-1].seq
                    kinds = frozenset(record.kind for record in records)
                    if self._prompt is not None and kinds & self._prompt.kinds:
                        self._prompt.act(feed)
                    self.changed.emit(kinds)
                elif (head := feed.head()) < seq:
                    log.warning("the journal ends at %d, before %d: a backup was put back", head, seq)
                    seq = head
                    self.refresh_all.emit()
            if time.monotonic() >= refresh_at:
                refresh_at = _next_refresh()
                self.refresh_all.emit()


def _next_refresh() -> float:
    return time.monotonic() + REFRESH_SECONDS * random.uniform(0.7, 1.0)
