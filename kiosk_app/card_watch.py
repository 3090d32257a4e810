"""The ID card reader for the kiosk's flow (刷身份证): asks until a card lies there, then gives its holder.

The card itself never leaves this module: name and number go on as a `Holder`, photo and address are dropped.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from devices.core.errors import NoCard, ProtocolError
from devices.id_card_reader.interface import (
    CardNotSupported,
    CardUnreadable,
    IdCard,
    IdCardReader,
    ReaderNotAuthorised,
)
from hall.identity import Holder
from kiosk_app.ports import ReaderState
from qt_common.card_holder import holder_of
from qt_common.device_bridge import DeviceBridge

log = logging.getLogger(__name__)

ASK_EVERY_MS = 300
RETRY_MS = 1000
LIFT_HINT_AFTER = 20  # empty answers; a card forgotten on the reader stays silent until it is lifted


class BridgedCardWatch(QObject):
    """`kiosk_app.ports.CardWatch` over a bridge; lives in the UI thread."""

    def __init__(self, bridge: DeviceBridge[IdCardReader], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: Callable[[Holder], None] | None = None
        self._state: Callable[[ReaderState], None] | None = None
        self._round = 0
        self._empty = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def start(self, found: Callable[[Holder], None], state: Callable[[ReaderState], None]) -> None:
        """Begin asking."""
        self._round += 1
        self._found, self._state, self._empty = found, state, 0
        state(ReaderState.WAITING if self._bridge.is_configured else ReaderState.ABSENT)
        self._ask()

    def stop(self) -> None:
        """Ask no longer; an answer still on its way is dropped."""
        self._round += 1
        self._found = self._state = None
        self._timer.stop()

    @Slot()
    def _ask(self) -> None:
        if self._found is None or not self._bridge.is_configured:
            return
        this = self._round
        self._bridge.submit(
            lambda reader: reader.read_card(),
            lambda card: self._read(this, card),
            lambda error: self._failed(this, error),
        )

    def _read(self, this: int, card: IdCard) -> None:
        if this != self._round or self._found is None:
            return
        found, holder = self._found, holder_of(card)
        self.stop()
        found(holder)

    def _failed(self, this: int, error: Exception) -> None:
        if this != self._round or self._state is None:
            return
        pause = ASK_EVERY_MS
        if isinstance(error, NoCard):
            self._empty += 1
            if self._empty == 1 or self._empty == LIFT_HINT_AFTER:
                self._state(ReaderState.WAITING if self._empty == 1 else ReaderState.LIFT)
        elif isinstance(error, CardUnreadable):
            self._state(ReaderState.LIFT)
        elif isinstance(error, CardNotSupported):
            self._state(ReaderState.WRONG_CARD)
        elif isinstance(error, ReaderNotAuthorised):
            self._empty = 0
            self._state(ReaderState.SERVICE)
            pause = RETRY_MS
        else:
            log.info("reading a card: %s: %s", type(error).__name__, error)
            self._empty = 0  # so that the first empty answer after the trouble says WAITING again
            self._state(_after_trouble(error))
            pause = RETRY_MS
        self._timer.start(pause)


def _after_trouble(error: Exception) -> ReaderState:
    """Damaged answers ask for the card again; anything else means that the reader can't be used now."""
    return ReaderState.LIFT if isinstance(error, ProtocolError) else ReaderState.ABSENT
