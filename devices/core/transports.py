"""From an address to its transport (传输): the one place that knows the schemes and their options."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from devices.core.address import Address
from devices.core.discovery import PortLister, find_port, system_ports
from devices.core.errors import AddressError
from devices.core.file_transport import FileTransport
from devices.core.serial_transport import LineSettings, SerialTransport
from devices.core.tcp_transport import CONNECT_SECONDS, TcpTransport
from devices.core.trace import Mask
from devices.core.transport import Transport
from devices.core.usb_transport import UsbTransport

__all__ = [
    "SCHEMES",
    "FileTransport",
    "SerialTransport",
    "TcpTransport",
    "UsbTransport",
    "make_transport",
    "through",
    "wires_through",
]

# Puts something in a wire's place or around it: a trace, a replay.
Around = Callable[[Transport, Mask | None], Transport]
_AROUND: ContextVar[Around | None] = ContextVar("around", default=None)


@contextmanager
def wires_through(around: Around) -> Iterator[None]:
    """Within the block every transport that is made goes through ``around``, with the mask its driver asks for.

    For tools that look at a wire: a driver is made from nothing but its address, so there is no other place where
    a vendor's driver, too, would let one in. Holds in this thread only.
    """
    token = _AROUND.set(around)
    try:
        yield
    finally:
        _AROUND.reset(token)


@dataclass(frozen=True, slots=True)
class _Scheme:
    options: frozenset[str]
    make: Callable[[Address, PortLister, LineSettings], Transport]


def make_transport(
    url: str,
    *,
    also: Collection[str] = (),
    line: LineSettings | None = None,
    ports: PortLister = system_ports,
    mask: Mask | None = None,
) -> Transport:
    """Build the transport for ``url``; not opened yet.

    Args:
        also: options that the driver itself understands.
        line: the device's serial settings where the address does not say otherwise.
        ports: lists the serial ports, for addresses by USB ids.
        mask: what keeps personal data out of a trace of this device's wire.

    Raises:
        AddressError: unknown scheme, option or value, with the list of what is known.
    """
    address = Address.parse(url)
    scheme = SCHEMES.get(address.transport)
    if scheme is None:
        known = ", ".join(f"{name}://" for name in sorted(SCHEMES))
        raise AddressError(f"unknown scheme of {url!r}; known: {known}")
    address.check_options(scheme.options | set(also))
    return through(scheme.make(address, ports, line or LineSettings()), mask)


def through(transport: Transport, mask: Mask | None = None) -> Transport:
    """For drivers that make a transport themselves: what `wires_through` says of it."""
    around = _AROUND.get()
    return transport if around is None else around(transport, mask)


def open_transport(url: str, *, also: Collection[str] = (), line: LineSettings | None = None) -> Transport:
    """`make_transport` and open it.

    Raises:
        AddressError: see `make_transport`.
        NotConnected: the address does not answer.
    """
    transport = make_transport(url, also=also, line=line)
    transport.open()
    return transport


def _tcp(address: Address, _ports: PortLister, _line: LineSettings) -> Transport:
    host, port = address.host_port()
    seconds = address.number("connect_timeout", CONNECT_SECONDS, low=0.1, high=30)
    return TcpTransport(host, port, url=address.url, connect_timeout=seconds)


def _serial(address: Address, ports: PortLister, line: LineSettings) -> Transport:
    settings = LineSettings(
        baud=int(address.number("baud", line.baud, low=300, high=4_000_000)),
        bits=int(address.choice("bits", str(line.bits), ("7", "8"))),
        parity=address.choice("parity", line.parity, ("N", "E", "O")),
        stop=int(address.choice("stop", str(line.stop), ("1", "2"))),
        rtscts=address.choice("flow", "rtscts" if line.rtscts else "none", ("none", "rtscts")) == "rtscts",
    )
    ids = address.usb_id()
    if ids is not None:
        serial = address.options.get("serial")
        return SerialTransport(lambda: find_port(*ids, serial=serial, ports=ports()), settings, url=address.url)
    path = address.path.lstrip("/") if address.path.upper().startswith("/COM") else address.path
    if address.authority or not path.strip("/"):
        raise AddressError(f"{address.url!r} needs a path, serial:///dev/ttyS1, or USB ids, serial://1a86:7523")
    return SerialTransport(path, settings, url=address.url)


def _usb(address: Address, _ports: PortLister, _line: LineSettings) -> Transport:
    ids = address.usb_id()
    if ids is None or address.path.strip("/"):
        raise AddressError(f"{address.url!r} needs USB ids, such as usb://04b8:0e15")
    interface = int(address.number("interface", 0, low=0, high=31))
    return UsbTransport(*ids, interface=interface, serial=address.options.get("serial"), url=address.url)


def _file(address: Address, _ports: PortLister, _line: LineSettings) -> Transport:
    if address.authority or not address.path.strip("/"):
        raise AddressError(f"{address.url!r} needs an absolute path, such as file:///var/spool/ticket.bin")
    return FileTransport(Path(address.path), url=address.url)


SCHEMES: Mapping[str, _Scheme] = {
    "tcp": _Scheme(frozenset({"connect_timeout"}), _tcp),
    "serial": _Scheme(frozenset({"baud", "bits", "parity", "stop", "flow", "serial"}), _serial),
    "usb": _Scheme(frozenset({"interface", "serial"}), _usb),
    "file": _Scheme(frozenset(), _file),
}
