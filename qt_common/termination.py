"""Ends an app cleanly when the system asks for it (SIGTERM, SIGINT)."""

from __future__ import annotations

import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot


class Termination(QObject):
    """Quits the event loop on SIGTERM and SIGINT; build it in the main thread and keep it while the app runs.

    Args:
        leave: ends the event loop in place of ``app.quit``.

    Qt's loop runs no Python between events, so the signal's number is written to a socket that the loop watches.
    """

    def __init__(self, app: QCoreApplication, leave: Callable[[], None] | None = None) -> None:
        super().__init__(app)
        self._leave = leave or app.quit
        import socket  # late: for whoever has this module only

        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    @Slot()
    def _asked(self) -> None:
        self._notifier.setEnabled(False)
        self._leave()
