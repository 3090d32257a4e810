"""Driver of readers with the SAM_V module on a serial line or behind a serial server (身份证读卡器驱动).

Reading a card is find → select → read → extra address. What goes wrong decides what comes next:

- nobody there (80 on find): `NoCard` at once, the caller asks again;
- moved while reading (81, 31…33, 41, 47): from the start, up to ``ATTEMPTS`` times, then `CardUnreadable`;
- damaged or missing answers: the module is reset; when it answers, from the start, else the error is raised;
- not authorised, self-test (60, 66): `ReaderNotAuthorised` at once.

A card that was read stays silent to the next find until it is lifted; that is the module's way of reading a
card once.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from devices.codec.sam_v import (
    BadFrame,
    CardRecord,
    Receiver,
    Reply,
    Request,
    Sw3,
    encode_request,
    format_module_number,
    split_card,
)
from devices.codec.sam_v_card import Layout, parse_card_text, parse_extra_address
from devices.core.clock import utc_now
from devices.core.errors import DeviceError, DeviceTimeout, NoCard, NotConnected, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport
from devices.id_card_reader.card import to_id_card
from devices.id_card_reader.interface import CardNotSupported, CardUnreadable, IdCard, ReaderNotAuthorised

log = logging.getLogger(__name__)

ATTEMPTS = 3
DRIBBLE = 4
_MOVED = (
    Sw3.SELECT_FAILED,
    Sw3.CARD_AUTHENTICATION,
    Sw3.SAM_AUTHENTICATION,
    Sw3.VERIFY,
    Sw3.READ_FAILED,
    Sw3.RANDOM_NUMBER,
)
_LAY_AGAIN = "未检测到证件，请将身份证平放在感应区；如已放好，请拿起后重新放置。"


class _Damaged(Exception):
    """An answer was damaged, late or senseless: worth a reset and another attempt."""

    def __init__(self, error: DeviceError) -> None:
        super().__init__(str(error))
        self.error = error


class SamVReader:
    """`IdCardReader` over the SAM_V protocol.

    Args:
        transport: serial (115200 8N1) or TCP.
        answer_timeout: seconds of silence after which an answer is given up; reading takes the module about one
            second. An answer that dribbles in may take `DRIBBLE` times as long.
        clock: monotonic seconds, for deadlines.
    """

    model = "SAM_V"
    verified = False

    def __init__(
        self,
        transport: Transport,
        *,
        answer_timeout: float = 2.5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._answer_timeout = answer_timeout
        self._clock = clock
        self._receiver = Receiver()

    def open(self) -> None:
        """Connect and ask for the status; see `Driver.open`."""
        self._transport.open()
        try:
            self._check_status()
        except _Damaged as damaged:
            self.close()
            raise damaged.error from None
        except DeviceError:
            self.close()
            raise
        log.warning("%s at %s: not verified on the real device", self.model, self._transport.url)

    def close(self) -> None:
        self._receiver.reset()
        self._transport.close()

    def probe(self) -> DeviceStatus:
        """Ask the module for its status (``11 FF``)."""
        try:
            self._check_status()
        except _Damaged as damaged:
            raise damaged.error from None
        return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())

    def module_number(self) -> str:
        try:
            reply = self._ask(Request.MODULE_NUMBER)
            self._expect(reply, Sw3.OK, Request.MODULE_NUMBER)
            return format_module_number(reply.data)
        except _Damaged as damaged:
            raise damaged.error from None
        except ValueError as error:
            raise ProtocolError(str(error)) from None

    def read_card(self) -> IdCard:
        failure: DeviceError = CardUnreadable()
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._read_once()
            except _Damaged as damaged:
                failure = damaged.error
                log.info("attempt %d of %d: %s", attempt, ATTEMPTS, failure)
                if not self._reset():
                    break
            except CardUnreadable as moved:
                failure = moved
                log.info("attempt %d of %d: %s", attempt, ATTEMPTS, moved)
        raise failure

    def _read_once(self) -> IdCard:
        found = self._ask(Request.FIND)
        if found.sw3 == Sw3.FIND_FAILED:
            raise NoCard("find answered 80", message=_LAY_AGAIN)
        self._expect(found, Sw3.FOUND, Request.FIND)
        self._expect(self._ask(Request.SELECT), Sw3.OK, Request.SELECT)
        reply = self._ask(Request.READ)
        self._expect(reply, Sw3.OK, Request.READ)
        try:
            record = split_card(reply.data)
            return self._to_card(record)
        except ValueError as error:
            # No raw bytes: they are a person's data.
            raise _Damaged(ProtocolError(str(error))) from None

    def _to_card(self, record: CardRecord) -> IdCard:
        text = parse_card_text(record.text)
        extra = self._extra_address() if text.layout is Layout.DOMESTIC else ""
        return to_id_card(text, photo=record.photo, extra_address=extra)

    def _extra_address(self) -> str:
        """The extra address, empty when the card has none (91) or does not give it (41)."""
        reply = self._ask(Request.READ_EXTRA_ADDRESS)
        if reply.sw3 in (Sw3.EMPTY_FIELD, Sw3.READ_FAILED):
            return ""
        self._expect(reply, Sw3.OK, Request.READ_EXTRA_ADDRESS)
        return parse_extra_address(reply.data)

    def _check_status(self) -> None:
        self._expect(self._ask(Request.STATUS), Sw3.OK, Request.STATUS)

    def _reset(self) -> bool:
        """Reset the module; False when it does not even answer that."""
        try:
            return self._ask(Request.RESET).sw3 == Sw3.OK
        except _Damaged as damaged:
            log.info("no answer to the reset: %s", damaged)
            return False

    def _expect(self, reply: Reply, expected: Sw3, request: Request) -> None:
        if reply.sw3 == expected:
            return
        detail = f"{request.name} answered {reply.sw3:02X}"
        if reply.sw3 in _MOVED:
            raise CardUnreadable(detail)
        if reply.sw3 == Sw3.CARD_TYPE:
            raise CardNotSupported(detail)
        if reply.sw3 in (Sw3.SELF_TEST, Sw3.UNAUTHORISED):
            raise ReaderNotAuthorised(detail)
        raise _Damaged(ProtocolError(detail))

    def _ask(self, request: Request) -> Reply:
        """One request, one answer; of several answers the last, for the earlier ones came late.

        Raises:
            _Damaged: no answer, or none that is whole.
            NotConnected: the line is gone.
        """
        self._transport.discard_input()
        self._receiver.reset()
        deadline = self._clock() + DRIBBLE * self._answer_timeout
        try:
            self._transport.write(encode_request(request), timeout=self._answer_timeout)
            while self._clock() < deadline and (data := self._transport.read(4096, timeout=self._answer_timeout)):
                events = self._receiver.receive(data)
                replies = [event for event in events if isinstance(event, Reply)]
                if replies:
                    return replies[-1]
                if bad := [event for event in events if isinstance(event, BadFrame)]:
                    raise _Damaged(ProtocolError(f"{request.name}: {bad[-1].reason}"))
        except NotConnected:
            self._receiver.reset()
            raise
        except DeviceTimeout as error:
            raise _Damaged(error) from None
        waiting = self._receiver.pending
        raise _Damaged(DeviceTimeout(f"{request.name}: no whole answer, {waiting} bytes pending"))
