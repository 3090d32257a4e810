"""The code scanner for the kiosk's flow (扫码): waits for codes while a page wants them, and only then.

What was scanned before the page opened is dropped: nobody's code serves the next visitor. The text goes on to the
flow, which checks it; it is kept nowhere here.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from devices.code_scanner.interface import CodeScanner, ScannedCode
from devices.core.errors import ProtocolError
from devices.core.status import Link
from kiosk_app.ports import ScannerState
from qt_common.device_bridge import DeviceBridge

log = logging.getLogger(__name__)

WAIT_SECONDS = 20.0
RETRY_MS = 1000


class BridgedCodeWatch(QObject):
    """`kiosk_app.ports.CodeWatch` over a bridge; lives in the UI thread."""

    def __init__(self, bridge: DeviceBridge[CodeScanner], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: Callable[[str], bool] | None = None
        self._state: Callable[[ScannerState], None] | None = None
        self._round = 0
        self._fresh = True
        self._stopped = threading.Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self._again)

    def start(self, found: Callable[[str], bool], state: Callable[[ScannerState], None]) -> None:
        """Begin waiting."""
        self.stop()
        self._found, self._state = found, state
        self._stopped = threading.Event()
        if not self._bridge.is_configured:
            state(ScannerState.ABSENT)
            return
        self._ask(fresh=True)

    def stop(self) -> None:
        """Wait no longer; a code still on its way is dropped."""
        self._round += 1
        self._found = self._state = None
        self._stopped.set()
        self._timer.stop()

    @Slot()
    def _again(self) -> None:
        self._ask(fresh=self._fresh)

    def _ask(self, *, fresh: bool) -> None:
        if self._found is None:
            return
        this, stopped, status = self._round, self._stopped, self._bridge.status
        if fresh and self._state is not None:
            there = status is not None and status.link in (Link.ONLINE, Link.BUSY)
            self._state(ScannerState.WAITING if there else ScannerState.ABSENT)

        def wait(scanner: CodeScanner) -> ScannedCode | None:
            if fresh:
                scanner.forget()
            return scanner.wait_code(WAIT_SECONDS, stopped.is_set)

        self._bridge.submit(wait, lambda code: self._scanned(this, code), lambda error: self._failed(this, error))

    def _scanned(self, this: int, code: ScannedCode | None) -> None:
        if this != self._round or self._found is None:
            return
        text = code.text if code is not None else None
        if text is not None and not self._found(text):
            self._unknown(this)
        if this == self._round:  # the flow may have stopped it
            self._ask(fresh=False)

    def _failed(self, this: int, error: Exception) -> None:
        if this != self._round or self._state is None:
            return
        if isinstance(error, ProtocolError):
            self._unknown(this)
            self._fresh = False
            self._timer.start()
            return
        log.info("waiting for a code: %s: %s", type(error).__name__, error)
        self._state(ScannerState.ABSENT)
        self._fresh = True
        self._timer.start()

    def _unknown(self, this: int) -> None:
        if this == self._round and self._state is not None:
            self._state(ScannerState.UNKNOWN)
