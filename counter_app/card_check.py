"""Compares a card on the window's reader with the ticket at the window (核对取号证件).

The reader is asked only while somebody is called or served here; the card leaves this module as a result only.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter_app.desk import Desk
from counter_app.screens.work.state import WorkState
from counter_app.worker import Worker
from devices.id_card_reader.interface import IdCard, IdCardReader
from hall.errors import HallError
from hall.identity import Actor
from qt_common.card_holder import holder_of
from qt_common.device_bridge import DeviceBridge

log = logging.getLogger(__name__)

ASK_EVERY_MS = 500
RETRY_MS = 2000


class CardCheck(QObject):
    """Lives in the UI thread; without a reader it does nothing."""

    checked = Signal(object)  # CheckedIdentity

    def __init__(
        self, desk: Desk, worker: Worker, bridge: DeviceBridge[IdCardReader] | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._bridge = bridge if bridge is not None and bridge.is_configured else None
        self._by: Actor | None = None
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @Slot(object)
    def follow(self, state: WorkState) -> None:
        """Somebody was called, or left."""
        here = state.signed is not None and state.snapshot is not None and state.snapshot.current is not None
        self._by = state.signed.actor if here and state.signed is not None else None
        if self._by is not None and not self._timer.isActive():
            self._ask()

    def stop(self) -> None:
        """Ask no longer."""
        self._by = None
        self._timer.stop()

    @Slot()
    def _ask(self) -> None:
        if self._bridge is None or self._by is None or self._asking:
            return
        self._asking = True
        self._bridge.submit(lambda reader: reader.read_card(), self._read, self._nothing)

    def _read(self, card: IdCard) -> None:
        self._asking = False
        by, shown = self._by, holder_of(card)
        if by is not None:
            self._worker.run(lambda: self._desk.check_identity(by, shown), self.checked.emit, self._not_checked)
            self._timer.start(ASK_EVERY_MS)

    def _nothing(self, error: Exception) -> None:
        """No card lies there, or the reader is away; its own lamp says that."""
        self._asking = False
        if self._by is not None:
            quick = self._bridge is not None and self._bridge.status is not None and self._bridge.status.is_ready
            self._timer.start(ASK_EVERY_MS if quick else RETRY_MS)

    def _not_checked(self, error: Exception) -> None:
        if not isinstance(error, HallError):
            raise error
        log.info("a card was not compared: %s", error)
