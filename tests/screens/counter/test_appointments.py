"""The appointments page of a running counter, by keyboard, with an A4 printer and an SMS modem on the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.store import SqlStore
from devices.sim.host import SimHost
from devices.sim.ipp import IppSim
from devices.sim.modem import SimModem
from devices.sim.wires import TcpWire
from hall.appointments.appointment import Appointment
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.journal_records import records_of
from tests.support.stores import ZONE, OpenStore, make_sqlite

OpenStation = Callable[..., Station]
PHONE = "13812345678"


@pytest.fixture
def sqlite_store(tmp_path: Path, open_test_store: OpenStore) -> SqlStore:
    """Wednesday 2025-03-05, 9:30."""
    return open_test_store(make_sqlite(tmp_path), clock=lambda: datetime(2025, 3, 5, 9, 30, tzinfo=ZONE))


@pytest.fixture
def modem() -> Iterator[SimHost]:
    with SimHost(SimModem(), TcpWire()) as host:
        yield host


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[SimHost]:
    folder = tmp_path / "a4"
    folder.mkdir()
    with SimHost(IppSim(folder), TcpWire(scheme="ipp")) as host:
        yield host


def booked(store: SqlStore) -> list[Appointment]:
    with store.reading() as uow:
        return list(uow.registers.appointments.where())


def on_record(store: SqlStore) -> list[tuple[str, Any]]:
    return [(r.kind, r.payload.get("way")) for r in records_of(store) if r.kind.startswith("appointment.")]


def open_page(station: Station) -> None:
    station.sign_in()
    station.until(lambda _: all(d.condition.value != "starting" for d in station.counter.health.state.own))
    station.press(Qt.Key.Key_F6, lambda s: s["screen"] == "appointments" and s["page"]["section"])


def book(station: Station) -> None:
    """From the item to the booking, all by keyboard."""
    station.key(Qt.Key.Key_F3)
    station.widget("appointments_search")
    station.type("spjyxk")
    station.until(lambda s: len(s["page"]["lines"]) == 1)
    station.press(Qt.Key.Key_Return, lambda s: s["page"]["section"] == "slots" and s["page"]["lines"])
    assert "2025-03-10 周一" in station.state["page"]["note"]
    station.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] == "book")
    station.type("李梅")
    station.widget("appointments_field_phone").setFocus()
    station.type(PHONE)
    station.press(Qt.Key.Key_Return, lambda s: s["page"]["reply"])


@pytest.mark.req("Q-11")
def test_a_booking_by_keyboard_and_its_reply_on_paper_and_by_sms(
    open_station: OpenStation, sqlite_store: SqlStore, printer: SimHost, modem: SimHost
) -> None:
    station = open_station(others={"a4_printer": printer.url, "sms_modem": modem.url})
    open_page(station)
    book(station)
    (made,) = booked(sqlite_store)
    assert made.at == datetime(2025, 3, 10, 9, 0, tzinfo=ZONE)
    reply = station.text("appointments_reply_text")
    assert "1.申请书；2.身份证" in reply
    assert made.code in reply
    station.press(Qt.Key.Key_P, lambda s: s["page"]["paper"] == "given")
    station.press(Qt.Key.Key_S, lambda s: s["page"]["sms"] == "given")
    (message,) = modem.command("state")["messages"]
    assert PHONE in str(message)
    assert made.code in str(message)
    station.qtbot.waitUntil(lambda: len(on_record(sqlite_store)) == 3, timeout=WAIT_MS)
    assert on_record(sqlite_store) == [
        ("appointment.booked", None),
        ("appointment.replied", "paper"),
        ("appointment.replied", "sms"),
    ]
    assert station.text("appointments_reply_ways") == "已打印 · 短信已发出"
    station.press(Qt.Key.Key_Return, lambda s: not s["page"]["reply"])


@pytest.mark.req("Q-11")
def test_a_modem_without_a_card_fails_calmly_and_the_paper_still_goes(
    open_station: OpenStation, sqlite_store: SqlStore, printer: SimHost, modem: SimHost
) -> None:
    station = open_station(others={"a4_printer": printer.url, "sms_modem": modem.url})
    open_page(station)
    book(station)
    modem.command("fail", {"at": "text", "error": "CMS 38"})
    station.press(Qt.Key.Key_S, lambda s: s["page"]["sms"] in ("failed", "in_doubt"))
    assert station.text("appointments_reply_ways").startswith("未打印 · 短信未发出，可打印")
    assert station.text("appointments_reply_trouble")
    station.press(Qt.Key.Key_P, lambda s: s["page"]["paper"] == "given")
    station.qtbot.waitUntil(lambda: len(on_record(sqlite_store)) == 3, timeout=WAIT_MS)
    assert on_record(sqlite_store)[1:] == [("appointment.reply_failed", "sms"), ("appointment.replied", "paper")]


def test_without_printer_and_modem_the_reply_stands_on_the_page_and_says_so(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    station = open_station()
    open_page(station)
    book(station)
    assert station.text("appointments_reply_ways") == "本站无打印机 · 本站无短信设备"
    assert not station.widget("appointments_reply_sms").isEnabled()
    station.press(Qt.Key.Key_Escape, lambda s: not s["page"]["reply"])
    station.press(Qt.Key.Key_3, lambda s: s["page"]["section"] == "booked")
    station.click("appointments_act_find")
    station.until(lambda s: s["page"]["form"] == "find")
    station.type(PHONE)
    station.press(Qt.Key.Key_Return, lambda s: len(s["page"]["lines"]) == 1)
    station.click("appointments_act_cancel")
    station.until(lambda s: s["page"]["form"] == "cancel")
    station.press(Qt.Key.Key_Return, lambda s: "原因" in s["page"]["form_error"])
    station.type("行程有变")
    station.press(Qt.Key.Key_Return, lambda s: s["page"]["form"] is None and s["page"]["busy"] is None)
    station.until(lambda s: s["page"]["lines"] and s["page"]["lines"][0][1] == "已取消")
    assert [str(a.state) for a in booked(sqlite_store)] == ["cancelled"]
