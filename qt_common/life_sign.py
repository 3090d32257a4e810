"""A program's sign of life (心跳): told each second from its UI thread, so that a hang is noticed like a crash.

To systemd by the protocol of ``sd_notify(3)`` when it started us, and to `cli.watchdog` by lines on standard output
when that did. Nobody listening: nothing is told.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot

log = logging.getLogger(__name__)

VARIABLE = "HALLSUITE_LIFE_SIGN"  # the watchdog sets it to "stdout"
LINE = b'{"alive": true}\n'
INTERVAL_MS = 1000


class LifeSign(QObject):
    """Build it in the UI thread before the event loop; the first sign comes from within the loop.

    Args:
        environment: where ``NOTIFY_SOCKET`` and `VARIABLE` are looked for.
        output: descriptor of the lines for the watchdog.
    """

    def __init__(
        self, parent: QObject | None = None, *, environment: Mapping[str, str] = os.environ, output: int = 1
    ) -> None:
        super().__init__(parent)
        self._output = output if environment.get(VARIABLE) == "stdout" else None
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._said_ready = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.beat)
        if self._output is not None or self._address:
            self._timer.start()
            QTimer.singleShot(0, self, self.beat)

    @Slot()
    def beat(self) -> None:
        """Tell it now."""
        if self._output is not None:
            try:
                os.write(self._output, LINE)
            except OSError as error:
                log.warning("the watchdog is gone: %s", error)
                self._output = None
        if self._address:
            self._notify("WATCHDOG=1" if self._said_ready else "READY=1\nWATCHDOG=1")

    def _notify(self, message: str) -> None:
        import socket  # late: the first picture stands before the first sign

        name = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
                wire.setblocking(False)
                wire.sendto(message.encode(), name)
        except OSError as error:
            log.warning("systemd was not told: %s", error)
            return
        self._said_ready = True
