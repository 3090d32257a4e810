"""What the simulated printer understands of ESC/POS (打印指令解析); shares nothing with the driver's encoder.

Source: Epson ESC/POS command reference; the commands that tickets use, the others are skipped by their length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """One character on its way to the paper; ``cells`` is 1 for 12 dots, 2 for 24."""

    character: str
    cells: int
    width: int
    height: int
    bold: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster of ``GS v 0``: rows of ``row_bytes`` bytes, a set bit is black."""

    row_bytes: int
    rows: int
    data: bytes


class Head(Protocol):
    """The mechanism that the commands drive."""

    def begin(self) -> None: ...
    def line(self, letters: list[Letter], align: int) -> None: ...
    def picture(self, picture: Picture, align: int) -> None: ...
    def qr(self, payload: str, module: int, align: int) -> None: ...
    def feed(self, dots: int) -> None: ...
    def cut(self, kind: str) -> None: ...
    def status(self, question: int) -> bytes: ...
    def auto_status(self, enabled: bool) -> bytes: ...
    def can_print(self) -> bool: ...


ESC, FS, GS, DLE, LF = 0x1B, 0x1C, 0x1D, 0x10, 0x0A
LINE_DOTS = 30
# ESC and FS commands that are skipped -> number of parameter bytes.
SKIPPED = {
    (ESC, 0x21): 1, (ESC, 0x2D): 1, (ESC, 0x32): 0, (ESC, 0x33): 1, (ESC, 0x47): 1, (ESC, 0x4D): 1,
    (ESC, 0x52): 1, (ESC, 0x74): 1, (ESC, 0x7B): 1, (FS, 0x21): 1, (FS, 0x2D): 1, (FS, 0x57): 1,
    (GS, 0x42): 1, (GS, 0x4C): 2, (GS, 0x57): 2,
}  # fmt: skip


class Printer:
    """Interprets the stream and drives a `Head`; keeps what is incomplete, and all of it while it cannot print."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._buffer = bytearray()
        self._answers = bytearray()
        self._working = False
        self.reset()

    def reset(self) -> None:
        """ESC @: the line in the making is lost, the settings are those after power-on."""
        self._letters: list[Letter] = []
        self._align, self._bold, self._width, self._height = 0, False, 1, 1
        self._chinese = False
        self._qr_payload, self._qr_module = b"", 3

    def forget_incomplete(self) -> None:
        """The connection closed: a command cut off in the middle will never be completed."""
        if self._head.can_print():
            self._buffer.clear()

    def receive(self, data: bytes) -> bytes:
        """Take bytes, print what can be printed, return the answers."""
        self._buffer += data
        if self._working:
            return b""  # the head reports a fault in the middle of a command; we go on when that is done
        self._working = True
        try:
            self._work()
        finally:
            self._working = False
        answers = bytes(self._answers)
        self._answers.clear()
        return answers

    def _work(self) -> None:
        while self._buffer:
            if not self._head.can_print():
                self._answer_ahead()
                return
            used = self._step()
            if used == 0:
                return
            del self._buffer[:used]

    def _answer_ahead(self) -> None:
        """While it cannot print it holds the data back, but DLE EOT is answered at once, out of turn."""
        start = 0
        while (found := self._buffer.find(b"\x10\x04", start)) >= 0 and found + 2 < len(self._buffer):
            if 1 <= self._buffer[found + 2] <= 4:
                self._answers += self._head.status(self._buffer[found + 2])
                del self._buffer[found : found + 3]
                start = found
            else:
                start = found + 1

    def _step(self) -> int:
        """Carry out the first command; return its length, 0 when it is not complete yet."""
        first = self._buffer[0]
        if first in (ESC, FS, GS, DLE):
            return self._command(first)
        if first == LF:
            self._print_line()
            return 1
        if first < 0x20:
            return 1
        return self._letter(first)

    def _letter(self, first: int) -> int:
        length = 1
        if self._chinese and first >= 0x81:
            if len(self._buffer) < 2:
                return 0
            length = 4 if 0x30 <= self._buffer[1] <= 0x39 else 2
            if len(self._buffer) < length:
                return 0
        character = bytes(self._buffer[:length]).decode("gb18030" if self._chinese else "cp437", "replace")
        cells = 1 if length == 1 else 2
        self._letters.append(Letter(character[0], cells, self._width, self._height, self._bold))
        return length

    def _print_line(self) -> None:
        letters, self._letters = self._letters, []
        if letters:
            self._head.line(letters, self._align)
        else:
            self._head.feed(LINE_DOTS)

    def _command(self, first: int) -> int:
        if len(self._buffer) < 2:
            return 0
        key = (first, self._buffer[1])
        if key in SKIPPED:
            length = 2 + SKIPPED[key]
            return length if len(self._buffer) >= length else 0
        command = self._commands().get(key)
        return 1 if command is None else command()

    def _commands(self) -> dict[tuple[int, int], Callable[[], int]]:
        return {
            (ESC, 0x40): self._initialise,
            (ESC, 0x61): lambda: self._setting("_align", lambda n: n % 48),
            (ESC, 0x45): lambda: self._setting("_bold", lambda n: bool(n & 1)),
            (GS, 0x21): self._size,
            (FS, 0x26): lambda: self._mode(True),
            (FS, 0x2E): lambda: self._mode(False),
            (ESC, 0x64): lambda: self._feed(LINE_DOTS),
            (ESC, 0x4A): lambda: self._feed(1),
            (GS, 0x76): self._raster,
            (GS, 0x28): self._function,
            (GS, 0x56): self._cut,
            (GS, 0x61): self._auto_status,
            (GS, 0x72): self._sensor,
            (DLE, 0x04): self._status,
        }

    def _parameters(self, count: int) -> bytes | None:
        return bytes(self._buffer[2 : 2 + count]) if len(self._buffer) >= 2 + count else None

    def _initialise(self) -> int:
        self.reset()
        self._head.begin()
        return 2

    def _setting(self, name: str, read: Callable[[int], object]) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        setattr(self, name, read(parameters[0]))
        return 3

    def _size(self) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        self._width, self._height = (parameters[0] >> 4 & 7) + 1, (parameters[0] & 7) + 1
        return 3

    def _mode(self, chinese: bool) -> int:
        self._chinese = chinese
        return 2

    def _feed(self, dots: int) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        if self._letters:
            self._print_line()
        self._head.feed(parameters[0] * dots)
        return 3

    def _raster(self) -> int:
        header = self._parameters(6)
        if header is None:
            return 0
        row_bytes, rows = header[2] | header[3] << 8, header[4] | header[5] << 8
        length = 8 + row_bytes * rows
        if len(self._buffer) < length:
            return 0
        self._head.picture(Picture(row_bytes, rows, bytes(self._buffer[8:length])), self._align)
        return length

    def _function(self) -> int:
        header = self._parameters(3)
        if header is None:
            return 0
        length = 5 + (header[1] | header[2] << 8)
        if len(self._buffer) < length:
            return 0
        body = bytes(self._buffer[5:length])
        if header[0] == 0x6B and body[:1] == b"1":
            self._two_dimensional(body[1], body[2:])
        elif header[0] == 0x48 and body[:2] == b"00":
            self._answers += b"\x37\x22" + body[2:6] + b"\x00"  # in its turn: all before it has been printed
        return length

    def _two_dimensional(self, function: int, data: bytes) -> None:
        if function == 67:
            self._qr_module = data[0]
        elif function == 80:
            self._qr_payload = data[1:]
        elif function == 81:
            self._head.qr(self._qr_payload.decode("utf-8", "replace"), self._qr_module, self._align)

    def _cut(self) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        kind = "full" if parameters[0] in (0, 48, 65) else "partial"
        if parameters[0] < 65:
            self._head.cut(kind)
            return 3
        parameters = self._parameters(2)
        if parameters is None:
            return 0
        self._head.cut(kind)
        return 4

    def _auto_status(self) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        self._answers += self._head.auto_status(parameters[0] != 0)
        return 3

    def _sensor(self) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        self._answers.append(self._head.status(4)[0] & 0x6F & ~0x02)  # 0xx0xxxx, in its turn
        return 3

    def _status(self) -> int:
        parameters = self._parameters(1)
        if parameters is None:
            return 0
        self._answers += self._head.status(parameters[0])
        return 3
