"""Driver of Onbon BX controllers (仰邦LED控制卡驱动)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from devices.codec.bx_led import ANY_ADDRESS, Area, BadPacket, Packet, Receiver, encode_clear, encode_show
from devices.codec.led_text import encode_led_text
from devices.core.clock import utc_now
from devices.core.errors import DeviceError, DeviceTimeout, NotConnected, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport

log = logging.getLogger(__name__)


class BxLed:
    """`WindowLed` over the BX protocol; every order must be confirmed.

    Args:
        answer_timeout: seconds for a confirmation.
    """

    model = "BX-5K"
    verified = False

    def __init__(
        self,
        transport: Transport,
        area: Area = Area(),
        *,
        address: int = ANY_ADDRESS,
        answer_timeout: float = 1.5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._area = area
        self._address = address
        self._answer_timeout = answer_timeout
        self._clock = clock
        self._receiver = Receiver()
        self._last: bytes | None = None

    def open(self) -> None:
        """Connect and show nothing; see `Driver.open`."""
        self._transport.open()
        try:
            self.clear()
        except DeviceError:
            self.close()
            raise
        log.warning("%s at %s: not verified on the real device", self.model, self._transport.url)

    def close(self) -> None:
        self._transport.close()

    def probe(self) -> DeviceStatus:
        """Repeat the last order that was confirmed: it changes nothing and must be confirmed again."""
        self._order(self._last or encode_clear(self._area, address=self._address))
        return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())

    def show(self, text: str) -> None:
        self._order(encode_show(encode_led_text(text), self._area, address=self._address))

    def clear(self) -> None:
        self._order(encode_clear(self._area, address=self._address))

    def _order(self, frame: bytes) -> None:
        self._transport.discard_input()
        self._receiver.reset()
        deadline = self._clock() + self._answer_timeout
        self._transport.write(frame, timeout=self._answer_timeout)
        try:
            self._confirmed(deadline)
        except NotConnected as error:
            error.outcome_known = False
            raise
        self._last = frame

    def _confirmed(self, deadline: float) -> None:
        while (left := deadline - self._clock()) > 0:
            for event in self._receiver.receive(self._transport.read(4096, timeout=left)):
                if isinstance(event, BadPacket):
                    raise ProtocolError(f"answer: {event.reason}", outcome_known=False)
                if self._is_confirmation(event):
                    return
        raise DeviceTimeout("the order was not confirmed", outcome_known=False)

    def _is_confirmation(self, packet: Packet) -> bool:
        if packet.accepted is False:
            raise ProtocolError(f"the controller refused, error {packet.error}")
        return bool(packet.accepted)
