"""The health desk of a running counter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from db.store import SqlStore
from devices.sim.host import SimHost
from devices.sim.pad import SimPad
from devices.sim.wires import TcpWire
from hall.identity import Role, system_at
from hall.supervision.device_health import DeviceFacts, health_of_station, record_health
from hall.supervision.station_beat import record_beat
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.stores import OpenStore

OpenStation = Callable[..., Station]


@pytest.fixture
def pad() -> Iterator[SimHost]:
    """A pad on a loopback port."""
    with SimHost(SimPad(), TcpWire()) as host:
        yield host


def make_guide(store: SqlStore) -> None:
    with store.begin() as uow:
        clerk = uow.clerks.get("1027")
        uow.clerks.put(replace(clerk, roles=clerk.roles | {Role.GUIDE}))
        uow.commit()


def test_f9_shows_every_device_with_its_state_and_what_to_do(open_station: OpenStation, pad: SimHost) -> None:
    station = open_station(pad=pad.url, others={"voice": "voice+null://"})
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    station.press(Qt.Key.Key_F9, lambda s: s["screen"] == "health")
    assert station.text("health_counter-3_voice_state") == "● 正常"
    assert station.text("health_counter-3_rating_pad_state") == "▲ 可用，功能受限"
    assert "按键" in station.text("health_counter-3_rating_pad_to_do")
    assert station.text("health_summary") == "共 2 台设备，没有需要处理的。"
    pad.command("fault", {"name": "go_awol"})
    station.until(lambda s: s["troubles"] == ["counter-3/rating_pad offline"])
    assert station.text("health_counter-3_rating_pad_state") == "✕ 未连接，自动重连中"
    assert "电源" in station.text("health_counter-3_rating_pad_to_do")
    assert station.text("health_summary") == "1 台设备需要处理，共 2 台。"
    station.press(Qt.Key.Key_Escape, lambda s: s["screen"] == "work")
    assert station.text("health_open") == "设备 1 F9"
    assert station.state["message"] is None, "who does not look after the hall is not interrupted"
    pad.command("clear")
    station.until(lambda s: s["troubles"] == [])
    station.click("health_open")
    station.until(lambda s: s["screen"] == "health")
    station.click("health_back")
    station.until(lambda s: s["screen"] == "work")
    assert station.text("health_open") == "设备 F9"


def test_who_looks_after_the_hall_is_told_at_once_and_told_again_when_it_is_over(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    station = open_station(pad=pad.url)
    make_guide(sqlite_store)
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    pad.command("fault", {"name": "go_awol"})
    station.until(lambda s: "评价器：未连接" in (s["message"] or ""))
    pad.command("clear")
    station.until(lambda s: "评价器：可用" in (s["message"] or ""))


def kiosk_says(store: SqlStore, **facts: str) -> None:
    with store.begin() as uow:
        said = DeviceFacts("online", facts.pop("health", "ok"), **facts, ready=not facts)
        record_health(uow, "ticket_printer", said, by=system_at("kiosk-1"))
        uow.commit()


def test_another_stations_printer_without_paper_reaches_the_guide_desk_within_the_feed(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    make_guide(sqlite_store)
    kiosk_says(sqlite_store)
    station = open_station()
    station.sign_in()
    station.press(Qt.Key.Key_F9, lambda s: s["screen"] == "health")
    assert station.text("health_kiosk-1_ticket_printer_state") == "● 正常"
    station.press(Qt.Key.Key_F9, lambda s: s["screen"] == "work")
    kiosk_says(sqlite_store, health="fault", paper="out")
    station.until(lambda s: s["troubles"] == ["kiosk-1/ticket_printer paper_out"])
    assert station.state["message"].startswith("抽号机 1 号票打印机：缺纸。打开机盖换纸")
    assert station.text("health_open") == "设备 1 F9"
    kiosk_says(sqlite_store)
    station.until(lambda s: s["message"] == "抽号机 1 号票打印机：正常。")


def test_what_this_window_devices_say_is_on_record_for_the_others(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    def kept() -> list[tuple[str, str]]:
        with sqlite_store.reading() as uow:
            return [(d.kind, d.link) for d in health_of_station(uow, "counter-3")]

    station = open_station(pad=pad.url)
    station.qtbot.waitUntil(lambda: kept() == [("rating_pad", "online")], timeout=WAIT_MS)
    pad.command("fault", {"name": "go_awol"})
    station.qtbot.waitUntil(lambda: kept() == [("rating_pad", "offline")], timeout=WAIT_MS)


def test_a_station_that_was_switched_off_is_not_shown_as_well(
    open_station: OpenStation, sqlite_store: SqlStore, open_test_store: OpenStore
) -> None:
    make_guide(sqlite_store)
    earlier = open_test_store(
        str(sqlite_store.database.engine.url), clock=lambda: datetime.now(UTC) - timedelta(minutes=10)
    )
    kiosk_says(earlier)
    station = open_station()
    station.sign_in()
    station.until(lambda s: s["troubles"] == ["kiosk-1/ticket_printer silent"])
    assert station.text("health_open") == "设备 1 F9"
    station.press(Qt.Key.Key_F9, lambda s: s["screen"] == "health")
    assert station.text("health_kiosk-1_ticket_printer_state") == "✕ 未知，该站点已失联"
    assert "是否开机" in station.text("health_kiosk-1_ticket_printer_to_do")
    with sqlite_store.begin() as uow:
        record_beat(uow, by=system_at("kiosk-1"))
        uow.commit()
    kiosk_says(sqlite_store, health="degraded")
    kiosk_says(sqlite_store)
    station.until(lambda s: s["troubles"] == [])
    assert station.text("health_kiosk-1_ticket_printer_state") == "● 正常"
