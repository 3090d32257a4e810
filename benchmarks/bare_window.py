"""The least a PySide6 program can do: one window of 1080×1920, painted once; writes down when, and ends."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Notes its first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the time and go."""
        line = json.dumps({"event": "first_paint", "at": time.monotonic()})
        Path(sys.argv[1]).write_text(line + "\n", encoding="utf-8")
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app = QApplication([])
    window = Bare()
    window.resize(1080, 1920)
    window.show()
    app.exec()
