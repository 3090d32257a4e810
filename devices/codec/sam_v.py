"""SAM_V frames of the ID card reading module (身份证阅读机具 SAM_V 模块), without I/O.

Serial 115200 8N1. Host: ``AA AA AA 96 69 | len16 BE | command parameter [data] | chk``; module: the same with
``SW1 SW2 SW3`` in place of command and parameter. ``len`` counts everything after itself, the check byte
included; ``chk`` is the XOR of all bytes from ``len`` to the last data byte.

Source: public source code of several readers; the literal frames of the tests were recomputed. The text of a
card is read by `devices.codec.sam_v_card`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import xor

PREAMBLE = b"\xaa\xaa\xaa\x96\x69"
MIN_LENGTH = 4  # three status bytes and the check byte
MAX_LENGTH = 0x0A00  # a card with a fingerprint has 0x090A


class Request(IntEnum):
    """Command and parameter as one number (命令字)."""

    RESET = 0x10FF
    STATUS = 0x11FF
    MODULE_NUMBER = 0x12FF
    FIND = 0x2001
    SELECT = 0x2002
    READ = 0x3001
    READ_EXTRA_ADDRESS = 0x3003


class Sw3(IntEnum):
    """Third status byte (状态字): what the module says happened."""

    CHECKSUM = 0x10
    LENGTH = 0x11
    COMMAND = 0x21
    NOT_PERMITTED = 0x23
    UNKNOWN = 0x24
    CARD_AUTHENTICATION = 0x31
    SAM_AUTHENTICATION = 0x32
    VERIFY = 0x33
    CARD_TYPE = 0x40
    READ_FAILED = 0x41
    RANDOM_NUMBER = 0x47
    SELF_TEST = 0x60
    UNAUTHORISED = 0x66
    FIND_FAILED = 0x80
    SELECT_FAILED = 0x81
    OK = 0x90
    EMPTY_FIELD = 0x91
    FOUND = 0x9F


@dataclass(frozen=True, slots=True)
class Reply:
    """One valid frame from the module; the repr shows no data, for a card's text is personal."""

    sw1: int
    sw2: int
    sw3: int
    data: bytes

    def __repr__(self) -> str:
        return f"Reply({self.sw1:02X} {self.sw2:02X} {self.sw3:02X}, {len(self.data)} bytes)"


@dataclass(frozen=True, slots=True)
class BadFrame:
    """A frame that began but is not valid."""

    reason: str


Event = Reply | BadFrame


def encode_request(request: Request, data: bytes = b"") -> bytes:
    """The frame of a request; ``FIND`` is ``AA AA AA 96 69 00 03 20 01 22``."""
    body = (len(data) + 3).to_bytes(2, "big") + request.to_bytes(2, "big") + data
    return PREAMBLE + body + bytes([reduce(xor, body)])


class Receiver:
    """Module bytes → events; any slicing gives the same events, memory is bounded by one frame.

    After a bad check byte the search for a preamble goes on inside the frame's own bytes, since its length
    may be what was damaged.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.skipped = 0

    def receive(self, data: bytes) -> list[Event]:
        """Take bytes; return the frames completed by them, good and bad, in order."""
        events: list[Event] = []
        # In pieces, so that an endless stream never grows the buffer by more than one piece.
        for start in range(0, len(data), MAX_LENGTH):
            self._buffer += data[start : start + MAX_LENGTH]
            self._parse(events)
        return events

    def reset(self) -> None:
        """Forget a half-received frame (the caller gave up waiting for the rest)."""
        self._buffer.clear()

    @property
    def pending(self) -> int:
        """Bytes of a frame that is not complete yet."""
        return len(self._buffer)

    def _parse(self, events: list[Event]) -> None:
        while self._seek_preamble():
            if len(self._buffer) < 7:
                return
            length = int.from_bytes(self._buffer[5:7], "big")
            if not MIN_LENGTH <= length <= MAX_LENGTH:
                events.append(BadFrame(f"length {length}"))
                self._drop(1)
                continue
            if len(self._buffer) < 7 + length:
                return
            frame = bytes(self._buffer[5 : 7 + length])
            if reduce(xor, frame) != 0:
                events.append(BadFrame("check byte"))
                self._drop(1)
                continue
            del self._buffer[: 7 + length]
            events.append(Reply(frame[2], frame[3], frame[4], frame[5:-1]))

    def _seek_preamble(self) -> bool:
        """Drop bytes until the buffer begins like a frame; False when all of it is used up."""
        while self._buffer:
            head = bytes(self._buffer[:5])
            if PREAMBLE.startswith(head):
                return len(head) == 5
            following = self._buffer.find(0xAA, 1)
            self._drop(len(self._buffer) if following < 0 else following)
        return False

    def _drop(self, count: int) -> None:
        self.skipped += count
        del self._buffer[:count]


@dataclass(frozen=True, slots=True)
class CardRecord:
    """The three parts of a card's answer (文字、照片、指纹); the repr shows their sizes only."""

    text: bytes
    photo: bytes
    fingerprint: bytes

    def __repr__(self) -> str:
        return f"CardRecord(text={len(self.text)}, photo={len(self.photo)}, fingerprint={len(self.fingerprint)})"


def split_card(data: bytes) -> CardRecord:
    """Split the data of a READ answer: two or three big-endian lengths, then the parts.

    ``01 00 04 00`` + text + photo, or ``01 00 04 00 04 00`` + text + photo + fingerprint, which may be empty
    (``01 00 04 00 00 00``).

    Raises:
        ValueError: the lengths do not add up.
    """
    for fields in (2, 3):
        lengths = [int.from_bytes(data[2 * i : 2 * i + 2], "big") for i in range(fields)]
        if len(data) == 2 * fields + sum(lengths) and lengths[0] == 256:
            text_end = 2 * fields + lengths[0]
            photo_end = text_end + lengths[1]
            return CardRecord(data[2 * fields : text_end], data[text_end:photo_end], data[photo_end:])
    raise ValueError(f"card record of {len(data)} bytes does not split into text, photo and fingerprint")


def format_module_number(data: bytes) -> str:
    """The module's number as printed on its plate, ``05.01-20131002-0001234567-0123456789`` (模块序列号).

    16 bytes: two 16-bit and three 32-bit numbers, little-endian (from memory of vendors' manuals).

    Raises:
        ValueError: not 16 bytes.
    """
    if len(data) != 16:
        raise ValueError(f"module number of {len(data)} bytes")
    kind, version = int.from_bytes(data[:2], "little"), int.from_bytes(data[2:4], "little")
    date, serial, check = (int.from_bytes(data[i : i + 4], "little") for i in (4, 8, 12))
    return f"{kind:02d}.{version:02d}-{date:08d}-{serial:010d}-{check:010d}"
