"""Ticket printers by their address: profiles, the file, and what a status amounts to."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.codec.escpos_status import Condition
from devices.core.driver import Yielding
from devices.core.errors import (
    AddressError,
    Canceled,
    CoverOpen,
    CutterFault,
    HardwareFault,
    NotConnected,
    PaperOut,
)
from devices.core.status import Health, Paper, Part
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from devices.ticket_printer.drivers import DRIVERS, make_escpos, make_file
from devices.ticket_printer.escpos import EscPosPrinter, raise_for, status_of
from devices.ticket_printer.file import FilePrinter
from devices.ticket_printer.interface import PrintJob, QrCode, Text, TicketPrinter

JOB = PrintJob((Text("排队号票"), Text("A001", width=4, height=4), QrCode("A001")))


def test_every_driver_is_a_ticket_printer() -> None:
    for scheme, address in {"tcp": "a:9100", "serial": "/dev/ttyS0", "usb": "04b8:0e15", "file": "/tmp/x"}.items():
        assert isinstance(DRIVERS[scheme](f"{scheme}://{address}"), TicketPrinter)


@pytest.mark.parametrize(("profile", "dots", "columns"), [("58mm", 384, 32), ("80mm", 576, 48)])
def test_the_profile_says_how_wide_the_paper_is(profile: str, dots: int, columns: int) -> None:
    printer = make_escpos(f"tcp://a:9100?profile={profile}")
    assert (printer.width_dots, printer.columns) == (dots, columns)


@pytest.mark.parametrize("option", ["profile=60mm", "cutter=maybe", "encoding=big5", "qr=no", "colour=red"])
def test_a_wrong_option_is_refused(option: str) -> None:
    with pytest.raises(AddressError):
        make_escpos(f"tcp://a:9100?{option}")


def test_a_file_holds_the_bytes_that_a_printer_would_have_got(tmp_path: Path) -> None:
    printer = make_file(f"file://{tmp_path}/ticket.bin?profile=58mm")
    printer.open()
    assert printer.check_ready().is_ready
    printer.print(JOB)
    printer.close()
    simulated = PrinterSim(width_dots=384)
    simulated.receive((tmp_path / "ticket.bin").read_bytes())
    [paper] = simulated.command("paper", {})["papers"]
    assert paper["text"] == ["排队号票", "A001"]
    assert paper["qr"] == ["A001"]


def test_a_probe_breaks_off_for_a_ticket_and_leaves_the_line_clean() -> None:
    with SimHost(PrinterSim(), TcpWire()) as host:
        printer = make_escpos(host.url)
        assert isinstance(printer, Yielding)
        waiting = [False, True]
        printer.yield_to(lambda: waiting.pop(0))
        printer.open()
        with pytest.raises(Canceled):
            printer.probe()
        assert waiting == [], "two questions were asked"
        printer.print(JOB)
        printer.yield_to(lambda: False)
        assert printer.probe().is_ready
        assert host.command("paper")["jobs"] == 1
        printer.close()


def test_a_file_claims_no_paper(tmp_path: Path) -> None:
    printer = make_file(f"file://{tmp_path}/ticket.bin")
    assert isinstance(printer, FilePrinter)
    with pytest.raises(NotConnected):
        printer.probe()
    printer.open()
    assert printer.probe().supplies.paper is Paper.NOT_SUPPORTED
    printer.close()


def test_a_printer_that_the_kernel_shows_as_a_device_is_asked_like_any_other() -> None:
    assert isinstance(make_file("file:///dev/usb/lp0"), EscPosPrinter)


@pytest.mark.parametrize(
    ("conditions", "fault"),
    [
        (Condition.PAPER_END, PaperOut),
        (Condition.STOPPED_BY_PAPER_END, PaperOut),
        (Condition.COVER_OPEN | Condition.OFFLINE | Condition.PAPER_END, CoverOpen),
        (Condition.CUTTER | Condition.ERROR, CutterFault),
        (Condition.UNRECOVERABLE, HardwareFault),
        (Condition.RECOVERABLE, HardwareFault),
        (Condition.OFFLINE, HardwareFault),
    ],
)
def test_what_keeps_a_ticket_from_printing_is_named(conditions: Condition, fault: type[HardwareFault]) -> None:
    with pytest.raises(fault) as caught:
        raise_for(conditions)
    assert type(caught.value) is fault
    assert status_of(conditions).health is Health.FAULT
    assert not status_of(conditions).is_ready


@pytest.mark.parametrize("conditions", [Condition.NONE, Condition.DRAWER, Condition.PAPER_NEAR_END])
def test_what_does_not_keep_it_from_printing_is_no_fault(conditions: Condition) -> None:
    raise_for(conditions)
    assert status_of(conditions).is_ready


def test_paper_near_its_end_is_low_and_degraded() -> None:
    status = status_of(Condition.PAPER_NEAR_END)
    assert (status.supplies.paper, status.health) == (Paper.LOW, Health.DEGRADED)


def test_a_printer_without_cutter_has_none_to_fail() -> None:
    assert status_of(Condition.NONE, has_cutter=False).supplies.cutter is Part.NOT_SUPPORTED
