"""Ticket printer: over TCP and over a serial line, 80 and 58 mm."""

from __future__ import annotations

from pathlib import Path

from devices.core.errors import CoverOpen, CutterFault, PaperOut
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import PtyWire, TcpWire
from devices.ticket_printer.drivers import make_escpos
from devices.ticket_printer.interface import Align, PrintJob, QrCode, Rule, Text, TicketPrinter
from tests.contract.devices.harness import Case, fails, works_or

TICKET = PrintJob(
    (
        Text("市政务服务中心", width=2, height=2, align=Align.CENTER),
        Rule(),
        Text("A001", width=4, height=4, bold=True, align=Align.CENTER),
        Text("姓名：王䶮"),
        QrCode("https://example.invalid/t/A001"),
    )
)
EXPECTED = ["市政务服务中心", "A001"]

FAULTS = {
    "paper_out": fails(PaperOut),
    "cover_open": fails(CoverOpen),
    "cutter_jam": fails(CutterFault),
    "paper_low": works_or(),
}


def over_tcp(_: Path) -> Host:
    return SimHost(PrinterSim(), TcpWire())


def over_serial(folder: Path) -> Host:
    return SimHost(PrinterSim(width_dots=384), PtyWire(folder / "printer", baud=115200))


def work(printer: TicketPrinter, _: Host) -> None:
    printer.print(TICKET)


def verify(_: None, host: Host) -> None:
    ticket = host.command("paper")["papers"][-1]
    assert ticket["text"] == EXPECTED
    assert ticket["qr"] == ["https://example.invalid/t/A001"]
    assert ticket["pictures"] == 2, "the rule and the line with 䶮"
    assert ticket["cut"] == "partial"


def printed(host: Host) -> int:
    return int(host.command("paper")["jobs"])


CASES = (
    Case("ticket_printer-tcp", over_tcp, make_escpos, work, verify, done=printed, faults=FAULTS),
    Case(
        "ticket_printer-serial",
        over_serial,
        make_escpos,
        work,
        verify,
        done=printed,
        query="profile=58mm",
        faults=FAULTS,
    ),
    *(
        Case(
            f"ticket_printer-tcp-{confirm}",
            over_tcp,
            make_escpos,
            work,
            verify,
            done=printed,
            query=f"confirm={confirm}",
            faults=FAULTS,
        )
        for confirm in ("process_id", "gs_r")
    ),
)
