"""A4 printer over IPP."""

from __future__ import annotations

from pathlib import Path

from devices.a4_printer.drivers import make_ipp
from devices.a4_printer.interface import A4Printer, JobId
from devices.core.errors import CoverOpen, DeviceTimeout, NotConnected, PaperOut, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.ipp import IppSim
from devices.sim.wires import TcpWire
from tests.contract.devices.harness import Case, fails, works_or

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"


def over_ipp(folder: Path) -> Host:
    return SimHost(IppSim(folder), TcpWire(scheme="ipp"))


def work(printer: A4Printer, _: Host) -> JobId:
    return printer.print_pdf(PDF, "受理通知书")


def verify(job: JobId, host: Host) -> None:
    documents = host.command("documents")["documents"]
    assert int(job) == len(documents)
    assert documents[-1]["title"] == "受理通知书"
    assert Path(documents[-1]["path"]).read_bytes() == PDF


def printed(host: Host) -> int:
    return len(host.command("documents")["documents"])


CASES = (
    Case(
        "a4_printer-ipp",
        over_ipp,
        make_ipp,
        work,
        verify,
        done=printed,
        faults={
            "paper_out": fails(PaperOut),
            "cover_open": fails(CoverOpen),
            "paper_low": works_or(),
            "merge": works_or(DeviceTimeout, ProtocolError, NotConnected),
        },
    ),
)
