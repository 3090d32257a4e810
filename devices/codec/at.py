"""Answers to AT commands (AT 指令应答), without I/O.

Lines end in CR LF; an answer ends in ``OK``, ``ERROR``, ``+CME ERROR: n`` or ``+CMS ERROR: n``; ``> `` at the
beginning of a line asks for the text. Source: ITU-T V.250, 3GPP TS 27.005 and 27.007.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_LINE = 1024
_ERROR = re.compile(r"\+(CME|CMS) ERROR: *([0-9]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of information, or anything the modem says unasked; the repr hides it."""

    text: str

    def __repr__(self) -> str:
        return f"Line({len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Final:
    """The end of an answer.

    Attributes:
        ok: obeyed.
        family: ``"CMS"`` (messages), ``"CME"`` (equipment) or empty.
        code: the number behind it, -1 for a bare ERROR.
    """

    ok: bool
    family: str = ""
    code: int = -1


@dataclass(frozen=True, slots=True)
class Prompt:
    """The modem waits for the text."""


Event = Line | Final | Prompt


class Receiver:
    """Modem bytes → events; any slicing gives the same events, memory is bounded by one line."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._too_long = False

    @property
    def pending(self) -> int:
        """Bytes of a line that has not ended."""
        return len(self._line)

    def receive(self, data: bytes) -> list[Event]:
        """Take bytes; return what they completed."""
        events: list[Event] = []
        for byte in data:
            if byte in b"\r\n":
                self._end(events)
                continue
            if len(self._line) < MAX_LINE:
                self._line.append(byte)
            else:
                self._too_long = True
            if self._line == b"> ":
                events.append(Prompt())
                self._line.clear()
        return events

    def reset(self) -> None:
        """Forget a half-received line."""
        self._line.clear()
        self._too_long = False

    def _end(self, events: list[Event]) -> None:
        text, too_long = self._line.decode("ascii", "replace").strip(), self._too_long
        self.reset()
        if not text or too_long:
            return
        if text == "OK":
            events.append(Final(ok=True))
        elif text == "ERROR":
            events.append(Final(ok=False))
        elif match := _ERROR.fullmatch(text):
            events.append(Final(ok=False, family=match[1], code=int(match[2][:9])))
        else:
            events.append(Line(text))
