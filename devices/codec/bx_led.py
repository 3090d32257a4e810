"""Onbon BX LED controllers (仰邦 BX-5K 字库卡), without I/O: a text in one dynamic area.

TCP 5005. Packet: ``A5``×8 | dst16 | src ``00 80`` | ``00``×6 | ``FE 02`` | len16 | data | CRC-16/ARC from dst on |
``5A``; numbers little-endian. Between the two ends A5 is sent as ``A6 02``, A6 as ``A6 01``, 5A as ``5B 02`` and
5B as ``5B 01``. Data of an order: ``A3 06``, wants an answer, ``00 00``, areas to delete, areas to show; of an
answer: ``A0 00`` obeyed or ``A0 01`` refused, error, ``00 00``.

Source: two public programs that agree on the layout of the area; the answer's codes come from one of them and
from memory.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD = b"\xa5" * 8
END = 0x5A
ANY_ADDRESS = 0xFFFE
MAX_PACKET = 4096
_ESCAPES = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_UNESCAPES = {(0xA6, 2): 0xA5, (0xA6, 1): 0xA6, (0x5B, 2): 0x5A, (0x5B, 1): 0x5B}
_DYNAMIC = b"\xa3\x06\x01\x00\x00"
_STILL, _TO_THE_LEFT = 1, 3


@dataclass(frozen=True, slots=True)
class Area:
    """Where on the screen, in dots; ``x`` and ``width`` are multiples of 8.

    Attributes:
        number: of the dynamic area, 0 to 31.
    """

    width: int = 128
    height: int = 16
    x: int = 0
    y: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Packet:
    """A valid packet."""

    address: int
    data: bytes

    @property
    def accepted(self) -> bool | None:
        """Whether it says that an order was obeyed; None when it is no answer."""
        return {b"\xa0\x00": True, b"\xa0\x01": False}.get(self.data[:2])

    @property
    def error(self) -> int:
        """Error number of an answer."""
        return self.data[2] if len(self.data) > 2 else 0


@dataclass(frozen=True, slots=True)
class BadPacket:
    """A packet that began but is not valid."""

    reason: str


Event = Packet | BadPacket


def crc16_arc(data: bytes) -> int:
    """CRC-16/ARC: polynomial 8005 reflected, from 0; ``123456789`` gives BB3D."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def encode_packet(data: bytes, *, address: int = ANY_ADDRESS) -> bytes:
    """A packet from the host, escaped."""
    body = address.to_bytes(2, "little") + b"\x00\x80" + bytes(6) + b"\xfe\x02"
    body += len(data).to_bytes(2, "little") + data
    body += crc16_arc(body).to_bytes(2, "little")
    return HEAD + b"".join(_ESCAPES.get(byte, bytes([byte])) for byte in body) + bytes([END])


def encode_show(text: bytes, area: Area, *, address: int = ANY_ADDRESS) -> bytes:
    """The order to show GBK ``text`` until the next one: still when it fits in one line, else running left."""
    fits = len(text) * area.height // 2 <= area.width
    header = b"\x00"
    for number in (area.x // 8, area.y, area.width // 8, area.height):
        header += number.to_bytes(2, "little")
    # Area number, space between lines, run mode (loop), timeout 0, then sound, extension and alignment unused.
    header += bytes((area.number, 0, 0, 0, 0, 0, 0, 0))
    # One line, no wrapping, how it appears, how it leaves, speed (0 fastest), stay in half seconds.
    header += bytes((1, 1, _STILL if fits else _TO_THE_LEFT, 0, 4, 10))
    area_data = header + len(text).to_bytes(4, "little") + text
    data = _DYNAMIC + b"\x00\x01" + len(area_data).to_bytes(2, "little") + area_data
    return encode_packet(data, address=address)


def encode_clear(area: Area, *, address: int = ANY_ADDRESS) -> bytes:
    """The order to delete the area."""
    return encode_packet(_DYNAMIC + bytes((1, area.number, 0)), address=address)


class Receiver:
    """Controller bytes → events; any slicing gives the same events, memory is bounded by one packet."""

    def __init__(self) -> None:
        self._body = bytearray()
        self._escape = 0
        self._inside = False

    @property
    def pending(self) -> int:
        """Bytes of a packet that is not complete."""
        return len(self._body)

    def receive(self, data: bytes) -> list[Event]:
        """Take bytes; return the packets completed by them."""
        events: list[Event] = []
        for byte in data:
            self._take(byte, events)
        return events

    def reset(self) -> None:
        """Forget a half-received packet."""
        self._body.clear()
        self._escape = 0
        self._inside = False

    def _take(self, byte: int, events: list[Event]) -> None:
        if byte == HEAD[0]:
            if self._body:
                events.append(BadPacket("cut short"))
            self.reset()
            self._inside = True
        elif not self._inside:
            pass  # noise between packets
        elif byte == END:
            events.append(_judge(bytes(self._body)) if not self._escape else BadPacket("escape"))
            self.reset()
        elif self._escape:
            plain = _UNESCAPES.get((self._escape, byte))
            self._escape = 0
            if plain is None:
                events.append(BadPacket("escape"))
                self.reset()
            else:
                self._body.append(plain)
        elif byte in _ESCAPES:
            self._escape = byte
        else:
            self._body.append(byte)
        if len(self._body) > MAX_PACKET:
            events.append(BadPacket("too long"))
            self.reset()


def _judge(body: bytes) -> Event:
    if len(body) < 16:
        return BadPacket(f"{len(body)} bytes")
    if crc16_arc(body[:-2]) != int.from_bytes(body[-2:], "little"):
        return BadPacket("check sum")
    if int.from_bytes(body[12:14], "little") != len(body) - 16:
        return BadPacket("length")
    return Packet(int.from_bytes(body[:2], "little"), body[14:-2])
