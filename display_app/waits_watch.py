"""Keeps the waits of the zones forecast (各区预计等候) beside the board's reading, which never waits for it.

A forecast simulates the whole queue. It is begun a breath after something changed, when the call is on the screen
already, and seldom: what it tells are steps of five minutes.
"""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hall.errors import HallError
from hall.queueing.board import Board
from hall.queueing.outlook import Forecaster, Outlook
from qt_common.runner import Runner

log = logging.getLogger(__name__)

BREATH_MS = 400
EVERY_S = 5.0  # forecasts follow each other at this pace at most
OLD_S = 25.0  # the time itself shortens waits: forecast again though nothing changed


class WaitsWatch(QObject):
    """Forecasts on a worker when the queue or the windows changed; lives in the UI thread.

    Args:
        forecaster: reads the database.
        runner: a worker that nothing urgent waits for.
    """

    renewed = Signal()  # `latest` tells something new

    def __init__(self, forecaster: Forecaster, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forecaster = forecaster
        self._runner = runner
        self._seen: object = None
        self._begun = float("-inf")
        self._running = self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def latest(self) -> Outlook | None:
        """The last forecast, None while there is none of this minute; from any thread, at once."""
        return self._forecaster.latest()

    def follow(self, board: Board) -> None:
        """The board was read: forecast soon when those who wait or who serve are others."""
        seen = (
            tuple((zone.zone, zone.waiting) for zone in board.zones),
            tuple((window.number, window.state, window.label, window.back_at) for window in board.windows),
        )
        age = time.monotonic() - self._begun
        if self._closed or self._running or (seen == self._seen and age < OLD_S):
            return
        self._seen = seen
        if not self._timer.isActive():
            self._timer.start(BREATH_MS if age >= EVERY_S else max(BREATH_MS, int((EVERY_S - age) * 1000)))

    def close(self) -> None:
        """Forecast nothing more."""
        self._closed = True
        self._timer.stop()

    @Slot()
    def _begin(self) -> None:
        self._running = True
        self._begun = time.monotonic()
        self._runner.run(self._forecaster.current, self._done, self._failed)

    def _done(self, outlook: Outlook) -> None:
        self._running = False
        self.renewed.emit()

    def _failed(self, error: Exception) -> None:
        self._running = False
        self._seen = None
        if not isinstance(error, HallError):
            raise error
        log.info("the waits can't be forecast: %s", error)
