"""Simulated ESC/POS ticket printer (模拟小票机): prints on `devices.sim.paper`, answers DLE EOT, sends ASB.

What it decides where real printers differ:

- Out of paper, cover open or cutter stuck: it stops, keeps what it has not printed, goes on when the cause is gone
  (so a ticket may come out long after the app was told that it failed), and answers DLE EOT meanwhile.
- The connection closes in the middle of a ticket: the lines it had complete are on the paper, the rest is lost.
- Nobody pulls the paper: what was not cut stays on the strip and comes out with the next ticket.

Commands beside those of every simulator: ``paper`` (what was printed), ``paper_left`` ``lines`` (the paper ends
after so many lines), ``vanish_after`` ``bytes`` (it disappears after so many bytes), ``jam_at_cut`` (the cutter
sticks at the next cut), ``load_paper`` (a new roll: ends paper_out and paper_low), ``hold`` (it takes everything,
prints nothing and reports nothing wrong, as firmware does that answers DLE EOT ahead of its buffer) and ``go_on``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from devices.sim.device import Fault, Reply
from devices.sim.paper import Blank, Line, Qr, Raster, Strip
from devices.sim.printer_stream import Letter, Picture, Printer


class _Faults(set[str]):
    """The host sets faults directly; the printer wants to know."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed

    def add(self, element: str) -> None:
        super().add(element)
        self._changed()

    def discard(self, element: object) -> None:
        super().discard(element)
        self._changed()

    def clear(self) -> None:
        super().clear()
        self._changed()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A strip that was cut off, and its picture when there is a folder for it."""

    strip: Strip
    cut: str
    png: Path | None

    def reply(self) -> Reply:
        return {
            "text": self.strip.text,
            "qr": self.strip.qr_payloads,
            "pictures": self.strip.pictures,
            "cut": self.cut,
            "png": str(self.png) if self.png else None,
        }


class PrinterSim:
    """The printer; see the module.

    Args:
        folder: where ``paper-0001.png`` and so on are left at each cut; None draws nothing.
        width_dots: 576 for 80 mm paper, 384 for 58 mm.
    """

    name = "printer"

    def __init__(self, folder: Path | None = None, width_dots: int = 576) -> None:
        self.push: Callable[[bytes], None] = lambda _: None
        self._folder = folder
        self._width = width_dots
        self._strip = Strip(width_dots)
        self._tickets: list[Ticket] = []
        self._jobs = 0
        self._job_counted = False
        self._lines_left: int | None = None
        self._bytes_left: int | None = None
        self._jam_at_cut = False
        self._auto_status = False
        self._holding = False
        self._reported = b""
        self._stream = Printer(self)
        self.faults: set[str] = _Faults(self._faults_changed)

    # ---- the wire ----------------------------------------------------------------------------------------

    def receive(self, data: bytes) -> bytes:
        if self._bytes_left is not None:
            data = data[: self._bytes_left]
            self._bytes_left -= len(data)
            if self._bytes_left == 0:
                self._bytes_left = None
                self.faults.add(Fault.GO_AWOL.value)
        return self._stream.receive(data)

    def disconnected(self) -> None:
        self._auto_status = False
        self._stream.forget_incomplete()

    # ---- the bench ---------------------------------------------------------------------------------------

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        match do:
            case "paper":
                uncut = {"text": self._strip.text, "qr": self._strip.qr_payloads, "pictures": self._strip.pictures}
                return {"papers": [one.reply() for one in self._tickets], "uncut": uncut, "jobs": self._jobs}
            case "paper_left":
                self._lines_left = int(args["lines"])
                return {"lines": self._lines_left}
            case "vanish_after":
                self._bytes_left = int(args["bytes"])
                return {"bytes": self._bytes_left}
            case "jam_at_cut":
                self._jam_at_cut = True
                return {}
            case "load_paper":
                self._lines_left = None
                self.faults.discard(Fault.PAPER_LOW.value)
                self.faults.discard(Fault.PAPER_OUT.value)
                return {}
            case "hold" | "go_on":
                self._holding = do == "hold"
                self._faults_changed()
                return {}
        raise ValueError(f"a printer does not understand {do!r}")

    def _faults_changed(self) -> None:
        answers = self._stream.receive(b"")  # goes on with what it held back
        if answers:
            self.push(answers)
        if self._auto_status and self._asb() != self._reported:
            self._reported = self._asb()
            self.push(self._reported)

    # ---- the head ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        self._job_counted = False

    def line(self, letters: list[Letter], align: int) -> None:
        row: list[Letter] = []
        used = 0
        for letter in letters:
            dots = 12 * letter.cells * letter.width
            if used + dots > self._width:
                self._put(Line(tuple(row), align))
                row, used = [], 0
            row.append(letter)
            used += dots
        self._put(Line(tuple(row), align))

    def picture(self, picture: Picture, align: int) -> None:
        self._put(Raster(picture, align))

    def qr(self, payload: str, module: int, align: int) -> None:
        self._put(Qr(payload, module, align))

    def feed(self, dots: int) -> None:
        self._strip.marks.append(Blank(dots))

    def cut(self, kind: str) -> None:
        if self._jam_at_cut:
            self._jam_at_cut = False
            self.faults.add(Fault.CUTTER_JAM.value)
            return
        png = None
        if self._folder is not None:
            png = self._folder / f"paper-{len(self._tickets) + 1:04}.png"
            self._strip.draw(kind).save(png)
        self._tickets.append(Ticket(self._strip, kind, png))
        self._strip = Strip(self._width)

    def last_paper(self) -> Image.Image:
        """A picture of the paper that was cut off last, or of what stands on the strip."""
        if not self._tickets:
            return self._strip.draw()
        return self._tickets[-1].strip.draw(self._tickets[-1].cut)

    def can_print(self) -> bool:
        return not self._holding and not self._broken

    @property
    def _broken(self) -> bool:
        return bool(self.faults & {Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.CUTTER_JAM})

    def status(self, question: int) -> bytes:
        answer = 0x12
        if question == 1 and self._broken:
            answer |= 0x08
        elif question == 2:
            answer |= 0x04 if Fault.COVER_OPEN in self.faults else 0
            answer |= 0x20 if Fault.PAPER_OUT in self.faults else 0
            answer |= 0x40 if Fault.CUTTER_JAM in self.faults else 0
        elif question == 3:
            answer |= 0x08 if Fault.CUTTER_JAM in self.faults else 0
        elif question == 4:
            answer |= 0x0C if self.faults & {Fault.PAPER_LOW, Fault.PAPER_OUT} else 0
            answer |= 0x60 if Fault.PAPER_OUT in self.faults else 0
        return bytes((answer,))

    def auto_status(self, enabled: bool) -> bytes:
        self._auto_status = enabled
        self._reported = self._asb()
        return self._reported if enabled else b""

    def _asb(self) -> bytes:
        first = 0x10 | (0x08 if self._broken else 0) | (0x20 if Fault.COVER_OPEN in self.faults else 0)
        second = 0x08 if Fault.CUTTER_JAM in self.faults else 0
        third = 0x03 if self.faults & {Fault.PAPER_LOW, Fault.PAPER_OUT} else 0
        third |= 0x0C if Fault.PAPER_OUT in self.faults else 0
        return bytes((first, second, third, 0x0F))

    def _put(self, mark: Line | Raster | Qr) -> None:
        if not self._job_counted:
            self._job_counted = True
            self._jobs += 1
        self._strip.marks.append(mark)
        if self._lines_left is not None:
            self._lines_left -= 1
            if self._lines_left <= 0:
                self._lines_left = None
                self.faults.add(Fault.PAPER_OUT.value)
