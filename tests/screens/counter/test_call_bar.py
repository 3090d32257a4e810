"""The call bar (叫号条): a clerk who works in another program calls, serves and asks for help from a slim strip."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.store import SqlStore
from hall.queueing.ticket import TicketState
from tests.screens.counter.station import Station
from tests.support.sample_hall import FOOD, WANG, take_ticket

OpenStation = Callable[..., Station]
Key = Qt.Key


@pytest.fixture
def station(open_station: OpenStation, sqlite_store: SqlStore) -> Station:
    take_ticket(sqlite_store, FOOD, WANG)
    station = open_station()
    station.sign_in()
    station.until(lambda s: s["waiting"] == ["A001"])
    station.key(Key.Key_F8)
    bar = station.counter.windows.bar
    station.qtbot.waitUntil(lambda: bar.isVisible() and not station.window.isVisible(), timeout=10_000)
    return station


def test_a_citizen_is_served_from_the_bar_alone(station: Station, sqlite_store: SqlStore) -> None:
    bar = station.counter.windows.bar
    assert station.text("bar_number", bar) == "—"
    station.click("bar_call_next", bar)
    station.until(lambda s: s["ticket_state"] == "called")
    assert station.text("bar_number", bar) == "A001"
    QTest.keyClick(bar, Key.Key_R)
    station.until(lambda s: s["calls"] == 2)
    QTest.keyClick(bar, Key.Key_Return)
    station.until(lambda s: s["ticket_state"] == "serving")
    QTest.keyClick(bar, Key.Key_F)
    station.until(lambda s: s["ticket"] is None)
    with sqlite_store.reading() as uow:
        assert uow.tickets.in_state(uow.now.date(), (TicketState.FINISHED,))[0].label == "A001"
    assert not station.window.isVisible()


def test_help_is_called_from_the_bar_and_the_clerk_is_told(station: Station, sqlite_store: SqlStore) -> None:
    bar = station.counter.windows.bar
    station.click("bar_help", bar)
    station.until(lambda s: s["message"] is not None)
    assert station.text("bar_text", bar) == "已通知导办台，请稍候。"
    kinds = [record.kind for record in sqlite_store.feed().after(0)]
    assert kinds.count("help.called") == 1


def test_the_bar_shows_only_what_makes_sense_and_leads_back(station: Station) -> None:
    bar = station.counter.windows.bar
    enabled = {name for name in ("call_next", "recall", "start", "finish", "miss", "help")
               if station.widget(f"bar_{name}", bar).isEnabled()}  # fmt: skip
    assert enabled == {"call_next", "help"}
    QTest.keyClick(bar, Key.Key_F8)
    station.qtbot.waitUntil(lambda: station.window.isVisible() and not bar.isVisible(), timeout=10_000)
    assert station.state["screen"] == "work"
