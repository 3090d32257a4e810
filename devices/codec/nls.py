"""Serial code scanners (扫码器) and Newland's NLS commands, without I/O.

A scan is its bytes and a suffix, CR LF as a rule. Newland's commands, host: ``7E 01 30 30 30 30`` + ``@`` (kept) or
``#`` (until power-off) + name and data + ``3B 03``; scanner: ``02 01 30 30 30 30`` + the same text + ``06`` done or
``15`` refused + ``3B 03``. Triggers: ``#SCNTRG1``/``#SCNTRG0``; modes: ``SCNMOD0`` on command, ``SCNMOD2`` always;
suffix: ``TSUENA1``, ``TSUSET0D0A``.

Source: public code and pages on Newland's scanners; what ``#`` means is from memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

COMMAND_HEAD = bytes.fromhex("7E01 30303030")
REPLY_HEAD = bytes.fromhex("0201 30303030")
TAIL = b"\x3b\x03"
DONE, REFUSED = 0x06, 0x15
MAX_CODE = 8192  # the largest QR code holds 7,089 digits or 2,953 bytes
MAX_REPLY = 128
_NAME = re.compile(r"[A-Z]{6}[0-9A-Za-z]*", re.ASCII)


class Suffix(Enum):
    """What ends a code (后缀); ``SILENCE`` for a scanner that sends none, ``ANY`` for CR, LF or both."""

    CRLF = b"\r\n"
    CR = b"\r"
    LF = b"\n"
    ANY = b"\r|\n"
    SILENCE = b""


@dataclass(frozen=True, slots=True)
class Scan:
    """A code was scanned; the repr hides it, for it may be a person's."""

    payload: bytes

    def __repr__(self) -> str:
        return f"Scan({len(self.payload)} bytes)"


@dataclass(frozen=True, slots=True)
class CommandReply:
    """The answer to a command: its text, such as ``#SCNMOD0``, and whether it was obeyed."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class Stray:
    """Bytes that are neither a code nor an answer."""

    length: int


Event = Scan | CommandReply | Stray


def encode_command(text: str, *, keep: bool = False) -> bytes:
    """The frame of a command such as ``SCNTRG1``.

    Args:
        keep: whether it outlasts a power cycle; that writes the scanner's flash, which wears.

    Raises:
        ValueError: not six capitals and data.
    """
    if not _NAME.fullmatch(text):
        raise ValueError(f"{text!r} is no command")
    return COMMAND_HEAD + (b"@" if keep else b"#") + text.encode("ascii") + TAIL


class Receiver:
    """Scanner bytes → events, byte by byte, so that slicing can't matter; memory is bounded by ``MAX_CODE``."""

    def __init__(self, suffix: Suffix = Suffix.CRLF) -> None:
        self._endings = (b"\r", b"\n") if suffix is Suffix.ANY else (suffix.value,) if suffix.value else ()
        self._by_silence = suffix is Suffix.SILENCE
        self._buffer = bytearray()
        self._in_reply = False
        self._too_long = 0

    @property
    def pending(self) -> int:
        """Bytes of a code or an answer that has not ended."""
        return len(self._buffer) + self._too_long

    def receive(self, data: bytes) -> list[Event]:
        """Take bytes; return what they completed."""
        events: list[Event] = []
        for byte in data:
            self._buffer.append(byte)
            if self._in_reply:
                self._in_command_reply(events)
            elif self._buffer.endswith(REPLY_HEAD):
                self._stray(len(self._buffer) - len(REPLY_HEAD), events)
                self._buffer.clear()
                self._in_reply = True
            else:
                self._in_code(events)
        return events

    def silence(self) -> list[Event]:
        """The line was silent for long: what was begun is a code without suffix, or never ends."""
        events: list[Event] = []
        if self._by_silence and self._buffer and not self._in_reply and not self._too_long:
            events.append(Scan(bytes(self._buffer)))
        else:
            self._stray(len(self._buffer), events)
        self._forget()
        return events

    def _in_code(self, events: list[Event]) -> None:
        for ending in self._endings:
            if self._buffer.endswith(ending):
                payload = bytes(self._buffer[: -len(ending)])
                if self._too_long or len(payload) > MAX_CODE:
                    self._stray(len(payload), events)
                elif payload:
                    events.append(Scan(payload))
                self._forget()
                return
        if len(self._buffer) > MAX_CODE + 2:
            # The last byte stays: it may be the first of the suffix.
            self._too_long += len(self._buffer) - 1
            del self._buffer[:-1]

    def _in_command_reply(self, events: list[Event]) -> None:
        if self._buffer.endswith(TAIL) and len(self._buffer) > len(TAIL):
            text, verdict = bytes(self._buffer[:-3]), self._buffer[-3]
            if verdict in (DONE, REFUSED) and text.isascii():
                events.append(CommandReply(text.decode("ascii"), verdict == DONE))
            else:
                self._stray(len(self._buffer), events)
            self._forget()
        elif len(self._buffer) > MAX_REPLY:
            self._stray(len(self._buffer), events)
            self._forget()

    def _stray(self, length: int, events: list[Event]) -> None:
        if length + self._too_long:
            events.append(Stray(length + self._too_long))
        self._too_long = 0

    def _forget(self) -> None:
        self._buffer.clear()
        self._in_reply = False
        self._too_long = 0
