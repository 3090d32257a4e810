"""The main board on a real database: what the counter does is on the board, spoken, and survives outages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.core.registry import default_registry
from display_app.board_app import BoardApp
from display_app.main import Display
from hall.errors import Unavailable
from hall.identity import Actor
from hall.ports import ChangeFeed, UnitOfWork
from hall.queueing.calling import call_next, finish_service, recall, start_service
from hall.queueing.moves import suspend
from hall.queueing.ticket import Ticket
from hall.staffing.service import pause_window
from qt_common.machine_config import ConfigError, MachineConfig
from tests.support.sample_hall import MARRIAGE, PROFILE, WANG, fill, open_window, take_ticket

OpenDisplay = Callable[..., Display]


def configuration(**display: object) -> MachineConfig:
    devices = display.pop("devices", {})
    announcements = display.pop("announcements", {})
    return MachineConfig.model_validate(
        {
            "station": {"name": "board-1", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "display": {"kind": "main", **display},
            "devices": devices,
            "profile_overrides": {"announcements": announcements},
        }
    )


@pytest.fixture
def open_display(sqlite_store: SqlStore, qtbot: QtBot) -> Iterator[OpenDisplay]:
    """Start displays on the sample hall; closed after the test."""
    fill(sqlite_store)
    running: list[Display] = []

    def start(
        config: MachineConfig | None = None,
        *,
        store: object = None,
        feed: Callable[[], ChangeFeed] | None = None,
        wait: bool = True,
    ) -> Display:
        display = Display(
            config or configuration(),
            store or sqlite_store,  # type: ignore[arg-type]
            feed or sqlite_store.feed,
            default_registry(),
            hold_ms=1,
        )
        running.append(display)
        display.app.view.resize(1280, 720)
        display.app.view.show()
        display.start()
        if wait:
            qtbot.waitUntil(lambda: display.describe()["stale"] == "")
        return display

    yield start
    for display in running:
        display.close()


def call(store: SqlStore, number: int, clerk: Actor) -> Ticket:
    with store.begin() as uow:
        called = call_next(uow, number, by=clerk, profile=PROFILE)
        uow.commit()
    assert called is not None
    return called.ticket


def transcript(folder: Path) -> list[dict[str, Any]]:
    file = folder / "spoken.jsonl"
    if not file.exists():
        return []
    return [json.loads(row) for row in file.read_text(encoding="utf-8").splitlines()]


def spoken(folder: Path) -> list[str]:
    return [entry["text"] for entry in transcript(folder)]


@pytest.mark.req("Q-02", "D-01", "D-05")
def test_ticket_board_and_voice_name_the_same_number_and_window(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay, tmp_path: Path
) -> None:
    said = tmp_path / "voice"
    display = open_display(
        configuration(
            speak=True, devices={"voice": f"voice+record://{said}"}, announcements={"english": True, "rate": 85}
        )
    )
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    ticket = call(sqlite_store, 3, clerk)
    qtbot.waitUntil(lambda: bool(spoken(said)), timeout=20_000)
    qtbot.waitUntil(lambda: display.describe()["hero"] is not None)
    shown = display.describe()
    assert shown["hero"]["label"] == shown["calls"][0]["label"] == ticket.label
    assert shown["hero"]["window"] == ticket.window == 3
    assert shown["hero"]["text"] == f"请 {ticket.label} 号 到 3 号窗口"
    assert shown["calls"][0]["window"] == "3号窗口"
    assert [entry["phrases"] for entry in transcript(said)] == [
        [
            {"language": "zh", "text": f"请{ticket.label}号到3号窗口办理", "rate": 85},
            {"language": "en", "text": f"Number {ticket.label}, please go to window 3", "rate": 85},
        ]
    ]
    assert {"number": "3号", "status": ticket.label, "detail": ""} in shown["windows"]


@pytest.mark.req("D-05")
def test_each_zone_is_announced_by_its_own_voice(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay, tmp_path: Path
) -> None:
    usual, other = tmp_path / "usual", tmp_path / "b"
    display = open_display(
        configuration(
            speak=True,
            zones=["A", "B"],
            voices={"B": f"voice+record://{other}"},
            devices={"voice": f"voice+record://{usual}"},
        )
    )
    zhang, li = open_window(sqlite_store, 3, "1027"), open_window(sqlite_store, 5, "1031")
    take_ticket(sqlite_store)
    take_ticket(sqlite_store, MARRIAGE)
    first, second = call(sqlite_store, 3, zhang), call(sqlite_store, 5, li)
    qtbot.waitUntil(lambda: len(spoken(usual)) == len(spoken(other)) == 1, timeout=20_000)
    assert spoken(usual) == [f"请{first.label}号到3号窗口办理"]
    assert spoken(other) == [f"请{second.label}号到5号窗口办理"]
    qtbot.waitUntil(lambda: not display.describe()["hero"]["announcing"])
    assert display.describe()["announcements_waiting"] == 0


def test_a_voice_for_a_zone_that_the_board_does_not_show_is_refused(
    sqlite_store: SqlStore, open_display: OpenDisplay
) -> None:
    with pytest.raises(ConfigError, match=r"not in display\.zones") as caught:
        open_display(configuration(speak=True, zones=["A"], voices={"C": "voice+null://"}))
    assert "display.voices 中的区 C" in caught.value.message


@pytest.mark.req("D-05")
def test_a_recall_is_announced_again_and_a_restart_announces_nothing_old(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    display = open_display(configuration(speak=True, devices={"voice": f"voice+record://{first}"}))
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    call(sqlite_store, 3, clerk)
    qtbot.waitUntil(lambda: len(spoken(first)) == 1, timeout=20_000)
    with sqlite_store.begin() as uow:
        recall(uow, 3, by=clerk)
        uow.commit()
    qtbot.waitUntil(lambda: len(spoken(first)) == 2, timeout=20_000)
    display.close()
    again = open_display(configuration(speak=True, devices={"voice": f"voice+record://{second}"}))
    qtbot.waitUntil(lambda: len(again.describe()["calls"]) == 1)
    assert not again.describe()["hero"]["announcing"]
    assert isinstance(again.app, BoardApp)
    assert again.app.announcer.current is None
    assert spoken(second) == []


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
        self.head, self.after, self.close = feed.head, feed.after, feed.close
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
