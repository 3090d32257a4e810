"""The start page of a desk without a window (管理席): who is here, and which pages they may open."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.model import Message, Tone
from counter_app.worker import Worker
from hall.errors import HallError
from hall.staffing.desk_sign_in import DeskSignedIn

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StartState:
    """Everything the page shows; the doors are the shell's.

    Attributes:
        troubles: devices of the hall that need a hand.
    """

    signed: DeskSignedIn | None = None
    busy: bool = False
    online: bool = True
    troubles: int = 0
    message: Message | None = None


class StartViewModel(QObject):
    """See `StartState`."""

    state_changed = Signal(object)
    signed_out = Signal(str)  # nothing to say

    def __init__(self, desk: Desk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self.state = StartState()

    def begin(self, signed: DeskSignedIn) -> None:
        """Somebody signed in."""
        self._set(replace(self.state, signed=signed, busy=False, message=None))

    def say(self, message: Message | None) -> None:
        """News from the pages and the devices."""
        self._set(replace(self.state, message=message))

    def set_online(self, online: bool) -> None:
        """The database came or went."""
        if online == self.state.online:
            return
        text = self.tr("数据库已恢复连接。") if online else self.tr("与数据库的连接中断，正在自动重连，请稍候。")
        message = Message(Tone.GOOD if online else Tone.ALARM, text)
        self._set(replace(self.state, online=online, message=message))

    def set_troubles(self, count: int) -> None:
        """So many devices need a hand."""
        self._set(replace(self.state, troubles=count))

    def sign_out(self) -> None:
        """签退; a doubled press signs out once."""
        signed = self.state.signed
        if signed is None or self.state.busy:
            return
        self._set(replace(self.state, busy=True))
        self._worker.run(lambda: self._desk.leave_desk(signed.actor), self._left, self._not_left)

    def _left(self, _: None) -> None:
        self._set(StartState(online=self.state.online, troubles=self.state.troubles))
        self.signed_out.emit("")

    def _not_left(self, error: Exception) -> None:
        if not isinstance(error, HallError):
            log.error("sign-out failed", exc_info=error)
        # Nobody has to stay signed in because the database is away; the pages are closed all the same.
        log.info("signed out without a record: %s", error)
        self._left(None)

    def _set(self, state: StartState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
