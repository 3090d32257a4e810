"""Keeps the figures beside the calls fresh (公示数据跟随): on a worker that no call waits for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from display_app.figures import Figures, Lively, Slow
from hall.errors import HallError
from qt_common.runner import Runner

log = logging.getLogger(__name__)

BREATH_MS = 700  # after a change, when the call is on the screen already
SLOW_MS = 60_000


class FiguresWatch(QObject):
    """Reads what changes with every service soon after a change, the rest once a minute; lives in the UI thread.

    Args:
        read_lively, read_slow: read the database; they run on the worker. None where no panel shows it.
        runner: a worker that nothing urgent waits for.
    """

    renewed = Signal(object)  # Figures

    def __init__(
        self,
        read_lively: Callable[[], Lively] | None,
        read_slow: Callable[[], Slow] | None,
        runner: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_lively = read_lively
        self._read_slow = read_slow
        self._runner = runner
        self._closed = False
        self._slow_begun = False
        self.latest = Figures()
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(BREATH_MS)
        self._breath.timeout.connect(self._begin_lively)
        self._minute = QTimer(self)
        self._minute.setInterval(SLOW_MS)
        self._minute.timeout.connect(self._begin_slow)

    def follow(self) -> None:
        """The hall was read, so it may have changed; the first time everything is read."""
        if self._closed:
            return
        if not self._slow_begun:
            self._slow_begun = True
            self._begin_slow()
            self._minute.start()
        if self._read_lively is not None and not self._breath.isActive():
            self._breath.start()

    def close(self) -> None:
        """Read nothing more."""
        self._closed = True
        self._breath.stop()
        self._minute.stop()

    @Slot()
    def _begin_lively(self) -> None:
        if self._read_lively is not None:
            self._runner.run(self._read_lively, self._got_lively, self._failed)

    @Slot()
    def _begin_slow(self) -> None:
        if self._read_slow is not None:
            self._runner.run(self._read_slow, self._got_slow, self._failed)

    def _got_lively(self, lively: Lively) -> None:
        self._tell(replace(self.latest, lively=lively))

    def _got_slow(self, slow: Slow) -> None:
        self._tell(replace(self.latest, slow=slow))

    def _tell(self, figures: Figures) -> None:
        if figures != self.latest and not self._closed:
            self.latest = figures
            self.renewed.emit(figures)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HallError):
            raise error
        log.info("the figures can't be read: %s", error)
