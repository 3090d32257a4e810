"""Keeps a full-screen window on a screen (屏幕守护): a cable pulled out, a television switched on late.

The window always fills the screen it is on, and is back on its own as soon as that is there.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLE_MS = 200  # drivers report a change of mode in several steps

log = logging.getLogger(__name__)


class ScreenKeeper(QObject):
    """Puts ``window`` full-screen onto its screen, now and whenever the screens change.

    Args:
        home: name of its own screen, such as ``HDMI-2``; empty for the one it is on now.
        elsewhere: while its own screen is away it fills another, beneath the windows that belong there; False hides
            it so long.
    """

    def __init__(self, app: QGuiApplication, window: QWidget, home: str = "", *, elsewhere: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self._home = home or window.screen().name()
        self._elsewhere = elsewhere
        self._at_home: bool | None = None
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
        own = next((one for one in left if one.name() == self._home), None)
        self._tell(own is not None, left)
        if own is None and not self._elsewhere:
            self._window.hide()
            return
        screen = own or left[0]
        self._window.setScreen(screen)
        # Leaving full-screen first makes window managers take the new geometry; a bare X server has none.
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        if own is None:
            self._window.lower()
        else:
            self._window.raise_()

    @Slot(QScreen)
    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self._settle.start()

    def _tell(self, at_home: bool, left: list[QScreen]) -> None:
        """Once for each change: whoever set the station up looks for the right name here."""
        if at_home == self._at_home:
            return
        self._at_home = at_home
        names = ", ".join(f"{one.name()} {one.geometry().width()}×{one.geometry().height()}" for one in left)
        level = logging.INFO if at_home else logging.WARNING
        log.log(level, "screen %s is %s; screens: %s", self._home, "there" if at_home else "away", names)
