"""The home page stands before the kiosk: a touch is answered or waits with a sign; it neither fails nor lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.holidays import working_calendar
from db.store import SqlStore
from hall.catalogue.department import Department
from kiosk_app.catalogue_file import CatalogueFile
from kiosk_app.front import Front
from kiosk_app.front_facts import FrontFacts
from kiosk_app.journey_state import NoticeKind, Page
from kiosk_app.kiosk import Kiosk
from kiosk_app.lobby_reading import CatalogueReader
from qt_common import theme
from qt_common.machine_config import MachineConfig
from qt_common.qt_drivers import qt_registry
from tests.support.away_store import AwayStore
from tests.support.kiosk_hall import WAIT_MS, HallClock
from tests.support.sample_hall import PlainHasher

BUREAU = Department("scjg", "市场监督管理局", "Market Bureau")
FACTS = FrontFacts(
    "祥符区政务服务大厅", "Asia/Shanghai", "zh", (), False, False, "portrait", 45, 15, 12, (BUREAU,)
)  # fmt: skip


class Start:
    """A kiosk whose home page stands, and whose rest joins when the test says so."""

    def __init__(self, qtbot: QtBot, front: Front, join: Callable[[], Kiosk]) -> None:
        self.front, self.join, self._qtbot = front, join, qtbot

    def press(self, name: str) -> None:
        self._qtbot.waitUntil(lambda: bool(self.buttons(name)), timeout=WAIT_MS)
        self._qtbot.mouseClick(self.buttons(name)[0], Qt.MouseButton.LeftButton)

    def buttons(self, name: str) -> list[QPushButton]:
        return [b for b in self.front.window.findChildren(QPushButton, name) if b.isVisible()]

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=WAIT_MS)

    @property
    def page(self) -> Page:
        return self.front.journey.state.page

    def arrives(self, page: Page) -> None:
        self._qtbot.waitUntil(lambda: self.page is page, timeout=WAIT_MS)

    @property
    def notice(self) -> NoticeKind | None:
        notice = self.front.journey.state.notice
        return notice.kind if notice else None

    def words(self) -> list[str]:
        """All that is written on the screen."""
        return [w.text() for w in self.front.window.findChildren(QLabel) if w.isVisible() and w.text()]


@pytest.fixture
def line(hall: SqlStore) -> AwayStore:
    return AwayStore(hall)


@pytest.fixture
def start(
    qtbot: QtBot, hall: SqlStore, line: AwayStore, clock: HallClock, config: MachineConfig, tmp_path: Path
) -> Iterator[Start]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app)
    front = Front(FACTS, use_language=lambda _: None, quit_app=lambda: None)
    front.window.resize(1080, 1920)
    front.window.show()
    kiosks: list[Kiosk] = []

    def join() -> Kiosk:
        kiosk = Kiosk(
            config,
            line,
            hall.feed,
            registry=qt_registry(),
            calendar_of=lambda uow: working_calendar(uow),  # type: ignore[arg-type]
            hasher=PlainHasher(),
            use_language=lambda _: None,
            quit_app=lambda: None,
            front=front,
            monotonic=clock.monotonic,
            catalogue=tmp_path / "catalogue.json",
        )
        kiosks.append(kiosk)
        kiosk.start(pulse=False)
        return kiosk

    yield Start(qtbot, front, join)
    for kiosk in kiosks:
        kiosk.close()
    front.window.close()
    front.window.deleteLater()


def test_a_door_opens_before_the_kiosk_is_there_and_the_second_touch_waits_and_goes_on(start: Start) -> None:
    start.press("door_take_number")
    assert start.page is Page.DEPARTMENTS
    said = start.words()
    assert BUREAU.name in said
    assert not any("窗口" in words or "等候" in words for words in said), "nobody knows who waits, or is open"
    start.press("department_scjg")
    assert start.page is Page.WAIT
    assert "请稍候" in start.words()
    start.join()
    start.arrives(Page.ITEMS)
    assert start.front.journey.state.trail == (Page.HOME, Page.DEPARTMENTS)
    start.until(lambda: bool(start.buttons("item_SX002")))


@pytest.mark.parametrize(
    ("door", "page"),
    [
        ("door_check_in", Page.IDENTIFY),
        ("door_progress", Page.IDENTIFY),
        ("door_complaint", Page.COMPLAINT),
        ("help", Page.NOTICE),
    ],
)
def test_what_needs_the_rest_of_the_kiosk_waits_with_a_sign_and_opens_by_itself(
    start: Start, door: str, page: Page
) -> None:
    start.press(door)
    assert start.page is Page.WAIT
    start.join()
    start.arrives(page)
    if page is Page.NOTICE:
        assert start.notice is NoticeKind.HELP_CALLED
    start.front.journey.home()
    assert start.page is Page.HOME


def test_whoever_went_back_meanwhile_is_left_alone(start: Start) -> None:
    start.press("door_check_in")
    start.press("back")
    kiosk = start.join()
    start.until(lambda: kiosk.watch.state.lobby is not None)
    assert start.page is Page.HOME


def test_behind_a_door_that_turns_out_to_be_shut_nobody_is_left_standing(start: Start, clock: HallClock) -> None:
    clock.forward(hours=12)  # 21:41, after the last session
    start.press("door_take_number")
    assert start.page is Page.DEPARTMENTS
    start.join()
    start.arrives(Page.NOTICE)
    assert start.notice is NoticeKind.HALL_CLOSED


def test_without_the_database_the_home_page_stands_numbers_wait_and_guides_open(
    start: Start, hall: SqlStore, line: AwayStore, tmp_path: Path
) -> None:
    with hall.reading() as uow:
        CatalogueFile(tmp_path / "catalogue.json").keep(CatalogueReader().read(uow))
    line.away = True
    start.press("door_take_number")
    start.press("department_scjg")
    assert start.page is Page.WAIT
    kiosk = start.join()
    start.arrives(Page.NOTICE)
    assert start.notice is NoticeKind.DATABASE_AWAY
    start.until(lambda: bool(kiosk.watch.state.catalogue.items))
    start.front.journey.home()
    start.press("door_guide")
    start.press("department_scjg")
    assert start.page is Page.ITEMS
    start.press("item_SX002")
    assert start.page is Page.GUIDE
