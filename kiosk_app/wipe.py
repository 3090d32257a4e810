"""Forgets the visitor (隐私清除): clipboard, pages and whatever waits in memory for Python's collector.

The states forget at once with the journey's ``wiped``; this is for what else may hold a copy.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from kiosk_app.journey import Journey
from kiosk_app.shell import KioskWindow

COLLECT_MS = 1500  # the home page is on the screen by then, and nobody waits


class Wipe(QObject):
    """Follows the journey; lives in the UI thread."""

    def __init__(self, journey: Journey, window: KioskWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(COLLECT_MS)
        self._later.timeout.connect(self.collect)
        journey.wiped.connect(self.wipe)

    @Slot()
    def wipe(self) -> None:
        """Now what can be had at once, the rest in a moment."""
        clipboard = QGuiApplication.clipboard()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if mode is QClipboard.Mode.Clipboard or clipboard.supportsSelection():
                clipboard.clear(mode)
        self._window.forget_pages()
        self._later.start()

    @Slot()
    def collect(self) -> None:
        """Exceptions keep the frames they came through, and so people, in cycles."""
        gc.collect()
