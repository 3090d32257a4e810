"""PJ06 rating pad (评价器), without I/O: framed commands to the pad, one raw byte back.

8N1, 19200 or 9600 baud. Host: ``55 AA len body 1A``, ``len`` counting the body. Pad: one byte 01–06 for a key,
with nothing around it; what a key means is not fixed by the protocol (see `devices.rating_pad.key_pad.KeyMap`).

Source: one vendor's public code; nothing is known of what a pad sends besides its keys.
"""

from __future__ import annotations

from dataclasses import dataclass

WELCOME = bytes.fromhex("55AA 02 1F00 1A")
ASK = bytes.fromhex("55AA 02 2000 1A")
MAX_LEVELS = 5
FIRST_KEY = 0x01
KEYS = 6


def encode_timeout(seconds: int) -> bytes:
    """``55 AA 03 13 <sec> 00 1A``: how long the pad itself waits for a key, 1 to 255 seconds.

    Raises:
        ValueError: outside.
    """
    if not 1 <= seconds <= 255:
        raise ValueError(f"timeout of {seconds} s")
    return bytes((0x55, 0xAA, 0x03, 0x13, seconds, 0x00, 0x1A))


def encode_levels(count: int) -> bytes:
    """``55 AA 02 15 <n> 1A``: how many levels the pad offers, 1 to 5.

    Raises:
        ValueError: outside.
    """
    if not 1 <= count <= MAX_LEVELS:
        raise ValueError(f"{count} levels")
    return bytes((0x55, 0xAA, 0x02, 0x15, count, 0x1A))


@dataclass(frozen=True, slots=True)
class Key:
    """A key was pressed; ``code`` is 1 to 6, whatever byte the pad sends for its first key."""

    code: int


@dataclass(frozen=True, slots=True)
class Noise:
    """A burst that is not one key: never an answer.

    Attributes:
        start: its first bytes, at most 16, for the log.
        length: how many bytes it had.
    """

    start: bytes
    length: int


class BurstReader:
    """Bytes → keys. A byte without a frame can't be checked, so whole *bursts* are judged.

    The caller feeds bytes and calls `end_of_burst` when the line was silent for some tens of milliseconds. A burst
    of one key code (however often repeated: keys bounce) is that key; a burst that holds anything else, or two
    different keys, is noise as a whole, since a disturbed line makes 01–06 as well as any other byte.

    Args:
        first_key: byte of the first of six keys; other pads send ASCII digits.
    """

    def __init__(self, first_key: int = FIRST_KEY) -> None:
        self._codes = range(first_key, first_key + KEYS)
        self._start = b""
        self._length = 0
        self._only: int | None = None
        self._mixed = False

    @property
    def in_burst(self) -> bool:
        """True while bytes came whose burst has not ended."""
        return self._length > 0

    def receive(self, data: bytes) -> None:
        """Take bytes of the burst; keeps its first sixteen."""
        for byte in set(data):
            self._mixed |= byte not in self._codes or self._only not in (None, byte)
            self._only = byte
        self._length += len(data)
        self._start = (self._start + data)[:16]

    def end_of_burst(self) -> Key | Noise | None:
        """What the burst was; None when there was none."""
        if not self._length:
            return None
        start, length, only, mixed = self._start, self._length, self._only, self._mixed
        self.reset()
        return Noise(start, length) if mixed or only is None else Key(self._codes.index(only) + 1)

    def reset(self) -> None:
        """Forget the burst."""
        self._start, self._length, self._only, self._mixed = b"", 0, None, False
