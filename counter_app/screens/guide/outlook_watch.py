"""Keeps the forecast of the waits, made anew only now and then (等候预测)."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.worker import Worker
from hall.errors import HallError
from hall.queueing.outlook import Outlook

log = logging.getLogger(__name__)

# A forecast simulates the whole queue: not at every change.
LOOK_SECONDS = 10.0


class OutlookWatch(QObject):
    """Asks another worker than the one that people wait for.

    Args:
        read: makes a forecast; may take a while.
        clock: monotonic seconds.
    """

    changed = Signal()

    def __init__(
        self,
        read: Callable[[], Outlook],
        aside: Worker,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.outlook: Outlook | None = None
        self._read, self._aside, self._clock = read, aside, clock
        self._looked_at = float("-inf")
        self._looking = False
        self._turn = 0

    def look(self) -> None:
        """Make a forecast if the last one is old and none is on its way."""
        now, turn = self._clock(), self._turn
        if self._looking or now - self._looked_at < LOOK_SECONDS:
            return
        self._looking, self._looked_at = True, now
        self._aside.run(self._read, lambda outlook: self._looked(turn, outlook), self._not_looked)

    def forget(self) -> None:
        """Nobody looks any more."""
        self._turn += 1
        self.outlook, self._looked_at = None, float("-inf")

    def _looked(self, turn: int, outlook: Outlook) -> None:
        self._looking = False
        if turn == self._turn:
            self.outlook = outlook
            self.changed.emit()

    def _not_looked(self, error: Exception) -> None:
        self._looking = False
        if isinstance(error, HallError):
            log.info("no forecast: %s", error)
        else:
            log.error("no forecast", exc_info=error)
