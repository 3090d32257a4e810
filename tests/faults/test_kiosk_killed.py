"""A kiosk that dies while a ticket is on its way out: the paper in the citizen's hand counts after the restart."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.demo.children import Child, Children
from cli.demo.hall import Folder, make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import OPEN_ALWAYS, Station, connect_hands, write_config
from cli.demo.visit import DEPARTMENT, ITEM, turn_to
from db.crypto import load_keys
from db.store import SqlStore, open_store
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from hall.queueing.ticket import Ticket, TicketState

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="signals")]
SLOW = 90.0


class Hall:
    """The sample hall with one kiosk as a process of its own, and its printer."""

    def __init__(self, folder: Folder, children: Children, token: str, printer: SimHost) -> None:
        kiosk = f"""
[devices]
ticket_printer = "{printer.url}?profile=80mm"

[kiosk]
fullscreen = false
"""
        self.folder, self.printer = folder, printer
        self._children, self._token = children, token
        self._config = write_config(Station("kiosk-1", "kiosk_app", kiosk), folder)
        self.store: SqlStore = open_store(folder.url, load_keys(folder.keys))
        assert OPEN_ALWAYS in self._config.read_text(encoding="utf-8"), "the test runs at night, too"

    def start_kiosk(self) -> tuple[Child, Hand]:
        child = self._children.start("kiosk-1", "kiosk_app", "--config", str(self._config))
        return child, connect_hands({"kiosk-1": child}, self._token)["kiosk-1"]

    def tickets(self) -> list[Ticket]:
        with self.store.reading() as uow:
            return list(uow.tickets.in_state(uow.now.date(), tuple(TicketState)))

    def states(self) -> list[TicketState]:
        return [ticket.state for ticket in self.tickets()]

    def papers(self) -> int:
        return len(self.printer.command("paper")["papers"])

    @property
    def notes(self) -> str:
        found = list((self.folder.path / "state").rglob("papers-kiosk-1.json"))
        return found[0].read_text(encoding="utf-8") if found else ""

    def until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + SLOW
        while not condition():
            assert time.monotonic() < deadline, f"not in {SLOW:g} s: {what}; tickets {self.states()}, {self.notes}"
            time.sleep(0.005)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    paper = tmp_path / "paper"
    paper.mkdir()
    with (
        SimHost(PrinterSim(paper), TcpWire()) as printer,
        Children(folder.logs, child_environment(folder, token, headless=True)) as children,
    ):
        made = Hall(folder, children, token, printer)
        yield made
        made.store.close()


def take_a_number(kiosk: Hand) -> None:
    """Up to the last touch."""
    kiosk.wait(lambda s: s["online"] and s["open"], "online and open", timeout=SLOW)
    kiosk.wait(lambda s: s["devices"]["ticket_printer"] == "ready", "the printer", timeout=SLOW)
    kiosk.click("door_take_number")
    turn_to(kiosk, f"department_{DEPARTMENT}")
    turn_to(kiosk, f"item_{ITEM}")
    kiosk.click("without_registration")


def test_a_kiosk_killed_between_paper_and_confirmation_confirms_it_after_the_restart(hall: Hall) -> None:
    hall.printer.command("fault", {"name": "slow"})  # so that the database can be locked while it prints
    child, kiosk = hall.start_kiosk()
    take_a_number(kiosk)
    hall.until(lambda: len(hall.tickets()) == 1, "a number")
    with hall.store.begin():  # the one writer is busy: the confirmation can't be written
        hall.until(lambda: '"out": true' in hall.notes, "the paper is out")
        assert hall.papers() == 1
        child.kill()
        kiosk.close()
    assert hall.states() == [TicketState.PENDING_PRINT]

    hall.printer.command("clear")
    _, again = hall.start_kiosk()
    hall.until(lambda: hall.states() == [TicketState.WAITING], "the paper counts")
    again.wait(lambda s: s["screen"] == "home" and s["online"], "the kiosk serves", timeout=SLOW)
    hall.until(lambda: hall.notes == "[]", "nothing is left to do")
    take_a_number(again)
    again.wait(lambda s: s["phase"] == "paper", "the next ticket", timeout=SLOW)
    again.close()
    assert [(t.number, t.state) for t in hall.tickets()] == [(1, TicketState.WAITING), (2, TicketState.WAITING)]
    assert hall.papers() == 2


def test_a_kiosk_killed_while_it_prints_keeps_the_number_and_calls_the_guide_desk(hall: Hall) -> None:
    hall.printer.command("fault", {"name": "slow"})
    child, kiosk = hall.start_kiosk()
    take_a_number(kiosk)
    hall.until(lambda: '"out": false' in hall.notes, "the print has begun")
    child.kill()
    kiosk.close()
    assert hall.states() == [TicketState.PENDING_PRINT]

    hall.printer.command("clear")
    _, again = hall.start_kiosk()
    hall.until(lambda: hall.states() == [TicketState.WAITING], "the number counts")
    again.close()
    feed = hall.store.feed()
    try:
        kinds = [record.kind for record in feed.after(0)]
    finally:
        feed.close()
    assert kinds[-3:] == ["ticket.waiting", "ticket.print_trouble", "help.called"]
