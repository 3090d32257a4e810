"""The complaints page of running counters: taken down, handled by those in charge, seen by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from hall.complaints.complaint import Complaint, ComplaintState
from qt_common import theme
from tests.screens.counter.station import Station
from tests.support.complaint_staff import RUDE, STUCK, add_staff, filed
from tests.support.sample_hall import PROFILE, fill, open_window
from tests.support.sheet_page import SheetPage
from tests.support.stores import ZONE, OpenStore, make_sqlite

MORNING = datetime(2025, 3, 3, 9, 41, tzinfo=ZONE)


class Hall:
    """The sample hall at a time the test sets, and the counters in it."""

    def __init__(self, qtbot: QtBot, folder: Path, open_store: OpenStore, keys: Keys) -> None:
        self.now = MORNING
        self._qtbot, self._folder, self._keys = qtbot, folder, keys
        self.store = open_store(make_sqlite(folder), clock=lambda: self.now)
        fill(self.store)
        add_staff(self.store)
        open_window(self.store, 3, "1027")
        self.stations: list[Station] = []

    def desk(self, number: str) -> tuple[Station, SheetPage]:
        """Somebody signs in at a desk without a window and opens the page."""
        station = Station(self._qtbot, self.store, self._keys, self._folder, window=0, profile=PROFILE)
        self.stations.append(station)
        page = SheetPage(station, "complaints")
        page.enter(number)
        station.press(Qt.Key.Key_F11, lambda s: s["screen"] == "complaints")
        page.until(lambda: page.has("complaints_table"))
        return station, page

    def complaint(self, row: int = 0) -> Complaint:
        with self.store.reading() as uow:
            found: Complaint = uow.registers.complaints.where()[row]
        return found


@pytest.fixture
def hall(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, open_test_store: OpenStore, hall_keys: Keys
) -> Iterator[Hall]:
    theme.install(qapp)
    made = Hall(qtbot, tmp_path, open_test_store, hall_keys)
    yield made
    for station in made.stations:
        station.close()


@pytest.fixture
def act(hall: Hall) -> Callable[..., None]:
    """Press an action, fill its form in, send it, wait for the answer."""

    def do(station: Station, page: SheetPage, name: str, says: str, **fields: str) -> None:
        station.click(f"complaints_act_{name}")
        if fields:
            page.write(**fields)
            station.click("complaints_form_ok")
        page.message(says)

    return do


@pytest.mark.req("R-05")
def test_a_supervisor_takes_a_complaint_from_the_intake_to_its_end(hall: Hall, act: Callable[..., None]) -> None:
    made = filed(hall.store, RUDE)
    filed(hall.store, STUCK)
    hall.now += timedelta(days=2)
    station, page = hall.desk("2002")
    page.until(lambda: len(page.cells()) == 1)  # 办不成事 is not a supervisor's
    (line,) = page.cells()
    assert line[:7] == [
        "已超期 03-04", "待交办", "投诉", "3号窗口 · 张伟 1027", "李*", "—", made.number,
    ]  # fmt: skip
    station.click("complaints_act_assign")
    offered = station.widget("complaints_field_handler")
    assert [offered.itemData(i) for i in range(offered.count())] == ["1070", "2002", "2003"]  # type: ignore[attr-defined]
    page.write(handler="2002")
    station.click("complaints_form_ok")
    page.message("已交办")
    station.click("complaints_tab_working")
    act(station, page, "investigate", "已记录调查情况", words="调看监控，情况属实")
    act(station, page, "answer", "请在期限内反馈", words="已批评教育，向您致歉")
    station.click("complaints_tab_telling")
    page.until(lambda: [row[1] for row in page.cells()] == ["待反馈"])
    act(station, page, "close", "请先向反映人反馈")
    station.click("complaints_act_feed_back")
    page.says("complaints_form_title", "李梅 13812345678")
    page.write(channel="phone", words="满意")
    station.click("complaints_form_ok")
    page.message("已登记反馈")
    act(station, page, "look", "")
    page.until(lambda: [row[1] for row in page.cells()] == ["登记", "交办", "调查", "答复意见", "反馈"])
    assert page.cells()[-1][3] == "电话：满意"
    station.click("complaints_tab_telling")
    act(station, page, "close", "已办结")
    page.until(lambda: page.cells() == [])
    assert hall.complaint().state is ComplaintState.CLOSED
    assert "13812345678" not in str(station.state)


@pytest.mark.req("R-05")
def test_discipline_sees_what_is_stuck_and_the_head_of_the_department_sees_nothing(hall: Hall) -> None:
    filed(hall.store, RUDE)
    stuck = filed(hall.store, STUCK)
    _, page = hall.desk("4001")
    page.until(lambda: [row[6] for row in page.cells()] == [stuck.number])
    hall.stations.pop().close()
    _, page = hall.desk("1060")
    page.until(lambda: page.has("complaints_empty"))
    assert page.cells() == []


@pytest.mark.req("R-05")
def test_the_guide_desk_takes_one_down_and_tells_the_number(hall: Hall) -> None:
    station, page = hall.desk("2001")
    station.click("complaints_act_file")
    page.write(text="排队两小时", window="3", name="李梅", phone="12")
    station.click("complaints_form_ok")
    page.says("complaints_form_error", "联系电话的格式不对")
    assert station.widget("complaints_field_text").property("text") == "排队两小时", "nothing typed is lost"
    page.write(phone="13812345678")
    station.click("complaints_form_ok")
    page.message("已登记，受理编号 T250303")
    made = hall.complaint()
    assert (made.text, made.window, made.clerk, made.person.phone) == ("排队两小时", 3, "1027", "13812345678")
    page.until(lambda: [row[1:] for row in page.cells()] == [[made.number, "投诉", "李*", "待交办"]])
