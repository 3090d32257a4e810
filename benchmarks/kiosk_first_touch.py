"""A kiosk that is touched as soon as its home page is painted: ``python -m benchmarks.kiosk_first_touch …``.

Takes the arguments of ``python -m kiosk_app``; notes in the trace when the page behind the first door is painted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    gc.disable()  # as `kiosk_app.__main__` does

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kiosk_app.__main__ import run
from qt_common.quick_start import TRACE, application

LOOK_EVERY_MS = 1
DOOR = "door_take_number"


class FirstTouch(QObject):
    """Touches the first door once the trace says that the home page stands."""

    def __init__(self, trace: Path) -> None:
        super().__init__()
        self._trace = trace
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def _look(self) -> None:
        if not self._trace.exists() or '"home"' not in self._trace.read_text(encoding="utf-8"):
            return
        self._timer.stop()
        window, door = _visible(DOOR)
        began = time.monotonic()
        _touch(door)
        window.repaint()
        answered = time.monotonic()
        _visible("department_")
        with self._trace.open("a", encoding="utf-8") as file:
            line = {"event": "first_answer", "at": answered, "took": answered - began}
            file.write(json.dumps(line) + "\n")


def _visible(name: str) -> tuple[QWidget, QPushButton]:
    """The first visible button whose name begins so, and its window.

    Raises:
        LookupError: there is none.
    """
    for window in QApplication.topLevelWidgets():
        for button in window.findChildren(QPushButton):
            if button.objectName().startswith(name) and button.isVisible():
                return window, button
    raise LookupError(name)


def _touch(button: QPushButton) -> None:
    place = QPointF(button.rect().center())
    where = button.mapToGlobal(place)
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(button, QMouseEvent(kind, place, where, left, held, keys))


if __name__ == "__main__":
    made = application()
    hand = FirstTouch(Path(sys.argv[sys.argv.index(TRACE) + 1]))
    code = run(sys.argv[1:])
    del hand, made
    sys.exit(code)
