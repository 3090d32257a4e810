"""Keeps the LED sign over a window in step with its screen (窗口LED屏)."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from devices.core.driver import Driver
from devices.core.status import DeviceStatus, Link
from qt_common.device_bridge import DeviceBridge

log = logging.getLogger(__name__)

RETRY_MS = 3000


class Sign(Driver, Protocol):
    """What is needed of the sign."""

    def show(self, text: str) -> None:
        """Show a text until the next."""

    def clear(self) -> None:
        """Show nothing."""


class LedSign(QObject):
    """Sends the wanted text whenever it changes, and again after the sign was away."""

    def __init__(self, bridge: DeviceBridge[Sign], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = ""
        self._shown: str | None = None
        self._sending = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._send)
        bridge.signals.status_changed.connect(self._status)

    def show(self, text: str) -> None:
        """Want this text on the sign; empty clears it."""
        self._wanted = text
        self._send()

    @Slot(object)
    def _status(self, status: DeviceStatus) -> None:
        if status.link is Link.OFFLINE:
            self._shown = None  # who knows what it shows after a power cut
        elif status.link is Link.ONLINE:
            self._send()

    @Slot()
    def _send(self) -> None:
        if self._sending or not self._bridge.is_configured or self._wanted == self._shown:
            return
        text = self._wanted
        self._sending = True
        self._bridge.submit(
            lambda sign: sign.show(text) if text else sign.clear(), lambda _: self._sent(text), self._failed
        )

    def _sent(self, text: str) -> None:
        self._sending = False
        self._shown = text
        self._send()

    def _failed(self, error: Exception) -> None:
        self._sending = False
        self._shown = None
        log.info("the LED sign did not take the text: %s", error)
        self._retry.start()
