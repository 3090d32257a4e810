"""Keeps a full-screen window on a screen (屏幕守护): a cable pulled out, a television switched on late.

The window goes to a screen that is left, and back to its own when that returns; it always fills it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE_MS = 200  # drivers report a change of mode in several steps


class ScreenKeeper(QObject):
    """Puts ``window`` full-screen onto its screen, now and whenever the screens change.

    Args:
        window: as the application's; its screen now is its own.
    """

    def __init__(self, app: QGuiApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home = window.screen().name()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.fill)
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)

    @Slot()
    def changed(self) -> None:
        """Something about the screens is different; look when it has settled."""
        self._settle.start()

    @Slot()
    def fill(self) -> None:
        """Fill the window's own screen, or the one that is left."""
        left = QGuiApplication.screens()
        if not left:  # nothing is plugged in: a change is reported when something is
            return
        screen = next((one for one in left if one.name() == self._home), left[0])
        self._window.setScreen(screen)
        # Leaving full-screen first makes window managers take the new geometry; a bare X server has none.
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    @Slot(QScreen)
    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self._settle.start()
