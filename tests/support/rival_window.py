"""Another program's windows, for tests of who is in front: ``python -m tests.support.rival_window``.

Each line on standard input opens one more window of that kind, magenta all over; when it is on the screen the kind
is written to standard output. A key that reaches one of them is written as ``key``.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSocketNotifier, Qt, Slot
from PySide6.QtGui import QColor, QExposeEvent, QKeyEvent, QPainter, QRasterWindow
from PySide6.QtWidgets import QApplication

MAGENTA = (255, 0, 255)
KINDS = {
    "usual": Qt.WindowType.Window,
    "dialog": Qt.WindowType.Dialog,
    "notice": Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint,
    "unmanaged": Qt.WindowType.FramelessWindowHint | Qt.WindowType.BypassWindowManagerHint,
    "full": Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint,
}


class Rival(QRasterWindow):
    """One window."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, self._told = kind, False
        self.setTitle("rival")
        self.setFlags(KINDS[kind])
        screen = QApplication.primaryScreen().geometry()
        aside = 0 if kind == "full" else screen.width() // 8
        self.setGeometry(screen.adjusted(aside, aside, 0, 0))

    def come(self) -> None:
        """Appear in front, as far as it is let."""
        if self._kind == "full":
            self.showFullScreen()
        else:
            self.show()
        self.raise_()
        self.requestActivate()

    def exposeEvent(self, event: QExposeEvent) -> None:
        super().exposeEvent(event)
        if self.isExposed() and not self._told:
            self._told = True
            print(self._kind, flush=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        print("key", flush=True)

    def paintEvent(self, _: object) -> None:
        QPainter(self).fillRect(0, 0, self.width(), self.height(), QColor(*MAGENTA))


class Rivals(QApplication):
    """Opens them as it is told."""

    def __init__(self) -> None:
        super().__init__([])
        self.setQuitOnLastWindowClosed(False)
        self._windows: list[Rival] = []
        self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self.quit()
            return
        self._windows.append(Rival(line.strip()))
        self._windows[-1].come()


if __name__ == "__main__":
    sys.exit(Rivals().exec())
