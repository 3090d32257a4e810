"""Status of an ESC/POS printer (打印机状态): what it answers to DLE EOT, and Automatic Status Back (ASB).

Source: Epson ESC/POS command reference, ``DLE EOT n``, ``GS a n``. Sans-I/O: bytes in, events out.

Rules of the stream, for the next byte ``b``:

====================  ==========================  ==================================================
state                 ``b``                       what happens
====================  ==========================  ==================================================
between answers       ``b & 0x93 == 0x12``        one `StatusReply` (``0xx1xx10``)
between answers       ``b & 0x93 == 0x10``        an ASB frame begins (``0xx1xx00``)
between answers       anything else               noise, dropped and counted
in an ASB frame       ``b & 0x90 == 0x00``        follower; the fourth byte completes an `AutoStatus`
in an ASB frame       anything else               the frame's first byte was noise: drop it, look again
====================  ==========================  ==================================================

An answer to DLE EOT does not say which question it answers: ask one question at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto

REPLY_MASK, REPLY_BITS = 0x93, 0x12
ASB_HEADER_MASK, ASB_HEADER_BITS = 0x93, 0x10
ASB_FOLLOWER_MASK = 0x90
ASB_LENGTH = 4
QUESTIONS = (1, 2, 3, 4)


class Condition(Flag):
    """What a printer reports of itself; nothing set means that all is well."""

    NONE = 0
    DRAWER = auto()
    OFFLINE = auto()
    COVER_OPEN = auto()
    FEED_BUTTON = auto()
    STOPPED_BY_PAPER_END = auto()
    ERROR = auto()
    CUTTER = auto()
    UNRECOVERABLE = auto()
    RECOVERABLE = auto()
    PAPER_NEAR_END = auto()
    PAPER_END = auto()


# question n of DLE EOT -> (bits, condition); any of the bits counts.
REPLY_CONDITIONS: Mapping[int, tuple[tuple[int, Condition], ...]] = {
    1: ((0x04, Condition.DRAWER), (0x08, Condition.OFFLINE)),
    2: (
        (0x04, Condition.COVER_OPEN),
        (0x08, Condition.FEED_BUTTON),
        (0x20, Condition.STOPPED_BY_PAPER_END),
        (0x40, Condition.ERROR),
    ),
    3: ((0x08, Condition.CUTTER), (0x20, Condition.UNRECOVERABLE), (0x40, Condition.RECOVERABLE)),
    4: ((0x0C, Condition.PAPER_NEAR_END), (0x60, Condition.PAPER_END)),
}

# index of the ASB byte -> (bits, condition).
ASB_CONDITIONS: tuple[tuple[tuple[int, Condition], ...], ...] = (
    (
        (0x04, Condition.DRAWER),
        (0x08, Condition.OFFLINE),
        (0x20, Condition.COVER_OPEN),
        (0x40, Condition.FEED_BUTTON),
    ),
    ((0x08, Condition.CUTTER), (0x20, Condition.UNRECOVERABLE), (0x40, Condition.RECOVERABLE)),
    ((0x03, Condition.PAPER_NEAR_END), (0x0C, Condition.PAPER_END)),
    (),
)


@dataclass(frozen=True, slots=True)
class StatusReply:
    """One answer to DLE EOT; what it means depends on the question."""

    byte: int

    def conditions(self, question: int) -> Condition:
        """The conditions it reports as the answer to ``DLE EOT question`` (1 … 4)."""
        return _conditions(self.byte, REPLY_CONDITIONS[question])


@dataclass(frozen=True, slots=True)
class AutoStatus:
    """One ASB frame of four bytes; it says everything at once."""

    raw: bytes

    @property
    def conditions(self) -> Condition:
        found = Condition.NONE
        for byte, table in zip(self.raw, ASB_CONDITIONS, strict=True):
            found |= _conditions(byte, table)
        return found


Event = StatusReply | AutoStatus


def ask(question: int) -> bytes:
    """``DLE EOT question``, 1 printer, 2 offline cause, 3 error cause, 4 paper sensor.

    Raises:
        ValueError: no such question.
    """
    if question not in QUESTIONS:
        raise ValueError(f"DLE EOT {question}")
    return bytes((0x10, 0x04, question))


class StatusDecoder:
    """Separates replies, ASB frames and noise in what a printer sends.

    Attributes:
        dropped: number of noise bytes so far.
    """

    def __init__(self) -> None:
        self.dropped = 0
        self._frame = bytearray()

    def receive(self, data: bytes) -> list[Event]:
        """Take bytes in any slicing; return the complete events in them. Holds at most three bytes."""
        events: list[Event] = []
        for byte in data:
            self._take(byte, events)
        return events

    def reset(self) -> None:
        """Forget a frame that has begun (the connection was made anew)."""
        self._frame.clear()

    def _take(self, byte: int, events: list[Event]) -> None:
        if self._frame and byte & ASB_FOLLOWER_MASK:
            # Followers have bit 4 clear, so none of those already taken can begin anything: all are noise.
            self.dropped += len(self._frame)
            self._frame.clear()
        if self._frame:
            self._frame.append(byte)
            if len(self._frame) == ASB_LENGTH:
                events.append(AutoStatus(bytes(self._frame)))
                self._frame.clear()
        elif byte & REPLY_MASK == REPLY_BITS:
            events.append(StatusReply(byte))
        elif byte & ASB_HEADER_MASK == ASB_HEADER_BITS:
            self._frame.append(byte)
        else:
            self.dropped += 1


def _conditions(byte: int, table: tuple[tuple[int, Condition], ...]) -> Condition:
    found = Condition.NONE
    for bits, condition in table:
        if byte & bits:
            found |= condition
    return found
