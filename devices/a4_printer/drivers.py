"""The A4 printer drivers by scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.a4_printer.interface import A4Printer
from devices.a4_printer.ipp import IppPrinter
from devices.a4_printer.spool import SpoolFolder
from devices.core.address import Address


def make_ipp(url: str) -> IppPrinter:
    """A printer or CUPS queue at ``ipp://host[:631]/path``.

    Raises:
        AddressError: unknown option or value.
    """
    return IppPrinter(Address.parse(url))


def make_spool(url: str) -> SpoolFolder:
    """A folder at ``spool:///dir``.

    Raises:
        AddressError: not an absolute path, or an option (it has none).
    """
    return SpoolFolder(Address.parse(url))


DRIVERS: Mapping[str, Callable[[str], A4Printer]] = {"ipp": make_ipp, "spool": make_spool}
