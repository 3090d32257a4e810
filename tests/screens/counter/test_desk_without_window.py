"""A desk without a window (管理席): those who sign and supervise reach their pages without serving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.store import SqlStore
from hall.identity import Role
from hall.staffing.clerk import Clerk
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.journal_records import records_of
from tests.support.sample_hall import PlainHasher

OpenStation = Callable[..., Station]


def member(store: SqlStore, number: str, name: str, *roles: Role) -> None:
    with store.begin() as uow:
        uow.clerks.put(Clerk(number, name, "zx", frozenset(roles), PlainHasher().hash(f"pw-{number}")))
        uow.commit()


def enter(station: Station, number: str) -> None:
    station.until(lambda s: s["online"])
    for name, text in (("staff_number", number), ("password", f"pw-{number}")):
        field = station.widget(name)
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(station.widget("password"), Qt.Key.Key_Return)


@pytest.mark.req("W-04", "W-07")
def test_a_centre_leader_signs_in_with_number_and_password_only_and_reaches_the_pages(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    member(sqlite_store, "3001", "周强", Role.CENTRE)
    station = open_station(window=0)
    assert station.text("sign_in_window") == "管理席"
    assert not station.window.findChild(type(station.widget("sign_in")), "post_A").isVisible()
    enter(station, "3001")
    station.until(lambda s: s["screen"] == "start" and s["clerk"] == "3001")
    assert station.text("start_who") == "周强，工号 3001"
    station.press(Qt.Key.Key_F7, lambda s: s["screen"] == "duty")
    station.qtbot.waitUntil(lambda: "周强" in station.text("duty_summary"), timeout=WAIT_MS)
    station.press(Qt.Key.Key_Escape, lambda s: s["screen"] == "start")
    station.click("start_open_duty")
    station.until(lambda s: s["screen"] == "duty")
    station.press(Qt.Key.Key_Escape, lambda s: s["screen"] == "start")
    station.press(Qt.Key.Key_F9, lambda s: s["screen"] == "health")
    station.press(Qt.Key.Key_Escape, lambda s: s["screen"] == "start")
    station.click("start_sign_out")
    station.until(lambda s: s["screen"] == "sign_in" and s["clerk"] is None)
    said = [(r.kind, r.actor, r.station) for r in records_of(sqlite_store) if r.kind.startswith("desk.")]
    assert said == [("desk.signed_in", "3001", "counter-0"), ("desk.signed_out", "3001", "counter-0")]


def test_who_has_no_page_there_is_told_so_and_stays_on_the_sign_in_page(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    member(sqlite_store, "9001", "管理员", Role.ADMIN)
    with sqlite_store.begin() as uow:
        clerk = uow.clerks.get("9001")
        uow.clerks.put(replace(clerk, roles=frozenset({Role.CITIZEN})))
        uow.commit()
    station = open_station(window=0)
    enter(station, "9001")
    station.until(lambda s: "没有可在管理席使用的功能" in s["error"])
    assert station.state["screen"] == "sign_in"


def test_a_chief_of_the_hall_is_not_kept_by_an_outage(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    member(sqlite_store, "2001", "赵敏", Role.CHIEF)
    station = open_station(window=0)
    enter(station, "2001")
    station.until(lambda s: s["screen"] == "start")
    station.counter.start_model.set_online(online=False)
    assert "正在自动重连" in station.state["message"]
    station.counter.start_model.set_online(online=True)
    assert station.state["message"] == "数据库已恢复连接。"
