"""Keyboard-wedge scanners in a Qt app (键盘口扫码): a code typed by a scanner is taken out of the keyboard's keys.

Install it on the application. Plain characters are held back for the blink in which a scanner's next key would
come (50 ms, see `devices.codec.wedge`); then they are given to the widget with the focus as if nothing had been,
hot keys included. A burst ended by Enter is swallowed whole and told by ``scanned``: it lands in no field, and its
letters press no hot key. Keys with Ctrl, Alt or Meta, keys without text and a key held down are never held.

Limits: with an input method switched to Chinese the scanner's letters go to the input method and never arrive here,
so such stations keep a Latin layout; of the hot keys only `QShortcut` is known.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from devices.code_scanner.interface import ScannedCode
from devices.codec.wedge import ENTER, WedgeCode, WedgeDecoder

MAX_GAP_SECONDS = 0.05
GRACE_MS = 20  # a stalled interface still has the scanner's next key in its queue
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WedgeFilter(QObject):
    """An event filter for the application; lives in the UI thread.

    Args:
        app: the application it installs itself on.
        clock: seconds, for key events that bear no time of their own.
    """

    scanned = Signal(object)  # ScannedCode

    def __init__(
        self,
        app: QApplication,
        *,
        max_gap: float = MAX_GAP_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._clock = clock
        self._decoder = WedgeDecoder(max_gap=max_gap)
        self._held: list[QKeyEvent] = []  # presses and releases, in their order
        self._target: QWidget | None = None  # had the focus when the first held key came
        self._swallowed: set[int] = set()  # keys of a code whose release is still to come
        self._giving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(math.ceil(max_gap * 1000) + GRACE_MS)
        self._timer.timeout.connect(self._pause)
        app.installEventFilter(self)

    def close(self) -> None:
        """Give back what is held and stop listening."""
        self._app.removeEventFilter(self)
        self._give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's filter; True swallows the event."""
        kind = event.type()
        if self._giving:
            return False
        if kind is QEvent.Type.MouseButtonPress:
            self._give_back()  # before the click does anything
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if kind is QEvent.Type.ShortcutOverride:
            return self._override(event)
        if kind is QEvent.Type.KeyPress:
            return self._press(event)
        return kind is QEvent.Type.KeyRelease and self._release(event)

    def _override(self, event: QKeyEvent) -> bool:
        """Asked before a hot key fires: a held key must not fire one yet."""
        if not self._is_text(event) and not (self._is_enter(event) and self._held):
            return False
        event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        at = event.timestamp() / 1000 or self._clock()
        if self._is_enter(event):
            return self._enter(event, at)
        if not self._is_text(event):
            self._give_back()
            return False
        if self._decoder.tick(at):
            self._give_back()
        if not self._held:
            self._target = QApplication.focusWidget() or QApplication.activeWindow()
        self._held.append(event.clone())
        if self._decoder.key(event.text(), at):
            self._give_back()  # too long for a code
        else:
            self._timer.start()
        return True

    def _enter(self, event: QKeyEvent, at: float) -> bool:
        if not self._held:
            return False
        if self._decoder.tick(at):
            self._give_back()
            return False
        codes = [found for found in self._decoder.key(ENTER, at) if isinstance(found, WedgeCode)]
        if not codes:
            self._held.append(event.clone())
            self._give_back()
            return True
        pressed = {held.key() for held in self._held if held.type() is QEvent.Type.KeyPress}
        released = {held.key() for held in self._held if held.type() is QEvent.Type.KeyRelease}
        self._swallowed = (pressed - released) | {event.key()}
        self._held.clear()
        self._timer.stop()
        self.scanned.emit(ScannedCode(codes[0].text.encode()))
        return True

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() in self._swallowed:
            self._swallowed.discard(event.key())
            return True
        if any(held.key() == event.key() and held.type() is QEvent.Type.KeyPress for held in self._held):
            self._held.append(event.clone())
            return True
        return False

    @Slot()
    def _pause(self) -> None:
        self._give_back()

    def _give_back(self) -> None:
        """Let the held keys happen, in their order."""
        self._timer.stop()
        self._decoder.tick(math.inf)
        held, self._held = self._held, []
        target, self._target = self._target, None
        if target is None or not isValid(target):
            return
        self._giving = True
        try:
            for event in held:
                _deliver(event, target)
        finally:
            self._giving = False

    @staticmethod
    def _is_enter(event: QKeyEvent) -> bool:
        return event.key() in _ENTERS and not event.modifiers() & _CHORD and not event.isAutoRepeat()

    @staticmethod
    def _is_text(event: QKeyEvent) -> bool:
        text = event.text()
        return bool(text) and text.isprintable() and not event.modifiers() & _CHORD and not event.isAutoRepeat()


def _deliver(event: QKeyEvent, target: QWidget) -> None:
    """As Qt itself does: the widget may keep the key from the hot keys, else a hot key fires, else it is typed."""
    if event.type() is QEvent.Type.KeyPress:
        override = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
        override.ignore()
        QApplication.sendEvent(target, override)
        shortcut = None if override.isAccepted() else _shortcut(target.window(), event)
        if shortcut is not None:
            shortcut.activated.emit()
            return
    QApplication.sendEvent(target, event)


def _shortcut(window: QWidget, event: QKeyEvent) -> QShortcut | None:
    wanted = QKeySequence(event.keyCombination())
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if shortcut.isEnabled() and shortcut.key() == wanted and isinstance(owner, QWidget) and owner.isVisible():
            return shortcut
    return None
