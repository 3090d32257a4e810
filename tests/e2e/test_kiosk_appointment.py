"""A kiosk as a process of its own, its printer on the wire, a scanner that types: an appointment becomes paper."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cli.demo.children import Children
from cli.demo.hall import make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import Station, connect_hands, write_config
from cli.demo.visit import ITEM
from db.crypto import load_keys
from db.store import SqlStore, open_store
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from hall.appointments.appointment import Appointment, Channel
from hall.identity import Holder, HolderKind
from hall.queueing.ticket import PriorityClass, TicketState
from tests.support.sample_hall import code_on
from tests.unit.hall.test_shown_code import luhn

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="signals")]
SLOW = 90.0
CARD = Holder(HolderKind.CITIZEN_CARD, id_number=luhn("622202123456789"))
LATE = Holder(HolderKind.QR, id_number="11010519491231002X")


class Scene:
    def __init__(self, store: SqlStore, printer: SimHost, kiosk: Hand) -> None:
        self.store, self.printer, self.kiosk = store, printer, kiosk

    def book(self, code: str, person: Holder, *, minutes_ago: float) -> None:
        """As the platform has it; at a time that fits the clock of the test's machine."""
        with self.store.begin() as uow:
            at = uow.now - timedelta(minutes=minutes_ago)
            uow.registers.appointments.add(
                Appointment(0, code, ITEM, at, Channel.ONLINE, day=uow.now.date(), person=person, booked_at=at)
            )
            uow.commit()

    def scan(self, text: str, until: Callable[[dict[str, object]], bool]) -> None:
        """The scanner types the code and Enter; again, as a citizen would, until something comes of it."""

        def seen(state: dict[str, object]) -> bool:
            if until(state):
                return True
            self.kiosk.do("type", object="kiosk", text=f"{text}\r")
            return False

        self.kiosk.wait(seen, "something comes of the code", timeout=SLOW)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    paper = tmp_path / "paper"
    paper.mkdir()
    with (
        SimHost(PrinterSim(paper), TcpWire()) as printer,
        Children(folder.logs, child_environment(folder, token, headless=True)) as children,
    ):
        sections = f"""
[devices]
ticket_printer = "{printer.url}?profile=80mm"
code_scanner = "wedge://?gap=200"

[kiosk]
fullscreen = false
"""
        config = write_config(Station("kiosk-1", "kiosk_app", sections), folder)
        child = children.start("kiosk-1", "kiosk_app", "--config", str(config))
        kiosk = connect_hands({"kiosk-1": child}, token)["kiosk-1"]
        store = open_store(folder.url, load_keys(folder.keys))
        kiosk.wait(lambda s: s["online"] and s["open"], "online and open", timeout=SLOW)
        kiosk.wait(lambda s: s["devices"]["ticket_printer"] == "ready", "the printer", timeout=SLOW)
        yield Scene(store, printer, kiosk)
        kiosk.close()
        store.close()


@pytest.mark.req("Q-11", "Q-18", "Q-04")
def test_a_citizen_card_typed_by_a_scanner_becomes_the_appointments_paper_and_the_paper_tells_its_standing(
    scene: Scene,
) -> None:
    kiosk = scene.kiosk
    scene.book("K7MPQRST", CARD, minutes_ago=0)
    kiosk.click("door_check_in")
    kiosk.wait(lambda s: s["scanner"] == "waiting", "the scanner waits", timeout=SLOW)
    scene.scan("no card of ours", lambda s: s["scanner"] == "unknown")
    scene.scan(CARD.id_number, lambda s: s["screen"] != "identify")
    kiosk.wait(lambda s: s["screen"] == "ticket" and s["phase"] == "paper", "the paper", timeout=SLOW)
    with scene.store.reading() as uow:
        (ticket,) = uow.tickets.in_state(uow.now.date(), tuple(TicketState))
        (appointment,) = uow.registers.appointments.where(code="K7MPQRST")
    assert (ticket.state, ticket.priority) == (TicketState.WAITING, PriorityClass.APPOINTMENT)
    assert (appointment.ticket, ticket.holder_kind) == (ticket.id, HolderKind.CITIZEN_CARD)
    (paper,) = scene.printer.command("paper")["papers"]
    assert paper["qr"] == [code_on(scene.store, ticket)]
    assert any("优先：预约" in line for line in paper["text"])
    assert not any(CARD.id_number in line for line in paper["text"])

    kiosk.click("done")
    kiosk.click("door_progress")
    kiosk.wait(lambda s: s["scanner"] == "waiting", "the scanner waits", timeout=SLOW)
    scene.scan(paper["qr"][0], lambda s: s["screen"] != "identify")
    kiosk.wait(lambda s: s["standings"] == [f"{ticket.label} waiting"], "the standing", timeout=SLOW)


@pytest.mark.req("Q-11")
def test_who_comes_too_late_is_told_so_and_takes_an_ordinary_number(scene: Scene) -> None:
    kiosk = scene.kiosk
    scene.book("ABCD2345", LATE, minutes_ago=30.1)
    kiosk.click("door_check_in")
    kiosk.click("by_code")
    for letter in "ABCD2345":
        kiosk.click(f"key_{letter}")
    kiosk.click("code_submit")
    kiosk.wait(lambda s: s["notice"] == "forfeited", "the calm page", timeout=SLOW)
    kiosk.click("notice_ordinary")
    kiosk.wait(lambda s: s["screen"] == "materials" and s["item"] == ITEM, "the same item", timeout=SLOW)
    kiosk.click("without_registration")
    kiosk.wait(lambda s: s["phase"] == "paper", "the paper", timeout=SLOW)
    with scene.store.reading() as uow:
        (ticket,) = uow.tickets.in_state(uow.now.date(), tuple(TicketState))
    assert ticket.priority is PriorityClass.ORDINARY
