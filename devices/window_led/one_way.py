"""Drivers of LED screens that only listen (单向LED屏): a serial strip, and plain text over TCP."""

from __future__ import annotations

import logging
from collections.abc import Callable

from devices.codec.led_text import encode_led_text
from devices.core.clock import utc_now
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport

log = logging.getLogger(__name__)

WRITE_SECONDS = 1.0
Frame = Callable[[str], bytes]


def strip_frame(address: int) -> Frame:
    """``40 addr text 0D``, text in GBK; the address is a byte other than 0D.

    Raises:
        ValueError: no such address.
    """
    if not 0 <= address <= 255 or address == 0x0D:
        raise ValueError(f"address {address}")
    return lambda text: bytes((0x40, address)) + encode_led_text(text) + b"\r"


def text_frame(encoding: str) -> Frame:
    """The text and CR LF, in ``gb18030`` or ``utf-8``."""
    return lambda text: " ".join(text.split()).encode(encoding, "replace") + b"\r\n"


class OneWayLed:
    """`WindowLed` that cannot be asked: its health is DEGRADED at best, and nobody sees it go dark.

    Args:
        frame: text → bytes.
    """

    verified = False

    def __init__(self, transport: Transport, frame: Frame, *, model: str) -> None:
        self.model = model
        self._transport = transport
        self._frame = frame

    def open(self) -> None:
        self._transport.open()
        log.warning("%s at %s: not verified on the real device", self.model, self._transport.url)

    def close(self) -> None:
        self._transport.close()

    def probe(self) -> DeviceStatus:
        """Whether the line is still there."""
        self._transport.read(256, timeout=0)
        detail = "the screen cannot be asked"
        return DeviceStatus(link=Link.ONLINE, health=Health.DEGRADED, at=utc_now(), detail=detail)

    def show(self, text: str) -> None:
        # A connection that the screen closed would take the bytes without an error: look first.
        self._transport.read(256, timeout=0)
        self._transport.write(self._frame(text), timeout=WRITE_SECONDS)

    def clear(self) -> None:
        self.show("")
