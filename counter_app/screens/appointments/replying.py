"""Giving the reply to one booking (预约答复): once on paper, once by SMS, each on record whether it was given."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from counter_app.booking_desk import Booked, BookingDesk
from counter_app.reply_sending import NotGiven, ReplySending
from counter_app.worker import Worker
from hall.appointments.replied import ReplyWay
from hall.identity import Actor

log = logging.getLogger(__name__)


class Given(StrEnum):
    """How far one way is."""

    NOT_YET = "not_yet"
    BUSY = "busy"
    GIVEN = "given"
    FAILED = "failed"  # certainly not given: may be tried again
    IN_DOUBT = "in_doubt"  # may have been given: never tried again by itself


@dataclass(frozen=True, slots=True)
class ReplyState:
    """What the panel shows.

    Attributes:
        booked: None while no reply is open.
        trouble: why a way failed, in Chinese.
        can_print, can_text: what station and applicant have; by SMS only to somebody with a phone.
    """

    booked: Booked | None = None
    paper: Given = Given.NOT_YET
    sms: Given = Given.NOT_YET
    trouble: str = ""
    can_print: bool = False
    can_text: bool = False

    def may(self, way: ReplyWay) -> bool:
        """Whether the reply can be given so now."""
        able, given = (self.can_print, self.paper) if way is ReplyWay.PAPER else (self.can_text, self.sms)
        return self.booked is not None and able and given in (Given.NOT_YET, Given.FAILED)


class Replying(QObject):
    """One reply at a time."""

    changed = Signal(object)  # ReplyState

    def __init__(
        self, desk: BookingDesk, worker: Worker, sending: ReplySending, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._sending = desk, worker, sending
        self._turn = 0
        self.state = ReplyState()

    def open(self, booked: Booked) -> None:
        """Show a reply."""
        self._turn += 1
        phone = bool(booked.appointment.person.phone)
        self._set(ReplyState(booked, can_print=self._sending.can_print, can_text=phone and self._sending.can_text))

    def close(self) -> None:
        """Forget it; what is on its way is still put on record."""
        self._turn += 1
        self._set(ReplyState())

    def give(self, way: ReplyWay, by: Actor) -> None:
        """Print it or send it, once."""
        booked, turn = self.state.booked, self._turn
        if booked is None or not self.state.may(way):
            return
        self._mark(turn, way, Given.BUSY, "")
        send = self._sending.print_reply if way is ReplyWay.PAPER else self._sending.text_reply

        def done() -> None:
            self._note(by, booked, way, None)
            self._mark(turn, way, Given.GIVEN, "")

        def failed(why: NotGiven) -> None:
            self._note(by, booked, way, why)
            self._mark(turn, way, Given.FAILED if why.outcome_known else Given.IN_DOUBT, why.message)

        send(booked, done, failed)

    def _note(self, by: Actor, booked: Booked, way: ReplyWay, why: NotGiven | None) -> None:
        number = booked.appointment.id

        def work() -> None:
            self._desk.note_reply(
                by, number, way, sent=why is None, outcome_known=why is None or why.outcome_known,
                error=why.error if why is not None else "",
            )  # fmt: skip

        failed: Callable[[Exception], None] = lambda error: log.error(  # noqa: E731
            "the reply to appointment %d (%s) is not on record: %s", number, way, type(error).__name__
        )
        self._worker.run(work, lambda _: None, failed)

    def _mark(self, turn: int, way: ReplyWay, given: Given, trouble: str) -> None:
        if turn != self._turn:
            return
        if way is ReplyWay.PAPER:
            self._set(replace(self.state, paper=given, trouble=trouble))
        else:
            self._set(replace(self.state, sms=given, trouble=trouble))

    def _set(self, state: ReplyState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
