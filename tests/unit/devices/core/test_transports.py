"""Transports against real sockets, pseudo-terminals and files of this machine."""

from __future__ import annotations

import os
import socket
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.core.discovery import PortInfo, find_port
from devices.core.errors import AddressError, DeviceTimeout, NotConnected
from devices.core.transports import FileTransport, SerialTransport, TcpTransport, make_transport, open_transport


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def url_of(listener: socket.socket) -> str:
    return f"tcp://127.0.0.1:{listener.getsockname()[1]}"


class Pty:
    """A pseudo-terminal that can be unplugged."""

    def __init__(self) -> None:
        self.master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)

    def unplug(self) -> None:
        if self.master >= 0:
            os.close(self._slave)
            os.close(self.master)
            self.master = -1


@pytest.fixture
def pty() -> Iterator[Pty]:
    line = Pty()
    yield line
    line.unplug()


# ---- TCP ------------------------------------------------------------------------------------------------------


def test_tcp_carries_bytes_both_ways(listener: socket.socket) -> None:
    transport = open_transport(url_of(listener))
    peer, _ = listener.accept()
    with peer:
        transport.write(b"\x10\x04\x01", timeout=5)
        assert peer.recv(16) == b"\x10\x04\x01"
        peer.sendall(b"\x12\x16")
        assert transport.read(1, timeout=5) == b"\x12"
        assert transport.read(9, timeout=5) == b"\x16"
        assert transport.read(9, timeout=0) == b""
        transport.close()
        transport.close()
        assert not transport.is_open


def test_tcp_refused_is_not_connected() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = url_of(server)
    with pytest.raises(NotConnected):
        open_transport(url)


def test_tcp_closed_by_the_peer_is_not_connected_and_no_longer_open(listener: socket.socket) -> None:
    transport = open_transport(url_of(listener))
    listener.accept()[0].close()
    with pytest.raises(NotConnected):
        transport.read(1, timeout=5)
    assert not transport.is_open
    with pytest.raises(NotConnected):
        transport.write(b"x", timeout=1)


def test_tcp_discards_what_came_late(listener: socket.socket) -> None:
    transport = open_transport(url_of(listener))
    peer, _ = listener.accept()
    with peer:
        peer.sendall(b"late")
        assert transport.read(1, timeout=5) == b"l"
        transport.discard_input()
        assert transport.read(9, timeout=0) == b""
        transport.close()


def test_a_peer_that_does_not_read_is_a_timeout_of_unknown_outcome(listener: socket.socket) -> None:
    transport = open_transport(url_of(listener))
    peer, _ = listener.accept()
    with peer:
        with pytest.raises(DeviceTimeout) as caught:
            transport.write(bytes(64 << 20), timeout=0.2)
        assert not caught.value.outcome_known
        transport.close()


# ---- serial ---------------------------------------------------------------------------------------------------


def test_serial_carries_bytes_both_ways(pty: Pty) -> None:
    transport = open_transport(f"serial://{pty.path}?baud=115200")
    transport.write(b"\xaa\x0a\x0d\x11", timeout=5)
    assert os.read(pty.master, 16) == b"\xaa\x0a\x0d\x11"
    os.write(pty.master, b"\x00\x03\x13")
    assert transport.read(1, timeout=5) == b"\x00"
    assert transport.read(9, timeout=5) == b"\x03\x13"
    assert transport.read(9, timeout=0) == b""
    os.write(pty.master, b"late")
    assert transport.read(1, timeout=5) == b"l"
    transport.discard_input()
    assert transport.read(9, timeout=0) == b""
    transport.close()


def test_an_unplugged_port_is_not_connected_when_reading(pty: Pty) -> None:
    transport = open_transport(f"serial://{pty.path}")
    pty.unplug()
    with pytest.raises(NotConnected):
        transport.read(1, timeout=5)
    assert not transport.is_open


def test_an_unplugged_port_is_not_connected_when_writing(pty: Pty) -> None:
    transport = open_transport(f"serial://{pty.path}")
    pty.unplug()
    with pytest.raises(NotConnected):
        transport.write(b"x", timeout=5)
    assert not transport.is_open


def test_discarding_on_an_unplugged_port_does_not_raise(pty: Pty) -> None:
    transport = open_transport(f"serial://{pty.path}")
    pty.unplug()
    transport.discard_input()
    with pytest.raises(NotConnected):
        transport.read(1, timeout=0)


def test_an_absent_port_is_not_connected(tmp_path: Path) -> None:
    with pytest.raises(NotConnected):
        open_transport(f"serial://{tmp_path}/ttyS9")


def test_a_port_is_opened_for_one_only(pty: Pty) -> None:
    transport = open_transport(f"serial://{pty.path}")
    with pytest.raises(NotConnected):
        open_transport(f"serial://{pty.path}")
    transport.close()


def test_settings_that_the_port_refuses_are_not_connected_and_leave_nothing_open(pty: Pty) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    transport = make_transport(f"serial://{pty.path}?parity=E&bits=7")
    for _ in range(3):
        try:
            transport.open()
        except NotConnected:
            assert not transport.is_open
        transport.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


# ---- discovery ------------------------------------------------------------------------------------------------

PORTS = (
    PortInfo("/dev/ttyUSB0", 0x1A86, 0x7523, "a"),
    PortInfo("/dev/ttyUSB1", 0x1A86, 0x7523, "b"),
    PortInfo("/dev/ttyUSB2", 0x0403, 0x6001, "c"),
    PortInfo("/dev/ttyS0"),
)


def test_the_one_adapter_with_these_ids_is_found() -> None:
    assert find_port(0x0403, 0x6001, serial=None, ports=PORTS) == "/dev/ttyUSB2"
    assert find_port(0x1A86, 0x7523, serial="b", ports=PORTS) == "/dev/ttyUSB1"


def test_two_fitting_adapters_are_an_error_that_names_them() -> None:
    with pytest.raises(AddressError, match="ttyUSB0, /dev/ttyUSB1"):
        find_port(0x1A86, 0x7523, serial=None, ports=PORTS)


def test_no_fitting_adapter_is_an_error_that_lists_the_ports() -> None:
    with pytest.raises(NotConnected, match="no port is 067b:2303; ports: /dev/ttyUSB0"):
        find_port(0x067B, 0x2303, serial=None, ports=PORTS)


def test_an_adapter_is_looked_for_anew_at_each_opening(pty: Pty) -> None:
    plugged: list[PortInfo] = []
    transport = make_transport("serial://1a86:7523", ports=lambda: plugged)
    with pytest.raises(NotConnected):
        transport.open()
    plugged.append(PortInfo(pty.path, 0x1A86, 0x7523))
    transport.open()
    assert transport.is_open
    transport.close()


# ---- files and addresses --------------------------------------------------------------------------------------


def test_a_file_is_appended_to_and_never_answers(tmp_path: Path) -> None:
    for _ in range(2):
        transport = open_transport(f"file://{tmp_path}/ticket.bin")
        transport.write(b"A001\n", timeout=1)
        assert transport.read(9, timeout=60) == b""
        transport.close()
    assert (tmp_path / "ticket.bin").read_bytes() == b"A001\nA001\n"


def test_a_file_in_no_folder_is_not_connected(tmp_path: Path) -> None:
    with pytest.raises(NotConnected):
        open_transport(f"file://{tmp_path}/absent/ticket.bin")


def test_each_scheme_has_its_transport() -> None:
    assert isinstance(make_transport("tcp://a:1"), TcpTransport)
    assert isinstance(make_transport("serial:///dev/ttyS0"), SerialTransport)
    assert isinstance(make_transport("acme+file:///tmp/x"), FileTransport)


def test_an_unknown_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match="file://, serial://, tcp://, usb://"):
        make_transport("ftp://a:1")


@pytest.mark.parametrize(
    "url",
    [
        "tcp://a:1?baud=9600",
        "serial:///dev/ttyS0?baud=fast",
        "serial:///dev/ttyS0?parity=X",
        "serial://ttyS0",
        "serial://",
        "usb://printer",
        "file://relative/path",
        "file:///",
    ],
)
def test_a_wrong_address_is_refused_before_anything_is_opened(url: str) -> None:
    with pytest.raises(AddressError):
        make_transport(url)


def test_the_drivers_own_options_are_let_through() -> None:
    make_transport("tcp://a:1?profile=80mm", also={"profile"})
