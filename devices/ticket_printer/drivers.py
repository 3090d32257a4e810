"""The ticket printer drivers by scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from devices.core.address import Address
from devices.core.file_transport import FileTransport
from devices.core.transports import make_transport
from devices.ticket_printer.escpos import EscPosPrinter
from devices.ticket_printer.file import FilePrinter
from devices.ticket_printer.interface import TicketPrinter
from devices.ticket_printer.profile import OPTIONS, Profile


def make_escpos(url: str) -> EscPosPrinter:
    """An ESC/POS printer at ``tcp://``, ``serial://`` or ``usb://``.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=OPTIONS)
    return EscPosPrinter(transport, Profile.of(Address.parse(url)))


def make_file(url: str) -> TicketPrinter:
    """A file, or an ESC/POS printer that the kernel shows as a character device (``file:///dev/usb/lp0``).

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=OPTIONS)
    assert isinstance(transport, FileTransport)
    profile = Profile.of(Address.parse(url))
    if Path(Address.parse(url).path).is_relative_to("/dev"):
        return EscPosPrinter(transport, profile)
    return FilePrinter(transport, profile)


DRIVERS: Mapping[str, Callable[[str], TicketPrinter]] = {
    "tcp": make_escpos,
    "serial": make_escpos,
    "usb": make_escpos,
    "file": make_file,
}
