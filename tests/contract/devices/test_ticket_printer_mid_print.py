"""What goes wrong in the middle of a ticket: the outcome is unknown, and nothing is printed twice by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.core.errors import CutterFault, DeviceError, DeviceTimeout, NotConnected, PaperOut
from devices.core.status import Paper, Part
from devices.core.supervisor import DeviceSupervisor
from devices.core.transports import make_transport
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import PtyWire, TcpWire, Wire
from devices.ticket_printer.drivers import make_escpos
from devices.ticket_printer.escpos import EscPosPrinter
from devices.ticket_printer.interface import PrintJob, Rule, Text
from devices.ticket_printer.profile import Confirm, Profile
from tests.contract.devices.harness import QUICK

TICKET = PrintJob((*(Text(f"第{number}行") for number in range(1, 9)), Rule(), Text("姓名：王䶮")))


@pytest.fixture(params=["tcp", "serial"])
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SimHost]:
    wire: Wire = TcpWire() if request.param == "tcp" else PtyWire(tmp_path / "printer", 115200)
    with SimHost(PrinterSim(), wire) as running:
        yield running


@pytest.fixture
def printer(host: SimHost) -> Iterator[EscPosPrinter]:
    driver = make_escpos(host.url)
    driver.open()
    yield driver
    driver.close()


def test_paper_that_ends_in_a_ticket_leaves_the_outcome_unknown(host: SimHost, printer: EscPosPrinter) -> None:
    host.command("paper_left", {"lines": 3})
    with pytest.raises(PaperOut) as caught:
        printer.print(TICKET)
    assert not caught.value.outcome_known
    assert host.command("paper")["uncut"]["text"] == ["第1行", "第2行", "第3行"]
    assert printer.probe().supplies.paper is Paper.OUT


def test_a_new_roll_brings_out_the_rest_of_the_held_ticket_once(host: SimHost, printer: EscPosPrinter) -> None:
    host.command("paper_left", {"lines": 3})
    with pytest.raises(PaperOut):
        printer.print(TICKET)
    host.command("load_paper")
    papers = host.command("paper")["papers"]
    assert [paper["text"] for paper in papers] == [[f"第{number}行" for number in range(1, 9)]]
    assert host.command("paper")["jobs"] == 1
    assert printer.check_ready().is_ready


def test_a_cutter_that_sticks_at_the_end_is_reported_with_unknown_outcome(
    host: SimHost, printer: EscPosPrinter
) -> None:
    host.command("jam_at_cut")
    with pytest.raises(CutterFault) as caught:
        printer.print(TICKET)
    assert not caught.value.outcome_known
    assert printer.probe().supplies.cutter is Part.FAULT


@pytest.mark.parametrize("received", [1, 40, 150])
def test_a_printer_that_vanishes_after_the_first_byte_leaves_the_outcome_unknown(
    host: SimHost, printer: EscPosPrinter, received: int
) -> None:
    questions = 4 * 3
    host.command("vanish_after", {"bytes": questions + received})
    with pytest.raises((NotConnected, DeviceTimeout)) as caught:
        printer.print(TICKET)
    assert not caught.value.outcome_known


def test_a_printer_that_vanishes_while_it_is_asked_has_surely_not_printed(
    host: SimHost, printer: EscPosPrinter
) -> None:
    host.command("vanish_after", {"bytes": 5})
    with pytest.raises((NotConnected, DeviceTimeout)) as caught:
        printer.print(TICKET)
    assert caught.value.outcome_known
    assert host.command("paper")["jobs"] == 0


def test_the_supervisor_never_prints_a_ticket_of_unknown_outcome_again(host: SimHost) -> None:
    supervisor = DeviceSupervisor("ticket_printer", make_escpos(host.url), timings=QUICK)
    supervisor.start()
    try:
        assert supervisor.wait_for(lambda status: status.is_ready, 30)
        host.command("vanish_after", {"bytes": 150})
        with pytest.raises(DeviceError):
            supervisor.run(lambda printer: printer.print(TICKET), timeout=30)
        host.command("clear")
        assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
        assert host.command("paper")["jobs"] <= 1
        supervisor.run(lambda printer: printer.print(TICKET), timeout=30)
        assert host.command("paper")["jobs"] <= 2
        assert host.command("paper")["papers"][-1]["text"][-8:] == [f"第{number}行" for number in range(1, 9)]
    finally:
        supervisor.stop()


@pytest.mark.parametrize("confirm", [Confirm.PROCESS_ID, Confirm.GS_R])
def test_a_printer_that_answers_ahead_of_its_buffer_is_believed_only_without_a_stronger_confirmation(
    host: SimHost, confirm: Confirm
) -> None:
    plain = EscPosPrinter(make_transport(host.url), Profile())
    plain.open()
    host.command("hold")
    plain.print(TICKET)
    assert host.command("paper")["jobs"] == 0, "believed, though nothing is on the paper"
    plain.close()
    host.command("go_on")
    strong = EscPosPrinter(make_transport(host.url), Profile(confirm=confirm), confirm_seconds=0.3)
    strong.open()
    host.command("hold")
    with pytest.raises(DeviceTimeout) as caught:
        strong.print(TICKET)
    assert not caught.value.outcome_known
    strong.close()
    host.command("go_on")
    strong.open()
    strong.print(TICKET)
    strong.close()
