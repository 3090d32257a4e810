"""The duty page of a running counter: leave with its signatures, cover, hand-over, posts and trainings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from hall.identity import Actor, Role
from hall.profile import BPostRule, HallProfile
from hall.staffing.assignment import Assignment
from hall.staffing.clerk import Clerk
from hall.staffing.establishment import assign
from hall.staffing.leave import LeaveState
from hall.staffing.leave_rule import LeaveRule
from hall.staffing.leave_service import sign_leave, to_sign
from hall.staffing.window import Post, WindowState
from qt_common import theme
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.sample_hall import FOOD, PROFILE, SHOP, PlainHasher, fill
from tests.support.sheet_page import SheetPage
from tests.support.stores import ZONE, OpenStore, make_sqlite

MORNING = datetime(2025, 3, 3, 8, 55, tzinfo=ZONE)
ANKANG = replace(PROFILE, leave=LeaveRule.ANKANG, b_post=BPostRule.B_FIRST_HALF_DAY)
CENTRE = Actor("3001", frozenset({Role.CENTRE}), "counter-3")


class Hall:
    """The sample hall at a time the test sets, and the counters in it."""

    def __init__(self, qtbot: QtBot, folder: Path, open_store: OpenStore, keys: Keys) -> None:
        self.now = MORNING
        self._qtbot, self._folder, self._keys = qtbot, folder, keys
        self.store = open_store(make_sqlite(folder), clock=lambda: self.now)
        fill(self.store)
        self.stations: list[Station] = []
        hasher = PlainHasher()
        with self.store.begin() as uow:
            leader = frozenset({Role.CENTRE, Role.CLERK})
            uow.clerks.put(Clerk("3001", "周强", "zx", leader, hasher.hash("pw-3001"), frozenset({FOOD.code})))
            post = Assignment(0, "1027", 3, Post.A, date(2022, 3, 1), date(2022, 2, 20), "主管副区长")
            assign(uow, post, by=CENTRE)
            uow.commit()

    def counter(self, profile: HallProfile, window: int = 3) -> Station:
        station = Station(self._qtbot, self.store, self._keys, self._folder, profile=profile, window=window)
        self.stations.append(station)
        return station

    def slip(self) -> Any:
        with self.store.reading() as uow:
            return uow.registers.leave.where(clerk="1027")[-1]

    def window(self, number: int = 3) -> Any:
        with self.store.reading() as uow:
            return uow.windows.get(number)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)


@pytest.fixture
def hall(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, open_test_store: OpenStore, hall_keys: Keys
) -> Iterator[Hall]:
    theme.install(qapp)
    made = Hall(qtbot, tmp_path, open_test_store, hall_keys)
    yield made
    for station in made.stations:
        station.close()


def open_page(station: Station, section: str) -> None:
    station.press(Qt.Key.Key_F7, lambda s: s["screen"] == "duty")
    station.click(f"duty_tab_{section}")


def cells(station: Station) -> list[list[str]]:
    return SheetPage(station, "duty").cells()


def write(station: Station, **fields: str) -> None:
    SheetPage(station, "duty").write(**fields)


def says(station: Station, name: str, text: str) -> None:
    SheetPage(station, "duty").says(name, text)


def message(station: Station, text: str) -> None:
    SheetPage(station, "duty").message(text)


def ask_for_the_afternoon(hall: Hall, station: Station) -> None:
    open_page(station, "leave")
    station.click("duty_act_ask")
    write(station, reason="家中有事")
    assert station.widget("duty_field_from_time").property("text") == "13:00"  # the next half day
    QTest.keyClick(station.widget("duty_field_reason"), Qt.Key.Key_Return)
    message(station, "请假条已提交")
    slip = hall.slip()
    assert (slip.starts.hour, slip.ends.hour, str(slip.days)) == (13, 17, "1/2")


def signed(hall: Hall, by: Actor = CENTRE) -> None:
    with hall.store.begin() as uow:
        sign_leave(uow, hall.slip().id, by=by)
        uow.commit()


@pytest.mark.req("W-03", "W-04")
def test_scene_9_under_ankang_a_stays_until_b_has_signed_in(hall: Hall) -> None:
    station = hall.counter(ANKANG)
    station.sign_in()
    hall.now += timedelta(hours=3, minutes=10)
    open_page(station, "leave")
    station.click("duty_act_ask")
    says(station, "duty_form_hint", "共 0.5 天，须经 政务中心 审批。须先由顶岗人员在本窗口签到")
    station.key(Qt.Key.Key_Escape)
    station.key(Qt.Key.Key_Escape)
    station.until(lambda s: s["screen"] == "work")
    ask_for_the_afternoon(hall, station)
    signed(hall)
    hall.wait(lambda: [row[2] for row in cells(station)] == ["已批准"])
    station.click("duty_act_go")
    message(station, "须由B岗人员签到上岗后方可离岗")
    assert (hall.slip().state, hall.window().clerk) == (LeaveState.APPROVED, "1027")

    station.click("duty_tab_cover")
    station.click("duty_act_stand_by")
    write(station, number="1031", password="wrong")
    station.click("duty_form_ok")
    says(station, "duty_form_error", "工号或密码不正确")
    assert station.widget("duty_field_number").property("text") == "1031", "nothing typed is lost"
    write(station, password="pw-1031")
    station.click("duty_form_ok")
    message(station, "顶岗人员已签到")
    hall.wait(lambda: [row[0] for row in cells(station)] == ["张伟 1027", "李娜 1031"])

    station.click("duty_tab_leave")
    station.click("duty_act_go")
    station.until(lambda s: s["screen"] == "sign_in")
    assert hall.slip().state is LeaveState.LEFT
    assert (hall.window().clerk, hall.window().state) == ("1031", WindowState.OPEN)
    assert station.text("sign_in_notice") == "本窗口已由 李娜 接岗，请 李娜 签到后继续办理。"
    station.sign_in("1031")
    assert station.state["clerk"] == "1031"


@pytest.mark.req("W-03", "W-04")
def test_scene_9_under_pingqiao_a_single_post_needs_no_cover_for_half_a_day(hall: Hall) -> None:
    station = hall.counter(PROFILE)
    station.sign_in()
    hall.now += timedelta(hours=3, minutes=10)
    open_page(station, "leave")
    station.click("duty_act_ask")
    says(station, "duty_form_hint", "共 0.5 天，须经 首席代表 审批。批准后报督查股备案。离岗时无须顶岗人员。")
    station.key(Qt.Key.Key_Escape)
    station.key(Qt.Key.Key_Escape)
    ask_for_the_afternoon(hall, station)
    with hall.store.begin() as uow:
        clerk = uow.clerks.get("1031")
        uow.clerks.put(replace(clerk, roles=clerk.roles | {Role.CHIEF}))
        uow.commit()
    signed(hall, Actor("1031", frozenset({Role.CHIEF}), "counter-5"))
    hall.wait(lambda: [row[2] for row in cells(station)] == ["已批准"])
    station.click("duty_act_go")
    station.until(lambda s: s["screen"] == "sign_in")
    assert hall.slip().state is LeaveState.LEFT
    assert hall.window().state is WindowState.CLOSED
    assert "本窗口已关闭" in station.text("sign_in_notice")


@pytest.mark.req("W-04")
def test_the_ladder_is_said_before_a_slip_is_sent_and_typing_survives_closing_the_form(hall: Hall) -> None:
    station = hall.counter(PROFILE)
    station.sign_in()
    open_page(station, "leave")
    station.click("duty_act_ask")
    says(station, "duty_form_hint", "首席代表 审批")
    write(station, reason="探亲", to_day="2025-03-04", to_time="17:00")
    says(station, "duty_form_hint", "共 2 天，须经 首席代表、中心主管副职 审批。")
    write(station, to_day="2025-03-05", to_time="12:00")
    says(station, "duty_form_hint", "共 2.5 天，须经 中心主管副职、派驻单位主管领导 审批。")
    write(station, to_time="25:00")
    QTest.keyClick(station.widget("duty_field_reason"), Qt.Key.Key_Return)
    says(station, "duty_form_error", "时间请写成 14:30")
    station.key(Qt.Key.Key_Escape)
    station.click("duty_act_ask")
    assert station.widget("duty_field_reason").property("text") == "探亲"
    write(station, from_time="11:40", to_day="2025-03-03", to_time="12:00")
    says(station, "duty_form_hint", "不超过 30 分钟，无需审批。")


@pytest.mark.req("W-04", "W-05", "W-06", "W-09")
def test_a_centre_leader_signs_sees_the_day_assigns_and_records_trainings(hall: Hall) -> None:
    asker = hall.counter(ANKANG)
    asker.sign_in()
    hall.now += timedelta(hours=3, minutes=10)
    ask_for_the_afternoon(hall, asker)
    asker.close()
    station = hall.counter(ANKANG, window=5)
    with hall.store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.save(window, replace(window, items=frozenset({FOOD.code})))
        uow.commit()
    station.sign_in("3001")
    open_page(station, "to_sign")
    hall.wait(lambda: cells(station) == [["张伟 1027", "03-03 13:00–17:00", "0.5 天", "—", "家中有事"]])
    station.click("duty_act_refuse")
    station.click("duty_form_ok")
    says(station, "duty_form_error", "请填写“不批准的原因”")
    station.key(Qt.Key.Key_Escape)
    station.click("duty_act_sign")
    message(station, "已批准")
    assert hall.slip().state is LeaveState.APPROVED
    with hall.store.reading() as uow:
        assert to_sign(uow, by=CENTRE) == []

    station.click("duty_tab_attendance")
    rows = cells(station)
    assert ["张伟 1027", "3号窗口", "09:00–12:00", "08:55", "—", "未签退"] in rows
    station.click("duty_tab_posts")
    assert cells(station)[0][5] == "已满两年，应轮岗"
    station.click("duty_act_end_post")
    station.click("duty_form_ok")
    says(station, "duty_form_error", "先进后出")
    station.key(Qt.Key.Key_Escape)
    station.click("duty_act_assign")
    write(station, clerk="1031", window="3", post="A", approved_by="主管副区长")
    station.click("duty_form_ok")
    message(station, "已登记派驻")
    hall.wait(lambda: [row[2] for row in cells(station)] == ["李娜 1031", "张伟 1027"])
    station.click("duty_tab_trainings")
    station.click("duty_act_train")
    write(station, clerk="1031", item=SHOP.code, passed="0")
    station.click("duty_form_ok")
    message(station, "已登记培训")
    with hall.store.reading() as uow:
        assert SHOP.code not in uow.clerks.get("1031").trained_items


@pytest.mark.req("W-03")
def test_a_hand_over_from_the_page_gives_the_window_to_b(hall: Hall) -> None:
    station = hall.counter(PROFILE)
    station.sign_in()
    open_page(station, "cover")
    hall.wait(lambda: len(cells(station)) == 1)
    station.key(Qt.Key.Key_Return)
    write(station, number="1031", password="pw-1031", post="B")
    QTest.keyClick(station.widget("duty_field_password"), Qt.Key.Key_Return)
    hall.wait(lambda: len(cells(station)) == 2)
    station.key(Qt.Key.Key_Down)
    station.click("duty_act_hand_over")
    station.until(lambda s: s["screen"] == "sign_in")
    assert (hall.window().clerk, hall.window().post) == ("1031", Post.B)


@pytest.mark.req("W-05")
def test_a_vacant_post_shows_while_it_lasts(hall: Hall) -> None:
    hall.now = MORNING + timedelta(minutes=20)
    station = hall.counter(PROFILE, window=5)
    with hall.store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.save(window, replace(window, items=frozenset({FOOD.code})))
        uow.commit()
    station.sign_in("3001")
    station.counter.sweeper.run()
    open_page(station, "vacancies")
    hall.wait(lambda: cells(station) == [["3号窗口", "09:00", "仍无人在岗", "15 分钟"]])
    assert station.text("duty_tab_vacancies").endswith("空岗 1")
