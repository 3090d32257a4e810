"""The A4 printer drivers by scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.a4_printer.interface import A4Printer
from devices.a4_printer.ipp import DEFAULT_PORT, IppPrinter
from devices.a4_printer.spool import SpoolFolder
from devices.core.address import Address
from devices.core.tcp_transport import TcpTransport
from devices.core.transports import through


def make_ipp(url: str) -> IppPrinter:
    """A printer or CUPS queue at ``ipp://host[:631]/path``.

    Raises:
        AddressError: unknown option or value.
    """
    address = Address.parse(url)
    return IppPrinter(address, through(TcpTransport(*address.host_port(DEFAULT_PORT), url=url)))


def make_spool(url: str) -> SpoolFolder:
    """A folder at ``spool:///dir``.

    Raises:
        AddressError: not an absolute path, or an option (it has none).
    """
    return SpoolFolder(Address.parse(url))


DRIVERS: Mapping[str, Callable[[str], A4Printer]] = {"ipp": make_ipp, "spool": make_spool}
