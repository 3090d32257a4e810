"""The guide desk's page of a running counter, by keyboard, on a real database with a printer on the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.store import SqlStore
from devices.id_card_reader.id_number import check_digit
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from hall.identity import Role, citizen_at
from hall.profile import Hours, Session
from hall.queueing.ticket import TicketState
from hall.staffing.help import call_help
from tests.screens.counter.station import Station
from tests.support.sample_hall import FOOD, PROFILE, take_ticket

OpenStation = Callable[..., Station]
ALWAYS = replace(PROFILE, hours=Hours((Session(time(0), time(23, 59, 59, 999999)),), every_day=True))
NUMBER = "41021119800101123" + check_digit("41021119800101123")


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[SimHost]:
    folder = tmp_path / "paper"
    folder.mkdir()
    with SimHost(PrinterSim(folder), TcpWire()) as host:
        yield host


@pytest.fixture
def guide(open_station: OpenStation, sqlite_store: SqlStore, printer: SimHost) -> Station:
    """Somebody of the guide desk at window 3, on the page."""
    with sqlite_store.begin() as uow:
        clerk = uow.clerks.get("1027")
        uow.clerks.put(replace(clerk, roles=clerk.roles | {Role.GUIDE}))
        uow.commit()
    station = open_station(profile=ALWAYS, others={"ticket_printer": f"{printer.url}?profile=80mm"})
    station.sign_in()
    station.until(lambda _: station.counter.health.state.own[0].condition.value == "ready")
    return station


def page(station: Station) -> dict[str, Any]:
    shown = station.state["page"]
    assert isinstance(shown, dict)
    return shown


def fill_in(station: Station, field: str, text: str) -> None:
    station.widget(f"guide_field_{field}").setFocus()
    station.type(text)


def find(station: Station, words: str) -> None:
    station.key(Qt.Key.Key_F3)
    station.widget("guide_search")
    station.type(words)


@pytest.mark.req("Q-01", "Q-09")
def test_a_number_for_somebody_is_found_typed_printed_and_waits_by_keyboard_alone(
    guide: Station, printer: SimHost, sqlite_store: SqlStore
) -> None:
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["section"])
    find(guide, "spjyxk")
    guide.until(lambda s: s["page"]["lines"] == [FOOD.code])
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "take")
    guide.type("王建国")
    fill_in(guide, "id_number", NUMBER)
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["taking"] == "paper")
    label = page(guide)["label"]
    assert guide.text("guide_number_label") == label == "A001"
    (paper,) = printer.command("paper")["papers"]
    said = "\n".join(paper["text"]) if isinstance(paper["text"], list) else str(paper["text"])
    assert label in said
    assert "王*国" in said
    assert "王建国" not in said
    with sqlite_store.reading() as uow:
        (ticket,) = uow.tickets.in_state(uow.now.date(), (TicketState.WAITING,))
        assert (ticket.label, uow.tickets.holder_of(ticket.id).id_number) == (label, NUMBER)
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["taking"] == "idle")
    assert page(guide)["section"] == "items"
    guide.key(Qt.Key.Key_Escape)
    guide.until(lambda s: s["screen"] == "work" and label in s["waiting"])


def test_a_printer_without_paper_puts_the_number_on_the_page_to_be_told(guide: Station, printer: SimHost) -> None:
    printer.command("fault", {"name": "paper_out"})
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["section"])
    find(guide, "spjyxk")
    guide.until(lambda s: s["page"]["lines"] == [FOOD.code])
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "take")
    guide.type("李梅")
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["taking"] == "shown")
    assert "缺纸" in guide.text("guide_number_trouble")
    assert guide.text("guide_number_label") == "A001"
    assert printer.command("paper")["papers"] == []
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["taking"] == "told")
    guide.key(Qt.Key.Key_Escape)
    guide.until(lambda s: s["page"]["taking"] == "idle")
    guide.key(Qt.Key.Key_Escape)
    guide.until(lambda s: s["screen"] == "work" and s["waiting"] == ["A001"])


@pytest.mark.req("Q-10")
def test_a_priority_needs_its_reason_and_then_changes_who_is_next(guide: Station, sqlite_store: SqlStore) -> None:
    first, second = take_ticket(sqlite_store), take_ticket(sqlite_store)
    guide.until(lambda s: s["next_ticket"] == first.label)
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["section"])
    guide.until(lambda s: s["page"]["lines"] == [first.label, second.label])
    guide.key(Qt.Key.Key_Down)
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "priority")
    guide.press(Qt.Key.Key_Return, lambda s: "原因" in s["page"]["form_error"])
    fill_in(guide, "reason", "孕 32 周")
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] is None and s["page"]["busy"] is None)
    guide.key(Qt.Key.Key_Escape)
    guide.until(lambda s: s["next_ticket"] == second.label and "孕 32 周" in s["next_reason"])
    with sqlite_store.reading() as uow:
        assert uow.tickets.get(second.id).priority_reason == "孕 32 周"


def test_the_button_that_has_the_focus_keeps_it_when_others_come_and_go(
    guide: Station, sqlite_store: SqlStore
) -> None:
    first = take_ticket(sqlite_store)
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["section"])
    guide.until(lambda s: s["page"]["lines"] == [first.label])
    guide.widget("guide_act_void").setFocus()
    second = take_ticket(sqlite_store)
    guide.until(lambda s: s["page"]["lines"] == [first.label, second.label])
    assert guide.text("guide_tab_waiting") == "1 等候 2"
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "void")


def test_a_call_for_help_is_told_on_the_work_page_and_answered_with_f1(
    guide: Station, sqlite_store: SqlStore
) -> None:
    with sqlite_store.begin() as uow:
        call_help(uow, by=citizen_at("kiosk-2"), page="identify")
        uow.commit()
    guide.until(lambda s: (s["message"] or "").startswith("求助：抽号机 2（刷身份证）"))
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["help"] == 1)
    guide.press(Qt.Key.Key_F1, lambda s: s["page"]["help"] == 0)
    with sqlite_store.reading() as uow:
        (call,) = uow.registers.help_calls.where()
    assert call.answered_by == "1027"


@pytest.mark.req("Q-17")
def test_what_is_typed_into_a_first_contact_survives_what_happens_in_the_hall(
    guide: Station, sqlite_store: SqlStore
) -> None:
    guide.press(Qt.Key.Key_F4, lambda s: s["screen"] == "guide" and s["page"]["section"])
    guide.press(Qt.Key.Key_5, lambda s: s["page"]["section"] == "contacts")
    guide.click("guide_act_log_contact")
    guide.until(lambda s: s["page"]["form"] == "log_contact")
    guide.type("企业社保开户")
    fill_in(guide, "passed_to", "7号窗口")
    take_ticket(sqlite_store)
    guide.until(lambda _: guide.text("guide_summary").startswith("等候 1 人"))
    assert guide.text("guide_field_question") == "企业社保开户"
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] is None and len(s["page"]["lines"]) == 1)
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "close_contact")
    guide.type("已在7号窗口受理")
    guide.press(Qt.Key.Key_Return, lambda s: s["page"]["lines"] == [] and s["page"]["form"] is None)
    feed = sqlite_store.feed()
    kinds = [record.kind for record in feed.after(0)]
    feed.close()
    assert [kind for kind in kinds if kind.startswith("contact.")] == ["contact.logged", "contact.closed"]
