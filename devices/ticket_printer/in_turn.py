"""The stronger confirmation of a ticket: a question answered only when all before it is done (按序确认)."""

from __future__ import annotations

import time
from itertools import count

from devices.codec.escpos_confirm import ASK_PAPER, ProcessIdReader, ask_process_id, is_paper_answer, process_id
from devices.core.errors import ProtocolError
from devices.core.transport import Transport
from devices.ticket_printer.profile import Confirm

WRITE_SECONDS = 1.5
# GS r is answered by a bare byte: it counts only when nothing else comes with it.
SILENCE_SECONDS = 0.05


class InTurn:
    """Asks ``GS ( H`` or ``GS r`` after a ticket."""

    def __init__(self, transport: Transport, confirm: Confirm) -> None:
        self._transport = transport
        self._confirm = confirm
        self._numbers = count(1)

    def wait(self, seconds: float) -> bool:
        """Ask and wait for the answer; False when none came.

        Raises:
            ProtocolError: what came is no answer.
            NotConnected, DeviceTimeout: the connection broke.
        """
        self._transport.discard_input()
        if self._confirm is Confirm.PROCESS_ID:
            return self._process_id(next(self._numbers) % 10000, seconds)
        return self._paper(seconds)

    def _process_id(self, number: int, seconds: float) -> bool:
        self._transport.write(ask_process_id(number), timeout=WRITE_SECONDS)
        reader, deadline = ProcessIdReader(), time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if process_id(number) in reader.receive(self._transport.read(64, timeout=left)):
                return True
        return False

    def _paper(self, seconds: float) -> bool:
        self._transport.write(ASK_PAPER, timeout=WRITE_SECONDS)
        answer = self._transport.read(64, timeout=seconds)
        if not answer:
            return False
        answer += self._transport.read(64, timeout=SILENCE_SECONDS)
        if len(answer) != 1 or not is_paper_answer(answer[0]):
            raise ProtocolError(f"GS r: {len(answer)} bytes that are no answer")
        return True
