"""A session on the wire is recorded, and replays as it was."""

from __future__ import annotations

import itertools
import json
import socket
from pathlib import Path

import pytest

from devices.core.errors import NotConnected
from devices.core.trace import ReplayMismatch, ReplayTransport, TracingTransport
from devices.core.transports import make_transport
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from devices.ticket_printer.escpos import EscPosPrinter
from devices.ticket_printer.interface import PrintJob, Text
from devices.ticket_printer.profile import Profile

JOB = PrintJob((Text("A001"),))


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """A recorded print."""
    path = tmp_path / "printer.jsonl"
    with SimHost(PrinterSim(), TcpWire()) as host:
        printer = EscPosPrinter(TracingTransport(make_transport(host.url), path), Profile())
        printer.open()
        printer.print(JOB)
        printer.close()
    return path


def no_wait(_: float) -> None:
    """Instead of sleeping."""


def test_a_driver_runs_on_its_recorded_session(trace: Path) -> None:
    replay = ReplayTransport.of(trace)
    printer = EscPosPrinter(replay, Profile())
    printer.open()
    printer.print(JOB)
    printer.close()
    assert replay.finished


def test_a_driver_that_writes_something_else_is_caught(trace: Path) -> None:
    printer = EscPosPrinter(ReplayTransport.of(trace), Profile())
    printer.open()
    with pytest.raises(ReplayMismatch):
        printer.print(PrintJob((Text("A002"),)))


def test_a_trace_is_readable_for_its_owner_only_and_each_line_has_a_time(trace: Path) -> None:
    assert trace.stat().st_mode & 0o077 == 0
    entries = [json.loads(line) for line in trace.read_text().splitlines()]
    assert [entry["do"] for entry in entries[:3]] == ["open", "write", "read"]
    assert entries[1]["hex"] == "100401"
    assert entries[2]["hex"] == "12"
    assert all(first["t"] <= second["t"] for first, second in itertools.pairwise(entries[1:]))


def test_a_mask_keeps_personal_data_out_of_the_trace(tmp_path: Path) -> None:
    path = tmp_path / "masked.jsonl"
    inner = make_transport(f"file://{tmp_path}/out.bin")
    transport = TracingTransport(inner, path, mask=lambda _direction, data: bytes(len(data)))
    transport.open()
    transport.write("王".encode(), timeout=1)
    transport.close()
    assert '"hex": "000000"' in path.read_text()
    assert (tmp_path / "out.bin").read_bytes() == "王".encode()


def test_a_failure_is_recorded_and_replayed(tmp_path: Path) -> None:
    path = tmp_path / "failure.jsonl"
    with socket.create_server(("127.0.0.1", 0)) as server:
        transport = TracingTransport(make_transport(f"tcp://127.0.0.1:{server.getsockname()[1]}"), path)
        transport.open()
        server.accept()[0].close()
        with pytest.raises(NotConnected):
            transport.read(1, timeout=5)
    replay = ReplayTransport.of(path)
    replay.open()
    with pytest.raises(NotConnected, match="closed by the device"):
        replay.read(1, timeout=5)
    assert not replay.is_open


def test_slicing_does_not_matter_when_replaying() -> None:
    lines = ['{"do":"open","url":"tcp://a:1"}', '{"do":"write","hex":"0102"}', '{"do":"write","hex":"03"}',
             '{"do":"read","hex":"0a0b"}']  # fmt: skip
    replay = ReplayTransport(lines, sleep=no_wait)
    replay.open()
    assert replay.read(9, timeout=1) == b"", "nothing may be read before the question"
    replay.write(b"\x01", timeout=1)
    replay.write(b"\x02\x03", timeout=1)
    assert (replay.read(1, timeout=1), replay.read(9, timeout=1)) == (b"\x0a", b"\x0b")
    assert replay.finished
    with pytest.raises(ReplayMismatch, match="nothing more"):
        replay.write(b"\x04", timeout=1)
