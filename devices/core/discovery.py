"""Finding serial adapters by their USB ids (设备发现): exactly one, or an error that says what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from serial.tools import list_ports

from devices.core.errors import AddressError, NotConnected


@dataclass(frozen=True, slots=True)
class PortInfo:
    """A serial port of this machine; ids are None for ports that are not USB adapters."""

    path: str
    vendor: int | None = None
    product: int | None = None
    serial: str | None = None


# Injected, because a pseudo-terminal never stands in the system's list.
PortLister = Callable[[], Iterable[PortInfo]]


def system_ports() -> list[PortInfo]:
    """The serial ports that the operating system lists."""
    return [PortInfo(port.device, port.vid, port.pid, port.serial_number) for port in list_ports.comports()]


def find_port(vendor: int, product: int, *, serial: str | None, ports: Iterable[PortInfo]) -> str:
    """Path of the one port with these ids.

    Raises:
        NotConnected: none is plugged in.
        AddressError: more than one fits; guessing would print on the neighbour's printer.
    """
    listed = list(ports)
    fitting = [
        port.path
        for port in listed
        if (port.vendor, port.product) == (vendor, product) and serial in (None, port.serial)
    ]
    if len(fitting) == 1:
        return fitting[0]
    wanted = f"{vendor:04x}:{product:04x}" + (f" serial {serial}" if serial else "")
    if fitting:
        raise AddressError(f"{len(fitting)} ports are {wanted}: {', '.join(fitting)}; name the path or the serial")
    there = ", ".join(port.path for port in listed) or "none"
    raise NotConnected(f"no port is {wanted}; ports: {there}")
