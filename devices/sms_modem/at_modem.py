"""Driver of GSM/LTE modems with AT commands in PDU mode (短信猫驱动).

Numbers and texts are personal data: neither they nor the PDUs made of them are logged or put into errors.
"""

from __future__ import annotations

import itertools
import logging
import re
import secrets
import time
from collections.abc import Callable, Iterator

from devices.codec.at import Event, Final, Line, Prompt, Receiver
from devices.codec.sms_pdu import SubmitPdu, encode_submit
from devices.core.clock import utc_now
from devices.core.errors import Busy, DeviceError, DeviceTimeout, HardwareFault, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport
from devices.sms_modem.interface import MessageRefused, NetworkUnavailable, SimCardMissing

log = logging.getLogger(__name__)

COMMAND_SECONDS = 2.0
SEND_SECONDS = 60.0  # the network may take its time
_SUBMIT, _CANCEL = b"\x1a", b"\x1b"
_WEAK_SIGNAL = 5  # of 31, about -103 dBm
# TS 27.007 §9.2 and TS 27.005 §3.2.5.
_NO_SIM = {("CME", 10), ("CME", 11), ("CME", 12), ("CME", 13), ("CME", 15), ("CMS", 310), ("CMS", 311)}
_NO_SIM |= {("CMS", 312), ("CMS", 313), ("CMS", 315), ("CMS", 316), ("CMS", 317), ("CMS", 318)}
_BUSY = {("CME", 14), ("CMS", 314)}
_NETWORK = {("CME", 30), ("CME", 31), ("CMS", 331), ("CMS", 332)}
# 500, "unknown error", is what most modems say when the signal broke off.
_NETWORK |= {("CMS", code) for code in (17, 22, 38, 41, 42, 47, 500)}


class AtModem:
    """`SmsModem` over AT commands.

    Args:
        command_timeout: seconds for an ordinary answer and for the prompt.
        send_timeout: seconds for the network to take one message.
        references: numbers that link the parts of a message, each 0 to 255.
    """

    model = "AT modem"
    verified = False

    def __init__(
        self,
        transport: Transport,
        *,
        command_timeout: float = COMMAND_SECONDS,
        send_timeout: float = SEND_SECONDS,
        references: Iterator[int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._command_timeout = command_timeout
        self._send_timeout = send_timeout
        start = secrets.randbelow(256)
        self._references = references or (number % 256 for number in itertools.count(start))
        self._clock = clock
        self._receiver = Receiver()

    def open(self) -> None:
        """Connect, leave a text prompt that an earlier program may have left open, and set the modem up."""
        self._transport.open()
        try:
            self._transport.write(_CANCEL + b"\r", timeout=self._command_timeout)
            for command in ("AT", "ATE0", "AT+CMEE=1", "AT+CMGF=0"):
                self._command(command)
        except DeviceError:
            self.close()
            raise
        log.warning("%s at %s: not verified on the real device", self.model, self._transport.url)

    def close(self) -> None:
        self._receiver.reset()
        self._transport.close()

    def probe(self) -> DeviceStatus:
        """SIM card, network and signal."""
        health, detail = Health.OK, ""
        try:
            self._check_card()
            self._check_network()
            signal = self._ask_number("AT+CSQ", r"\+CSQ: *(\d+)")
            if signal == 99 or signal < _WEAK_SIGNAL:
                health, detail = Health.DEGRADED, f"signal {signal}"
        except (SimCardMissing, NetworkUnavailable) as error:
            health, detail = Health.FAULT, str(error)
        except Busy as error:
            health, detail = Health.DEGRADED, str(error)
        return DeviceStatus(link=Link.ONLINE, health=health, at=utc_now(), detail=detail)

    def send(self, number: str, text: str) -> int:
        parts = encode_submit(number, text, reference=next(self._references))
        self._check_card()
        self._check_network()
        for index, part in enumerate(parts):
            try:
                self._submit(part)
            except DeviceError as error:
                # With earlier parts gone out the message is neither sent nor unsent.
                error.outcome_known = error.outcome_known and index == 0
                raise
        log.info("a message of %d parts was taken by the network", len(parts))
        return len(parts)

    def _check_card(self) -> None:
        lines = self._command("AT+CPIN?")
        if "+CPIN: READY" not in lines:
            raise SimCardMissing("the SIM card is locked")

    def _check_network(self) -> None:
        state = self._ask_number("AT+CREG?", r"\+CREG: *\d+, *(\d+)")
        if state not in (1, 5):  # at home, roaming
            raise NetworkUnavailable(f"registration {state}")

    def _ask_number(self, command: str, pattern: str) -> int:
        for line in self._command(command):
            if match := re.match(pattern, line, re.ASCII):
                return int(match[1])
        raise ProtocolError(f"{command} was answered without a number")

    def _submit(self, part: SubmitPdu) -> None:
        """One message: order, prompt, text, verdict."""
        self._write(f"AT+CMGS={part.length}\r".encode())
        deadline = self._clock() + self._command_timeout
        try:
            for event in self._events(deadline):
                if isinstance(event, Prompt):
                    break
                if isinstance(event, Final):
                    raise _failure(event, "AT+CMGS")
            else:
                raise DeviceTimeout("no prompt for the text")
        except DeviceTimeout:
            self._transport.write(_CANCEL, timeout=self._command_timeout)
            raise
        try:
            self._transport.write(part.hex.encode() + _SUBMIT, timeout=self._command_timeout)
            self._verdict()
        except DeviceError as error:
            # From here on only the modem's own verdict is certain.
            error.outcome_known = isinstance(error, HardwareFault | NetworkUnavailable | MessageRefused | Busy)
            raise

    def _verdict(self) -> None:
        taken = False
        for event in self._events(self._clock() + self._send_timeout):
            if isinstance(event, Line) and event.text.startswith("+CMGS:"):
                taken = True
            elif isinstance(event, Final):
                if not event.ok:
                    raise _failure(event, "the message")
                if not taken:
                    raise ProtocolError("OK without +CMGS")
                return
        raise DeviceTimeout("no verdict on the message")

    def _command(self, command: str) -> list[str]:
        """Send a command; return its lines of information.

        Raises:
            DeviceTimeout: no complete answer.
            DeviceError: the modem's error, by its number.
        """
        self._write(command.encode() + b"\r")
        lines: list[str] = []
        for event in self._events(self._clock() + self._command_timeout):
            if isinstance(event, Line):
                lines.append(event.text)
            elif isinstance(event, Final):
                if not event.ok:
                    raise _failure(event, command)
                return lines
        raise DeviceTimeout(f"{command}: no complete answer")

    def _write(self, data: bytes) -> None:
        self._transport.discard_input()
        self._receiver.reset()
        self._transport.write(data, timeout=self._command_timeout)

    def _events(self, deadline: float) -> Iterator[Event]:
        """Events until the deadline."""
        while (left := deadline - self._clock()) > 0:
            yield from self._receiver.receive(self._transport.read(1024, timeout=left))


def _failure(final: Final, what: str) -> DeviceError:
    """The modem's error as ours."""
    told = (final.family, final.code)
    detail = f"{what}: +{final.family} ERROR {final.code}" if final.family else f"{what}: ERROR"
    if final.ok:
        return ProtocolError(f"{what}: OK where none belongs")
    if told in _NO_SIM:
        return SimCardMissing(detail)
    if told in _BUSY:
        return Busy(detail)
    if told in _NETWORK:
        return NetworkUnavailable(detail)
    if final.family == "CMS":
        return MessageRefused(detail)
    return ProtocolError(detail)
