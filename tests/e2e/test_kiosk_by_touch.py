"""Whole visits at a kiosk process on a screen of its own, by a finger's touches: as a person would do them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.children import Children
from cli.demo.hall import make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import Station, connect_hands, write_config
from cli.demo.visit import DEPARTMENT, ITEM
from db.crypto import load_keys
from db.store import SqlStore, open_store
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.sam_v import SimSamV
from devices.sim.wires import TcpWire
from hall.identity import HolderKind
from hall.queueing.ticket import Ticket, TicketState
from tests.support.touch_screen import TouchScreen, touch_screen

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="an X server")]
SLOW = 90.0
WIDTH, HEIGHT = 1080, 1920


class Person:
    """Somebody in front of the kiosk."""

    def __init__(
        self, screen: TouchScreen, kiosk: Hand, printer: SimHost, reader: SimHost, store: SqlStore
    ) -> None:
        self.screen, self.kiosk, self.printer, self.reader, self.store = screen, kiosk, printer, reader, store
        self.touches = 0

    def touch(self, name: str) -> None:
        self.screen.touch(self.kiosk, name, timeout=SLOW)
        self.touches += 1

    def sees(self, **facts: object) -> None:
        self.kiosk.wait(lambda s: all(s[k] == v for k, v in facts.items()), str(facts), timeout=SLOW)

    def pick(self) -> None:
        """From home to the materials of an item."""
        self.touch("door_take_number")
        self.touch(f"department_{DEPARTMENT}")
        self.touch(f"item_{ITEM}")
        self.sees(screen="materials", item=ITEM)

    def papers(self) -> list[list[str]]:
        return [paper["text"] for paper in self.printer.command("paper")["papers"]]

    def tickets(self) -> list[Ticket]:
        with self.store.reading() as uow:
            return sorted(uow.tickets.in_state(uow.now.date(), tuple(TicketState)), key=lambda t: t.number)


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    paper = tmp_path / "paper"
    paper.mkdir()
    with (
        touch_screen(WIDTH, HEIGHT) as screen,
        SimHost(PrinterSim(paper), TcpWire()) as printer,
        SimHost(SimSamV(), TcpWire()) as reader,
        Children(folder.logs, child_environment(folder, token, headless=False) | screen.environment) as children,
    ):
        sections = f"""
[devices]
ticket_printer = "{printer.url}?profile=80mm"
id_card_reader = "{reader.url}"

[kiosk]
fullscreen = true
"""
        config = write_config(Station("kiosk-1", "kiosk_app", sections), folder)
        child = children.start("kiosk-1", "kiosk_app", "--config", str(config))
        kiosk = connect_hands({"kiosk-1": child}, token)["kiosk-1"]
        store = open_store(folder.url, load_keys(folder.keys))
        kiosk.wait(lambda s: s["online"] and s["open"], "online and open", timeout=SLOW)
        for kind in ("ticket_printer", "id_card_reader"):
            kiosk.wait(lambda s, kind=kind: s["devices"][kind] == "ready", kind, timeout=SLOW)  # type: ignore[misc]
        yield Person(screen, kiosk, printer, reader, store)
        kiosk.close()
        store.close()


@pytest.mark.req("Q-01", "D-06")
def test_four_people_one_after_the_other_take_their_numbers_by_touch(person: Person) -> None:
    assert person.kiosk.where("kiosk") == (0, 0, WIDTH, HEIGHT), "the kiosk covers the whole screen"

    # In a hurry: four touches to the paper.
    person.touch("door_take_number")
    person.touch(f"department_{DEPARTMENT}")
    person.touch(f"item_{ITEM}")
    person.touch("without_registration")
    person.sees(screen="ticket", phase="paper", label="A001")
    assert person.touches == 4
    person.touch("show_way")
    person.sees(screen="map")
    person.touch("map_done")
    person.sees(screen="home", label="")

    # With the identity card: the number belongs to the card, the paper shows the name masked.
    person.pick()
    person.touch("materials_ready")
    person.reader.command("lay_card", {"name": "王建国"})
    person.sees(screen="ticket", phase="paper", label="A002")
    person.reader.command("remove_card", {})
    text = "\n".join(person.papers()[-1])
    assert "王*国" in text and "王建国" not in text
    person.touch("done")

    # An old person, in the elder mode, by telephone.
    person.touch("elder")
    person.sees(screen="home", elder=True)
    person.pick()
    person.touch("materials_ready")
    person.touch("by_phone")
    for digit in "13800000023":
        person.touch(f"key_{digit}")
    person.touch("phone_submit")
    person.sees(screen="ticket", phase="paper", label="A003")
    person.touch("done")
    person.sees(screen="home", elder=False)

    # In English; looks at the guide first, and takes the number from there.
    person.touch("language")
    person.sees(language="en")
    person.touch("door_guide")
    person.touch(f"department_{DEPARTMENT}")
    person.touch(f"item_{ITEM}")
    person.sees(screen="guide", item=ITEM)
    person.touch("materials_ready")
    person.sees(screen="materials")
    person.touch("without_registration")
    person.sees(screen="ticket", phase="paper", label="A004")
    person.touch("done")
    person.sees(screen="home", language="zh")

    tickets = person.tickets()
    assert [t.label for t in tickets] == ["A001", "A002", "A003", "A004"]
    assert {t.state for t in tickets} == {TicketState.WAITING}
    assert [t.holder_kind for t in tickets[1:3]] == [HolderKind.ID_CARD, HolderKind.PHONE]
    assert len(person.papers()) == 4

    # Whoever presses beside the buttons, or with the other mouse button, comes to no other place.
    person.screen.touch_at(5, HEIGHT - 5)
    person.screen.touch_at(WIDTH // 2, HEIGHT // 3, button=3)
    person.sees(screen="home", language="zh", elder=False)
