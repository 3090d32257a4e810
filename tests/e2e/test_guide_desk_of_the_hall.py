"""The guide desk as a real process without a window, a kiosk, a ticket printer and an SMS modem beside it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.children import Children
from cli.demo.hall import Folder, make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.simulators import READY_SECONDS, Simulator
from cli.demo.stations import Station, connect_hands, write_config
from db.crypto import load_keys
from db.store import SqlStore, open_store
from db.verify import verify_database
from hall.queueing.ticket import TicketState
from tests.support.journal_records import records_of

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")]
GUIDE = "2001"  # of the sample hall: guide desk only, no window
PHONE = "13812345678"
NAME = "李梅"
# No wall clock in the way: today can be booked, and the numbers wait longer than a slow machine.
RULES = """
[profile_overrides.appointments]
window_lead_days = 0

[profile_overrides.tickets]
confirm_seconds = 600
"""


class Hall:
    """The sample hall with simulators and stations as processes of their own."""

    def __init__(self, folder: Folder, children: Children, token: str) -> None:
        self.folder, self._children, self._token = folder, children, token
        self._hands: list[Hand] = []
        self.store: SqlStore = open_store(folder.url, load_keys(folder.keys))

    def simulator(self, kind: str) -> Simulator:
        own = self.folder.path / kind
        own.mkdir()
        child = self._children.start(f"sim-{kind}", "devices.sim", kind, "--dir", str(own))
        ready = child.ready("control", READY_SECONDS)
        return Simulator(kind, str(ready["url"]), str(ready["control"]))

    def station(self, name: str, module: str, toml: str) -> Hand:
        path = write_config(Station(name, module, toml), self.folder)
        path.write_text(path.read_text(encoding="utf-8") + RULES, encoding="utf-8")
        child = self._children.start(name, module, "--config", str(path))
        hand = connect_hands({name: child}, self._token)[name]
        self._hands.append(hand)
        return hand

    def close(self) -> None:
        for hand in self._hands:
            hand.close()
        self.store.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    with Children(folder.logs, child_environment(folder, token, headless=True)) as children:
        made = Hall(folder, children, token)
        yield made
        made.close()


@pytest.mark.req("Q-01", "Q-09", "Q-11", "Q-17")
def test_a_guide_answers_help_takes_a_number_and_books_between_real_processes(hall: Hall) -> None:
    printer, modem = hall.simulator("ticket_printer"), hall.simulator("sms_modem")
    kiosk = hall.station("kiosk-1", "kiosk_app", "\n[kiosk]\nfullscreen = false\nspoken_prompts = false\n")
    guide = hall.station(
        "guide-1",
        "counter_app",
        f'\n[devices]\nticket_printer = "{printer.url}"\nsms_modem = "{modem.url}"\n\n[counter]\nwindow = 0\n',
    )
    guide.wait(lambda s: s["screen"] == "sign_in" and s["online"], "the sign-in page", timeout=90)
    guide.type("staff_number", GUIDE)
    guide.type("password", f"demo-{GUIDE}")
    guide.click("sign_in")
    guide.wait(lambda s: s["screen"] == "start", "the pages of a desk without a window", timeout=60)

    # Somebody at the kiosk needs a person.
    kiosk.wait(lambda s: s["screen"] == "home", "the kiosk's home", timeout=90)
    kiosk.click("help")
    guide.wait(lambda s: "求助：抽号机 1" in (s["message"] or ""), "the call for help, before the page is open")
    guide.click("start_open_guide")
    guide.wait(lambda s: s["screen"] == "guide" and s["page"]["help"] == 1, "the open call")
    guide.key("guide_page", "F1")
    guide.wait(lambda s: s["page"]["help"] == 0, "answered")

    # A number for somebody, printed at the desk.
    guide.click("guide_tab_items")
    guide.type("guide_search", "SX002")
    guide.wait(lambda s: s["page"]["lines"] == ["SX002"], "the item")
    guide.click("guide_act_take")
    guide.type("guide_field_name", NAME)
    guide.type("guide_field_phone", PHONE)
    guide.click("guide_form_ok")
    state = guide.wait(lambda s: s["page"]["taking"] == "paper", "the paper")
    label = state["page"]["label"]
    (paper,) = printer.do("paper")["papers"]
    assert label in str(paper["text"])
    assert NAME not in str(paper["text"])
    with hall.store.reading() as uow:
        (ticket,) = uow.tickets.in_state(uow.now.date(), (TicketState.WAITING,))
        assert (ticket.label, ticket.station, uow.tickets.holder_of(ticket.id).phone) == (label, "guide-1", PHONE)
    guide.click("guide_number_close")

    # The first person asked stays responsible.
    guide.click("guide_tab_contacts")
    guide.click("guide_act_log_contact")
    guide.type("guide_field_question", "危房改造补助")
    guide.type("guide_field_passed_to", "7号窗口")
    guide.click("guide_form_ok")
    guide.wait(lambda s: s["page"]["form"] is None and len(s["page"]["lines"]) == 1, "followed")

    # An appointment with its reply by SMS.
    guide.click("guide_back")
    guide.click("start_open_appointments")
    guide.type("appointments_search", "SX002")
    guide.wait(lambda s: [line[0] for line in s["page"]["lines"]] == ["SX002"], "the item")
    guide.click("appointments_act_choose")
    guide.click("appointments_act_later")  # tomorrow, whatever the time is now
    state = guide.wait(lambda s: s["page"]["lines"] and s["page"]["lines"][0][0].startswith("00:00"), "tomorrow")
    guide.click("appointments_act_book")
    guide.type("appointments_field_name", NAME)
    guide.type("appointments_field_phone", PHONE)
    guide.click("appointments_form_ok")
    guide.wait(lambda s: s["page"]["reply"], "the reply")
    guide.click("appointments_reply_sms")
    guide.wait(lambda s: s["page"]["sms"] == "given", "the SMS")
    guide.click("appointments_reply_paper")
    guide.wait(lambda s: s["page"]["paper"] == "given", "the reply on the ticket printer's paper")
    with hall.store.reading() as uow:
        (made,) = uow.registers.appointments.where()
    (message,) = modem.do("state")["messages"]
    assert made.code in str(message)
    assert made.code in str(printer.do("paper")["papers"][-1]["text"])

    # Nothing personal is left in the clear, and the proof holds.
    texts = [log.read_text(encoding="utf-8", errors="replace") for log in hall.folder.logs.glob("*.log")]
    records = [str(record) for record in records_of(hall.store)]
    for secret in (NAME, PHONE):
        assert not [text for text in (*texts, *records) if secret in text]
    assert verify_database(hall.store.database, load_keys(hall.folder.keys)).ok
