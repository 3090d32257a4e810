"""A4 printers through Qt (A4打印机): the queues of CUPS and of Windows, and a PDF file.

- ``qprinter://HP%20LaserJet`` – the queue of that name; ``qprinter://`` alone is the system's default printer;
- ``pdf:///var/spool/hall`` – what the paper would look like, as a PDF file per document.

Options: ``paper=A4|A5``, ``sides=one|two``, ``seconds`` (for handing over one document, 60). A document is handed
over as pictures of 300 dpi, so every printer that the system can print on prints it, with the fonts of the PDF.

A queue tells whether it works, nothing of paper or cover: those read NOT_SUPPORTED, and its health is never better
than DEGRADED. ``ipp://`` knows more of a network printer. No queue was at hand: ``qprinter://`` was never tried.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote
from uuid import uuid4

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from devices.a4_printer.interface import A4Printer, JobId
from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, DeviceError, HardwareFault, NotConnected
from devices.core.status import DeviceStatus, Health, Link
from qt_common.pdf_pages import DPI, PdfPages, paper_size

OPTIONS = frozenset({"paper", "sides", "seconds"})
STOPPED = "打印机已停止或暂停，请联系工作人员。"


class Target(Protocol):
    """Where the sheets go."""

    model: str
    verified: bool

    def check(self) -> DeviceStatus:
        """How it is.

        Raises:
            NotConnected: it is not there.
        """

    def job(self, name: str) -> QPrinter:
        """A printer object for one document.

        Raises:
            HardwareFault, NotConnected: it takes none.
        """

    def handed_over(self, name: str) -> None:
        """The document is whole."""

    def given_up(self, name: str) -> None:
        """The document is not; leave nothing of it."""


class QtPrinter:
    """See `devices.a4_printer.interface.A4Printer`; runs on the supervisor's thread, see `qt_common.pdf_pages`."""

    def __init__(self, address: Address, target: Target, *, clock: Callable[[], float] = time.monotonic) -> None:
        address.check_options(OPTIONS)
        self._target = target
        self._clock = clock
        self._paper = address.choice("paper", "A4", ("A4", "A5"))
        self._two_sided = address.choice("sides", "one", ("one", "two")) == "two"
        self._seconds = address.number("seconds", 60, low=1, high=600)
        self._is_open = False
        self.model = target.model
        self.verified = target.verified

    def open(self) -> None:
        self._target.check()
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        self._must_be_open()
        return self._target.check()

    def print_pdf(self, pdf: bytes, title: str) -> JobId:
        self._must_be_open()
        if self._target.check().health is Health.FAULT:
            raise HardwareFault("the queue is stopped", message=STOPPED)
        ends = self._clock() + self._seconds
        name = f"{utc_now():%Y%m%d-%H%M%S}-{uuid4().hex[:8]}"
        pages = PdfPages(pdf)
        printer = self._target.job(name)
        printer.setDocName(title[:60])
        printer.setResolution(DPI)
        printer.setPageSize(paper_size(self._paper))
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if self._two_sided else QPrinter.DuplexMode.DuplexNone)
        try:
            pages.print_on(printer, overdue=lambda: self._clock() >= ends)
        except DeviceError:
            self._target.given_up(name)
            raise
        self._target.handed_over(name)
        return JobId(name)

    def _must_be_open(self) -> None:
        if not self._is_open:
            raise NotConnected("the printer is not open")


class Queue:
    """A queue of the system's print service; an empty name is its default printer."""

    model = "QPrinter"
    verified = False

    def __init__(self, name: str) -> None:
        self._name = name

    def check(self) -> DeviceStatus:
        found = self._find()
        stopped = found.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        health = Health.FAULT if stopped else Health.DEGRADED
        detail = "the queue is stopped" if stopped else "only the queue is known, not the printer"
        return DeviceStatus(Link.ONLINE, health, utc_now(), detail=detail)

    def job(self, name: str) -> QPrinter:
        printer = QPrinter(self._find(), QPrinter.PrinterMode.HighResolution)
        if not printer.isValid():
            raise NotConnected(f"queue {self._name!r} can't be used")
        return printer

    def handed_over(self, name: str) -> None:
        """The queue has it."""

    def given_up(self, name: str) -> None:
        """The job was aborted."""

    def _find(self) -> QPrinterInfo:
        found = QPrinterInfo.printerInfo(self._name) if self._name else QPrinterInfo.defaultPrinter()
        if found.isNull():
            known = ", ".join(QPrinterInfo.availablePrinterNames()) or "none"
            raise NotConnected(f"no queue {self._name or 'by default'!r}; known: {known}")
        return found


class PdfFolder:
    """A folder that gets a PDF a document; it appears under its final name when it is whole and on the disk."""

    model = "PDF file"
    verified = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def check(self) -> DeviceStatus:
        if not self._folder.is_dir() or not os.access(self._folder, os.W_OK):
            raise NotConnected(f"{self._folder}: absent or not writable")
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now())

    def job(self, name: str) -> QPrinter:
        try:
            self._unfinished(name).touch(exist_ok=False)  # Qt would only say that it can't paint
        except OSError as error:
            raise NotConnected(f"{self._folder}: {error}") from error
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._unfinished(name)))
        return printer

    def handed_over(self, name: str) -> None:
        unfinished = self._unfinished(name)
        try:
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            if not unfinished.stat().st_size:
                raise OSError("nothing was written")
            unfinished.rename(self._folder / f"{name}.pdf")
        except OSError as error:
            self.given_up(name)
            raise NotConnected(f"{self._folder}: {error}") from error

    def given_up(self, name: str) -> None:
        try:
            self._unfinished(name).unlink(missing_ok=True)
        except OSError:
            pass  # the folder itself is gone

    def _unfinished(self, name: str) -> Path:
        return self._folder / f".{name}.part"


def make_queue(url: str) -> A4Printer:
    """``qprinter://NAME?paper=A4&sides=one``.

    Raises:
        AddressError: unknown option or value; so do all builders here.
    """
    address = Address.parse(url)
    name = unquote(address.authority) + address.path.rstrip("/")
    return QtPrinter(address, Queue(name))


def make_pdf_folder(url: str) -> A4Printer:
    """``pdf:///var/spool/hall``."""
    address = Address.parse(url)
    if address.authority or not address.path.strip("/"):
        raise AddressError(f"{url!r} needs an absolute path, such as pdf:///var/spool/hall")
    return QtPrinter(address, PdfFolder(Path(address.path)))


DRIVERS: Mapping[str, Callable[[str], A4Printer]] = {"qprinter": make_queue, "pdf": make_pdf_folder}
