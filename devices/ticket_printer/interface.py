"""What a ticket printer does (小票打印机), whatever its make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from devices.core.driver import Driver
from devices.core.status import DeviceStatus


class Align(StrEnum):
    """Where a line stands (对齐)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of text; a newline begins a new line, long lines wrap, control characters print as blanks.

    Attributes:
        width: 1 … 4 times the character's width (a Chinese character is 24 dots, 3 mm, at 1).
        height: 1 … 4 times its height.
    """

    text: str
    width: int = 1
    height: int = 1
    bold: bool = False
    align: Align = Align.LEFT

    def __post_init__(self) -> None:
        if not (1 <= self.width <= 4 and 1 <= self.height <= 4):
            raise ValueError(f"text size {self.width}×{self.height}, allowed are 1 … 4")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code, centred (二维码).

    Attributes:
        payload: what it says, not empty.
        module: dots per module, 1 … 16; made smaller when the code would be wider than the paper.
    """

    payload: str
    module: int = 6

    def __post_init__(self) -> None:
        if not self.payload or not 1 <= self.module <= 16:
            raise ValueError(f"QR code of {len(self.payload)} characters, module {self.module}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the paper (分隔线)."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank lines (走纸)."""

    lines: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.lines <= 60:
            raise ValueError(f"{self.lines} blank lines")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (图片), printed as dots; `devices.ticket_printer.pictures` makes one.

    Attributes:
        png: as a PNG file, one dot of it a dot on paper; shrunk when it is wider than the paper.
    """

    png: bytes
    align: Align = Align.CENTER


Item = Text | QrCode | Rule | Feed | Picture


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One ticket: its items from top to bottom, and whether it is cut off at the end."""

    items: tuple[Item, ...]
    cut: bool = True


@runtime_checkable
class TicketPrinter(Driver, Protocol):
    """A printer of number tickets.

    Attributes:
        width_dots: printable width, 8 dots to the millimetre.
        columns: Latin characters in a line at size 1; a Chinese character takes two.
    """

    width_dots: int
    columns: int

    def check_ready(self) -> DeviceStatus:
        """Ask whether a ticket can be printed now.

        Raises:
            PaperOut, CoverOpen, CutterFault, Jam, HardwareFault: the printer says why not.
            DeviceTimeout, ProtocolError, NotConnected: it does not say; unknown is never OK.
        """

    def print(self, job: PrintJob) -> None:
        """Print and confirm: asks before, sends, and asks again after.

        Raises:
            DeviceError: ``outcome_known`` is True when nothing was sent, False when the ticket may have come out.
        """
