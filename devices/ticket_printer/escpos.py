"""ESC/POS ticket printer driver (小票打印机驱动) over TCP, serial line or USB; its status codec is our own.

Written after the Epson command reference; the status bits, the partial cut and the raster command are common to the
Chinese 58 and 80 mm printers. Not verified on a real device.

A ticket is confirmed by asking for the status after it. On a printer that carries out ``DLE EOT`` at once, ahead of
what it has buffered, the confirmation proves that it took the whole ticket and had no fault, not that the last line
is out; a fault that shows later is found by the next probe. ``confirm=process_id`` or ``confirm=gs_r`` in the
address asks for an answer in its turn first (`devices.ticket_printer.in_turn`).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from devices.codec.escpos_status import QUESTIONS, AutoStatus, Condition, StatusDecoder, StatusReply, ask
from devices.core.clock import utc_now
from devices.core.errors import (
    Canceled,
    CoverOpen,
    CutterFault,
    DeviceError,
    DeviceTimeout,
    HardwareFault,
    NotConnected,
    PaperOut,
    ProtocolError,
)
from devices.core.status import DeviceStatus, Health, Link, Paper, Part, Supplies
from devices.core.transport import Transport
from devices.ticket_printer.encoding import JobEncoder
from devices.ticket_printer.escpos_library import load_encoder
from devices.ticket_printer.in_turn import InTurn
from devices.ticket_printer.interface import PrintJob
from devices.ticket_printer.profile import Confirm, Profile

ANSWER_SECONDS = 1.5
# A printer that is still busy with the ticket answers when its buffer has room again.
CONFIRM_SECONDS = 6.0
WRITE_SECONDS = 5.0
SLOWEST_BYTES_PER_SECOND = 900  # 9600 baud
# What a status reply may be preceded by before it is called noise.
MOST_NOISE = 64

_BLOCKING = (
    Condition.COVER_OPEN
    | Condition.PAPER_END
    | Condition.STOPPED_BY_PAPER_END
    | Condition.CUTTER
    | Condition.UNRECOVERABLE
    | Condition.RECOVERABLE
    | Condition.ERROR
    | Condition.OFFLINE
)


class EscPosPrinter:
    """An ESC/POS printer; see `devices.ticket_printer.interface.TicketPrinter`."""

    model = "ESC/POS"
    verified = False

    def __init__(self, transport: Transport, profile: Profile, *, confirm_seconds: float = CONFIRM_SECONDS) -> None:
        self._transport = transport
        self._profile = profile
        self._confirm_seconds = confirm_seconds
        self._in_turn = InTurn(transport, profile.confirm) if profile.confirm is not Confirm.DLE_EOT else None
        self._decoder = StatusDecoder()
        self._encoder: JobEncoder | None = None
        self._work_waits: Callable[[], bool] = lambda: False
        self.width_dots = profile.width_dots
        self.columns = profile.columns

    def open(self) -> None:
        if self._encoder is None:
            self._encoder = JobEncoder(self._profile, load_encoder(self._profile.width_dots))
        self._transport.open()
        self._decoder.reset()
        try:
            self._ask(1, ANSWER_SECONDS)
        except DeviceError:
            self.close()
            raise

    def close(self) -> None:
        self._transport.close()

    def probe(self) -> DeviceStatus:
        conditions = self._conditions(ANSWER_SECONDS, broken_off=self._work_waits)
        return status_of(conditions, has_cutter=self._profile.cutter)

    def yield_to(self, work_waits: Callable[[], bool]) -> None:
        self._work_waits = work_waits

    def check_ready(self) -> DeviceStatus:
        conditions = self._conditions(ANSWER_SECONDS)
        raise_for(conditions)
        return status_of(conditions, has_cutter=self._profile.cutter)

    def print(self, job: PrintJob) -> None:
        if self._encoder is None:
            raise NotConnected(f"{self._transport.url}: not open")
        data = self._encoder.encode(job)
        self.check_ready()
        self._transport.write(data, timeout=WRITE_SECONDS + len(data) / SLOWEST_BYTES_PER_SECOND)
        try:
            answered = self._in_turn is None or self._in_turn.wait(self._confirm_seconds)
            raise_for(self._conditions(self._confirm_seconds))
            if not answered:
                self._transport.close()  # a late answer must not meet the next question
                raise DeviceTimeout(f"{self._profile.confirm.value}: no answer in {self._confirm_seconds:g} s")
        except DeviceError as error:
            error.outcome_known = False
            raise

    def _conditions(self, timeout: float, *, broken_off: Callable[[], bool] = lambda: False) -> Condition:
        """What the printer reports; the first answer may take ``timeout`` seconds.

        When ``broken_off`` says so between two questions, `Canceled` is raised and the connection stays.

        After any failure the connection is closed: a late answer to this question would be taken for that to the
        next one.
        """
        try:
            found = self._ask(QUESTIONS[0], timeout)
            for question in QUESTIONS[1:]:
                if broken_off():
                    raise Canceled("a ticket waits to be printed")
                found |= self._ask(question, ANSWER_SECONDS)
        except Canceled:
            raise
        except DeviceError as error:
            self._transport.close()
            error.outcome_known = True  # a question changes nothing
            raise
        return found

    def _ask(self, question: int, timeout: float) -> Condition:
        """One DLE EOT round trip.

        Raises:
            DeviceTimeout: no answer.
            ProtocolError: noise without end, or more than one answer.
            NotConnected: the connection broke.
        """
        self._transport.discard_input()
        self._decoder.reset()
        self._transport.write(ask(question), timeout=ANSWER_SECONDS)
        noise_before = self._decoder.dropped
        found = Condition.NONE
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            data = self._transport.read(256, timeout=left)
            events = self._decoder.receive(data)
            for event in events:
                if isinstance(event, AutoStatus):
                    found |= event.conditions
            replies = [event for event in events if isinstance(event, StatusReply)]
            if len(replies) == 1:
                return found | replies[0].conditions(question)
            if replies or self._decoder.dropped - noise_before > MOST_NOISE:
                raise ProtocolError(f"DLE EOT {question}: {len(replies)} answers in {data.hex()}", raw=data)
        noise = self._decoder.dropped - noise_before
        if noise:
            raise ProtocolError(f"DLE EOT {question}: {noise} bytes that are no answer")
        raise DeviceTimeout(f"DLE EOT {question}: no answer in {timeout:g} s")


def raise_for(conditions: Condition) -> None:
    """Raise the fault that a person can mend first.

    Raises:
        CoverOpen, PaperOut, CutterFault, HardwareFault: by ``conditions``.
    """
    if not conditions & _BLOCKING:
        return
    detail = str(conditions)
    if conditions & Condition.COVER_OPEN:
        raise CoverOpen(detail)
    if conditions & (Condition.PAPER_END | Condition.STOPPED_BY_PAPER_END):
        raise PaperOut(detail)
    if conditions & Condition.CUTTER:
        raise CutterFault(detail)
    if conditions & Condition.RECOVERABLE and not conditions & Condition.UNRECOVERABLE:
        raise HardwareFault(detail, message="打印机暂停工作（可能机头过热），请稍候再试。")
    raise HardwareFault(detail, message="打印机报告故障或处于脱机状态，请联系工作人员。")


def status_of(conditions: Condition, *, has_cutter: bool = True) -> DeviceStatus:
    """The status that these conditions, all read just now, amount to."""
    paper = Paper.OK
    if conditions & (Condition.PAPER_END | Condition.STOPPED_BY_PAPER_END):
        paper = Paper.OUT
    elif conditions & Condition.PAPER_NEAR_END:
        paper = Paper.LOW
    cutter = Part.NOT_SUPPORTED
    if has_cutter or conditions & Condition.CUTTER:
        cutter = Part.FAULT if conditions & Condition.CUTTER else Part.OK
    health = Health.OK
    if conditions & _BLOCKING:
        health = Health.FAULT
    elif paper is Paper.LOW:
        health = Health.DEGRADED
    return DeviceStatus(
        Link.ONLINE,
        health,
        utc_now(),
        Supplies(paper, Part.FAULT if conditions & Condition.COVER_OPEN else Part.OK, cutter),
        detail="" if conditions is Condition.NONE else str(conditions),
    )
