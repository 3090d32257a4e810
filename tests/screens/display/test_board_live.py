"""The main board on a real database: what the counter does is on the board, and survives outages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from display_app.board_app import BoardApp
from hall.errors import Unavailable
from hall.ports import ChangeFeed, UnitOfWork
from hall.queueing.calling import finish_service, start_service
from hall.queueing.moves import suspend
from hall.staffing.service import pause_window
from tests.support.live_board import OpenDisplay, call, configuration
from tests.support.sample_hall import MARRIAGE, WANG, open_window, take_ticket


@pytest.mark.req("D-01", "Q-09")
def test_it_counts_who_waits_in_each_zone_and_shows_who_serves(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display()
    assert display.describe()["windows"] == []
    open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    take_ticket(sqlite_store)
    take_ticket(sqlite_store, MARRIAGE)
    qtbot.waitUntil(lambda: [z["waiting"] for z in display.describe()["zones"]] == ["等候 2 人", "等候 1 人"])
    zones = {zone["name"]: zone["estimate"] for zone in display.describe()["zones"]}
    assert zones["A区"].startswith("约 ")
    assert zones["B区"] == "暂无开放窗口"
    assert [w["number"] for w in display.describe()["windows"]] == ["3号"]


@pytest.mark.req("W-01")
def test_a_pause_shows_where_the_clerk_went_and_when_she_is_back(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display()
    clerk = open_window(sqlite_store, 3, "1027")
    with sqlite_store.begin() as uow:
        back = uow.now + timedelta(minutes=30)
        pause_window(uow, 3, reason="送审材料", whereabouts="区人社局", back_at=back, by=clerk)
        uow.commit()
    qtbot.waitUntil(
        lambda: display.describe()["windows"][0:1] != [] and "暂停" in str(display.describe()["windows"])
    )
    assert display.describe()["windows"] == [
        {"number": "3号", "status": "暂停服务", "detail": f"去向：区人社局  预计{back:%H:%M}返回"}
    ]


def test_a_ticket_put_aside_leaves_the_board_until_it_is_called_again(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display()
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    call(sqlite_store, 3, clerk)
    qtbot.waitUntil(lambda: len(display.describe()["calls"]) == 1)
    with sqlite_store.begin() as uow:
        start_service(uow, 3, by=clerk)
        suspend(uow, 3, by=clerk, reason="复印材料")
        uow.commit()
    qtbot.waitUntil(lambda: display.describe()["calls"] == [])


def test_a_zone_board_shows_its_zone_only(qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay) -> None:
    display = open_display(configuration(zones=["B"]))
    zhang = open_window(sqlite_store, 3, "1027")
    li = open_window(sqlite_store, 5, "1031")
    take_ticket(sqlite_store)
    take_ticket(sqlite_store, MARRIAGE)
    call(sqlite_store, 3, zhang)
    married = call(sqlite_store, 5, li)
    qtbot.waitUntil(lambda: len(display.describe()["calls"]) == 1)
    shown = display.describe()
    assert shown["calls"][0]["label"] == married.label
    assert [z["name"] for z in shown["zones"]] == ["B区"]
    assert [w["number"] for w in shown["windows"]] == ["5号"]


@pytest.mark.req("D-02")
def test_finished_cases_run_over_the_ticker_with_masked_names(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display()
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store, holder=WANG)
    call(sqlite_store, 3, clerk)
    with sqlite_store.begin() as uow:
        start_service(uow, 3, by=clerk)
        finish_service(uow, 3, by=clerk)
        uow.commit()
    assert isinstance(display.app, BoardApp)
    model = display.app.model
    qtbot.waitUntil(lambda: any("办件公示" in line for line in dict(model.state.panels)["ticker"]))  # type: ignore[union-attr]
    text = "".join(dict(model.state.panels)["ticker"])  # type: ignore[arg-type]
    assert "王*国 食品经营许可" in text
    assert WANG.name not in text and WANG.id_number not in text
    assert "投诉监督电话：12345" in text


class Switch:
    """Stands between a display and its database, to cut the line."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.cut = False

    def begin(self) -> UnitOfWork:
        return self.reading()

    def reading(self) -> UnitOfWork:
        if self.cut:
            raise Unavailable("cut")
        return self._store.reading()

    def feed(self) -> ChangeFeed:
        if self.cut:
            raise Unavailable("cut")
        return SwitchedFeed(self, self._store.feed())


class SwitchedFeed:
    def __init__(self, switch: Switch, feed: ChangeFeed) -> None:
        self._switch = switch
        self.head, self.after, self.calls_now, self.close = feed.head, feed.after, feed.calls_now, feed.close
        self._feed = feed

    def wait(self, seq: int, timeout: float) -> bool:
        if self._switch.cut:
            raise Unavailable("cut")
        return self._feed.wait(seq, min(timeout, 0.05))


def test_without_the_database_it_keeps_what_it_knew_says_so_quietly_and_recovers_alone(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    switch = Switch(sqlite_store)
    display = open_display(store=switch, feed=switch.feed)
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    ticket = call(sqlite_store, 3, clerk)
    qtbot.waitUntil(lambda: len(display.describe()["calls"]) == 1)
    switch.cut = True
    qtbot.waitUntil(lambda: display.describe()["stale"].startswith("数据更新于 "))
    assert display.describe()["calls"][0]["label"] == ticket.label
    take_ticket(sqlite_store, MARRIAGE)
    li = open_window(sqlite_store, 5, "1031")
    switch.cut = False
    later = call(sqlite_store, 5, li)
    qtbot.waitUntil(lambda: display.describe()["stale"] == "", timeout=20_000)
    qtbot.waitUntil(lambda: display.describe()["calls"][0]["label"] == later.label)


def test_it_starts_before_its_database_does(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    switch = Switch(sqlite_store)
    switch.cut = True
    display = open_display(store=switch, feed=switch.feed, wait=False)
    assert display.describe()["stale"] == "正在连接数据…"
    assert display.app.view.isVisible()
    switch.cut = False
    qtbot.waitUntil(lambda: display.describe()["stale"] == "", timeout=20_000)


@pytest.mark.req("Q-09")
def test_the_wait_of_a_zone_is_forecast_from_the_windows_as_they_are(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display()
    clerk = open_window(sqlite_store, 3, "1027")
    for _ in range(4):
        take_ticket(sqlite_store)
    with sqlite_store.begin() as uow:
        back = uow.now + timedelta(minutes=90)
        pause_window(uow, 3, reason="送审材料", whereabouts="区人社局", back_at=back, by=clerk)
        uow.commit()
    # People × minutes ÷ open windows would say that no window is open.
    told = re.compile(r"约 (9\d|1\d\d)–\d+ 分钟")
    qtbot.waitUntil(lambda: told.fullmatch(display.describe()["zones"][0]["estimate"]) is not None, timeout=20_000)
