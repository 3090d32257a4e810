"""The dispatch page of a running counter: load, suggestions and their effect, temporary windows, delegations."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from hall.identity import Actor, Role
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.suggestion import SuggestionState
from hall.staffing.clerk import Clerk
from hall.staffing.window import Window, WindowKind, WindowState
from qt_common import theme
from tests.screens.counter.test_duty_page import Hall
from tests.support.sample_hall import FOOD, MARRIAGE, PROFILE, PlainHasher, open_window, take_ticket
from tests.support.sheet_page import SheetPage
from tests.support.stores import ZONE, OpenStore

LI = Actor("1031", frozenset({Role.CLERK}), "counter-4")


@pytest.fixture
def hall(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, open_test_store: OpenStore, hall_keys: Keys
) -> Iterator[Hall]:
    theme.install(qapp)
    made = Hall(qtbot, tmp_path, open_test_store, hall_keys)
    made.now = datetime(2025, 3, 3, 10, 0, tzinfo=ZONE)
    with made.store.begin() as uow:
        uow.windows.put(Window(4, "市场准入综合窗口", WindowKind.MARKET, "A", frozenset({FOOD.code})))
        leader = frozenset({Role.CENTRE})
        uow.clerks.put(Clerk("3002", "周强", "zx", leader, PlainHasher().hash("pw-3002")))
        guide = frozenset({Role.GUIDE})
        uow.clerks.put(Clerk("4001", "陈静", "zx", guide, PlainHasher().hash("pw-4001")))
        uow.commit()
    yield made
    for station in made.stations:
        station.close()


def dispatch(hall: Hall, number: str = "3002", window: int = 0) -> SheetPage:
    page = SheetPage(hall.counter(PROFILE, window=window), "dispatch")
    page.enter(number)
    page.station.press(Qt.Key.Key_F10, lambda s: s["screen"] == "dispatch")
    return page


@pytest.mark.req("Q-08")
def test_a_suggestion_is_confirmed_by_a_person_and_its_effect_is_measured(hall: Hall) -> None:
    open_window(hall.store, 3, "1027")
    for _ in range(12):
        take_ticket(hall.store)
    page = dispatch(hall)
    page.says("dispatch_advice", "建议开放4号窗口。预计九成群众的等候由约")
    rows = {row[0]: row for row in page.cells()}
    assert rows["3号 无差别综合窗口"][1:4] == ["正在服务", "张伟", "2 项"]
    assert rows["4号 市场准入综合窗口"][6:] == ["12 人", "约 120 分"]
    page.station.key(Qt.Key.Key_Return)
    page.says("dispatch_form_hint", "建议开放4号窗口")
    with hall.store.reading() as uow:
        assert not uow.registers.suggestions.where(), "looking is no decision"
    page.station.click("dispatch_form_ok")
    page.message("请安排人员到 4 号窗口签到")
    with hall.store.reading() as uow:
        [made] = uow.registers.suggestions.where()
        assert (made.state, made.window, made.decided_by) == (SuggestionState.CONFIRMED, 4, "3002")
    page.station.click("dispatch_tab_suggestions")
    page.until(lambda: [row[4] for row in page.cells()] == ["已采纳"])
    page.station.click("dispatch_act_measure")
    page.message("还不足 5 人")
    open_window(hall.store, 4, "1031")
    for _ in range(5):
        hall.now += timedelta(minutes=2)
        with hall.store.begin() as uow:
            call_next(uow, 4, by=LI, profile=PROFILE)
            start_service(uow, 4, by=LI)
            finish_service(uow, 4, by=LI)
            uow.commit()
    page.station.click("dispatch_act_measure")
    page.message("实测 8 分钟")
    page.until(lambda: [(row[3], row[4]) for row in page.cells()] == [("8 分", "已评估")])


@pytest.mark.req("Q-08")
def test_a_declined_suggestion_is_on_record_and_a_calm_hall_has_none(hall: Hall) -> None:
    page = dispatch(hall, "4001")
    page.says("dispatch_note", "没有值得调整的建议")
    open_window(hall.store, 3, "1027")
    for _ in range(12):
        take_ticket(hall.store)
    page.station.click("dispatch_act_compute")
    page.message("已重新计算")
    page.says("dispatch_advice", "建议开放4号窗口")
    page.station.click("dispatch_act_decline")
    page.message("已登记不采纳")
    with hall.store.reading() as uow:
        [made] = uow.registers.suggestions.where()
        assert made.state is SuggestionState.DECLINED
    page.station.click("dispatch_tab_temporary")
    assert page.cells() == []
    assert not page.has("dispatch_act_set_up"), "the guide desk looks, the centre decides"


@pytest.mark.req("Q-07")
def test_a_temporary_window_is_set_up_prolonged_and_taken_away(hall: Hall) -> None:
    page = dispatch(hall)
    page.station.click("dispatch_tab_temporary")
    page.until(lambda: page.has("dispatch_act_set_up"))
    page.station.key(Qt.Key.Key_Return)
    page.write(number="9", name="学籍业务临时窗口", until_time="09:00", reason="新生入学")
    items = page.station.widget("dispatch_field_items")
    assert isinstance(items, QListWidget)
    page.station.click("dispatch_form_ok")
    page.says("dispatch_form_error", "请填写“办理事项”")
    row = next(i for i in range(items.count()) if items.item(i).data(Qt.ItemDataRole.UserRole) == FOOD.code)
    items.setFocus()
    items.setCurrentRow(row)
    QTest.keyClick(items, Qt.Key.Key_Space)
    page.station.click("dispatch_form_ok")
    page.says("dispatch_form_error", "结束时间应晚于现在")
    page.write(until_time="11:00")
    page.station.click("dispatch_form_ok")
    page.message("临时窗口已设立")
    made = hall.window(9)
    assert (made.items, made.temporary_reason) == (frozenset({FOOD.code}), "新生入学")
    assert made.temporary_until == hall.now.replace(hour=11)
    page.until(lambda: [row[:2] for row in page.cells()] == [["9号 学籍业务临时窗口", "未开放"]])
    page.station.click("dispatch_act_prolong")
    page.write(until_time="12:00", reason="排队较多")
    page.station.click("dispatch_form_ok")
    page.message("结束时间已调整")
    assert hall.window(9).temporary_until == hall.now.replace(hour=12)
    open_window(hall.store, 9, "1031")
    hall.now = hall.now.replace(hour=12, minute=0)
    page.station.counter.sweeper.run()
    page.until(lambda: hall.window(9).state is WindowState.CLOSED)
    page.until(lambda: [row[1] for row in page.cells()] == ["已结束"])
    page.station.click("dispatch_act_take_away")
    page.write(reason="结束")
    page.station.click("dispatch_form_ok")
    page.message("窗口已撤销")


@pytest.mark.req("Q-06")
def test_a_delegation_is_filed_and_revoked(hall: Hall) -> None:
    page = dispatch(hall)
    page.station.click("dispatch_tab_delegations")
    page.station.click("dispatch_act_delegate")
    page.write(window="3", basis="文〔2025〕3号")
    items = page.station.widget("dispatch_field_items")
    assert isinstance(items, QListWidget)
    for row in range(items.count()):
        items.item(row).setCheckState(Qt.CheckState.Checked)
    page.station.click("dispatch_form_ok")
    page.says("dispatch_form_error", "只能委托本部门的事项")
    for row in range(items.count()):
        wanted = items.item(row).data(Qt.ItemDataRole.UserRole) == MARRIAGE.code
        items.item(row).setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    page.station.click("dispatch_form_ok")
    page.message("委托已登记")
    assert MARRIAGE.code in hall.window(3).authorised
    page.until(lambda: [row[0:4:3] for row in page.cells()] == [["区民政局", "有效"]])
    page.station.click("dispatch_act_revoke")
    page.write(reason="部门已派人")
    page.station.click("dispatch_form_ok")
    page.message("委托已撤销")
    assert MARRIAGE.code not in hall.window(3).authorised


@pytest.mark.req("Q-09")
def test_how_far_the_told_waits_were_off_is_shown_honestly(hall: Hall) -> None:
    page = dispatch(hall)
    page.station.click("dispatch_tab_estimates")
    page.until(lambda: [row[0] for row in page.cells()] == ["今天", "近 7 天", "近 28 天"])
    assert page.cells()[0][1:4] == ["0 张", "—", "—"]


def test_a_simulation_does_not_hold_up_the_windows_own_work(hall: Hall) -> None:
    with hall.store.begin() as uow:
        clerk = uow.clerks.get("1027")
        uow.clerks.put(replace(clerk, roles=clerk.roles | {Role.GUIDE}))
        uow.commit()
    station = hall.counter(PROFILE)
    held: list[object] = []
    model = next(page.model for page in station.counter.pages.all if page.name == "dispatch")
    aside = station.counter._aside
    gate = threading.Event()
    aside.run(lambda: gate.wait(20), held.append, held.append)
    try:
        station.sign_in()
        station.press(Qt.Key.Key_F10, lambda s: s["screen"] == "dispatch")
        page = SheetPage(station, "dispatch")
        page.message("正在计算，请稍候")
        station.press(Qt.Key.Key_Escape, lambda s: s["screen"] == "work")
        ticket = take_ticket(hall.store)
        station.until(lambda s: s["waiting"] == [ticket.label])
        station.press(Qt.Key.Key_Space, lambda s: s["ticket"] == ticket.label)
    finally:
        gate.set()
    hall.wait(lambda: getattr(model, "data", None) is not None)
