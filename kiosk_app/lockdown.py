"""No way out to the desktop (锁定): what an application itself can do about it.

Full screen without a frame, on top of all, and under X11 out of the window manager's hands: it can neither move,
minimise nor cover the window, nor leave it behind on another workspace (Alt with the mouse's wheel does that to a
window it manages, and a keyboard grab does not help). The keyboard is grabbed, so that nobody else sees shortcuts;
chords, function keys and all mouse buttons but the left are swallowed; closing is refused unless the staff, or the
system's end, ask for it. What is beyond an application (virtual consoles, Windows' own keys) is told in
``docs/kiosk-lockdown.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kiosk_app.shell import KioskWindow

HOLD_MS = 1000  # how soon a window that came over the kiosk is behind it again
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_CLICKS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_NEVER = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop})
# A keyboard scanner types characters and Enter; nothing else is of use here.
_WAYS_OUT = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Control,
        Qt.Key.Key_Print,
        Qt.Key.Key_SysReq,
        Qt.Key.Key_HomePage,
        Qt.Key.Key_Search,
        Qt.Key.Key_PowerOff,
        Qt.Key.Key_Sleep,
        *(Qt.Key(Qt.Key.Key_F1 + n) for n in range(35)),
    }
)


class Lockdown(QObject):
    """Holds the kiosk's window in front; lives in the UI thread."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._window: KioskWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self.hold)

    def engage(self, window: KioskWindow) -> None:
        """Show the window over the whole screen and let nobody past it."""
        self._window = window
        window.locked = True
        window.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.BypassWindowManagerHint
        )
        window.setCursor(Qt.CursorShape.BlankCursor)
        window.setGeometry(window.screen().geometry())  # nobody else does it
        window.showFullScreen()
        self._app.installEventFilter(self)
        self._timer.start()
        self.hold()

    @Slot()
    def leave(self) -> None:
        """The staff, or the system, end the kiosk."""
        self._timer.stop()
        if self._window is not None:
            self._window.locked = False
            self._window.releaseKeyboard()
        self._app.quit()

    @Slot()
    def hold(self) -> None:
        """In front, with the keyboard."""
        window = self._window
        if window is None:
            return
        whole = window.screen().geometry()
        if window.isMinimized() or window.geometry() != whole:
            window.setGeometry(whole)
            window.showFullScreen()
        window.raise_()  # also over a window that took no focus
        if not window.isActiveWindow():
            window.activateWindow()
        # Each time: a grab is lost when another program's window came up, and refused while one has it.
        window.grabKeyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what leads out."""
        kind = event.type()
        if kind in _NEVER:
            return True
        if kind in _CLICKS and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return bool(event.modifiers() & _CHORD) or event.key() in _WAYS_OUT
        return False
