"""Tickets into a file (打印到文件): a job's bytes appended to ``file:///path``, for a print server or a preview.

A file has no paper and no cover, so those read NOT_SUPPORTED; a ticket counts as printed when the disk has it. A
character device such as ``/dev/usb/lp0`` answers like any printer: `EscPosPrinter` serves it.
"""

from __future__ import annotations

from devices.core.clock import utc_now
from devices.core.errors import NotConnected
from devices.core.file_transport import FileTransport
from devices.core.status import DeviceStatus, Health, Link
from devices.ticket_printer.encoding import JobEncoder
from devices.ticket_printer.escpos_library import load_encoder
from devices.ticket_printer.interface import PrintJob
from devices.ticket_printer.profile import Profile

WRITE_SECONDS = 10.0


class FilePrinter:
    """A printer that is a regular file; see `devices.ticket_printer.interface.TicketPrinter`."""

    model = "ESC/POS file"
    verified = True

    def __init__(self, transport: FileTransport, profile: Profile) -> None:
        self._transport = transport
        self._profile = profile
        self._encoder: JobEncoder | None = None
        self.width_dots = profile.width_dots
        self.columns = profile.columns

    def open(self) -> None:
        if self._encoder is None:
            self._encoder = JobEncoder(self._profile, load_encoder(self._profile.width_dots))
        self._transport.open()

    def close(self) -> None:
        self._transport.close()

    def probe(self) -> DeviceStatus:
        self._transport.check_in_place()
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now())

    def check_ready(self) -> DeviceStatus:
        return self.probe()

    def print(self, job: PrintJob) -> None:
        if self._encoder is None:
            raise NotConnected(f"{self._transport.url}: not open")
        data = self._encoder.encode(job)
        self._transport.check_in_place()
        self._transport.write(data, timeout=WRITE_SECONDS)
        self._transport.sync()
