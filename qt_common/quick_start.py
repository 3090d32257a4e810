"""A calm page at once, the program behind it (启动画面): a station's screen is never dark while its program loads.

The page needs Qt's widgets only; everything else is imported behind it, which takes a second or more.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from qt_common import theme

WORDS = "正在启动，请稍候"
ENGLISH = "Starting, please wait"
TRACE = "--trace-start"
LINGERS_MS = 200
AT_LATEST_MS = 2000


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a station's configuration the page needs, read without checking it: the program does that.

    Attributes:
        size: of the window; None for the whole screen.
    """

    size: tuple[int, int] | None


def outline_of(config: Path, app: str) -> Outline | None:
    """How large the window will be; None when that can't be told, and the program says why.

    Args:
        app: ``"kiosk"``, ``"display"`` or ``"counter"``, which is its section's name too.
    """
    import tomllib  # late: not for an app that stands at once

    try:
        table = tomllib.loads(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    section = table.get(app)
    values: dict[str, Any] = section if isinstance(section, dict) else {}
    if app == "counter":
        return Outline((1366, 768))
    if values.get("fullscreen", True) is not False:
        return Outline(None)
    if app == "kiosk":
        return Outline((1920, 1080) if values.get("orientation") == "landscape" else (1080, 1920))
    width, height = values.get("width", 1920), values.get("height", 1080)
    return Outline((width, height)) if isinstance(width, int) and isinstance(height, int) else Outline(None)


class StartTrace:
    """Writes down when something was reached, for the benchmark of the start; without a file it does nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._noted: set[str] = set()

    def note(self, event: str) -> None:
        """Note the first time of an event, in seconds of the machine's monotonic clock."""
        if self._path is not None and event not in self._noted:
            self._noted.add(event)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"event": event, "at": time.monotonic()}) + "\n")


class FirstPaint(QObject):
    """Calls once, in the turn after a widget was painted for the first time; at the latest after `AT_LATEST_MS`.

    Painted is it, too, when a child is that covers it: what can't be seen is not painted. A screen that is switched
    off, or covered, may paint nothing.
    """

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        for watched in (widget, *widget.children()):
            watched.installEventFilter(self)
        QTimer.singleShot(AT_LATEST_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for it."""
        if isinstance(event, QChildEvent) and event.added():
            event.child().installEventFilter(self)
        elif event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._call)
        return False

    @Slot()
    def _call(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self.deleteLater()
            then()


class StartPage(QWidget):
    """The theme's blue and two lines."""

    def __init__(self, trace: StartTrace) -> None:
        super().__init__()
        self.trace = trace

    def appear(self, outline: Outline) -> None:
        """Show it and paint it now."""
        if outline.size is None:
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.setGeometry(self.screen().geometry())  # a bare X server has no window manager that would do it
            self.showFullScreen()
        else:
            self.resize(*outline.size)
            self.show()
        QApplication.processEvents()
        self.repaint()

    def leave(self) -> None:
        """Go, when the program's window, which is shown by now, has had the time to be painted over it."""
        QTimer.singleShot(LINGERS_MS, self, self.deleteLater)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.NORMAL.primary))
        painter.setPen(QColor(theme.NORMAL.on_primary))
        pixels = max(min(self.width(), self.height()) // 16, 14)
        middle = self.height() // 2
        for text, size, top in ((WORDS, pixels, middle - pixels * 2), (ENGLISH, pixels // 2, middle)):
            painter.setFont(theme.font(size, bold=size == pixels))
            painter.drawText(QRect(0, top, self.width(), size * 2), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        self.trace.note("first_paint")


def application() -> QApplication:
    """The program's one application object; the start page has made it already."""
    made = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(made, QApplication)
    return made


def start(app: str, arguments: Sequence[str], *, stands_at_once: Callable[[Path], bool] = lambda _: False) -> int:
    """Run an app's ``main`` behind the start page; its exit status.

    Args:
        app: ``"kiosk"``, ``"display"`` or ``"counter"``.
        arguments: of the command line; `TRACE` with a file is taken out of them.
        stands_at_once: whether the app's own first page is there as fast with this configuration.
    """
    left = list(arguments)
    trace = StartTrace(Path(_taken(left, TRACE)) if TRACE in left else None)
    config = Path(left[left.index("--config") + 1]) if "--config" in left[:-1] else None
    gc.disable()  # nothing that is loaded is garbage; `CycleCollector` takes over
    page = kept = None
    if config is not None and stands_at_once(config):
        kept, page = application(), StartPage(trace)
    elif config is not None and (outline := outline_of(config, app)) is not None:
        kept, page = application(), StartPage(trace)
        page.appear(outline)
    program = importlib.import_module(f"{app}_app.main")
    code = int(program.main(left, page))
    del kept
    return code


def _taken(arguments: list[str], name: str) -> str:
    """An option's value, taken out."""
    at = arguments.index(name)
    value = arguments[at + 1]
    del arguments[at : at + 2]
    return value
