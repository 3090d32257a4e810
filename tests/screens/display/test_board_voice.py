"""What the board announces on a real database: text spoken and text shown are the same."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.sim.voice import SimVoice
from display_app.board_app import BoardApp
from hall.queueing.calling import recall
from qt_common.machine_config import ConfigError
from tests.support.live_board import OpenDisplay, call, configuration
from tests.support.sample_hall import MARRIAGE, open_window, take_ticket


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


@pytest.mark.req("D-05")
def test_a_notice_is_spoken_at_its_time_and_runs_over_the_board(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay, tmp_path: Path
) -> None:
    said = tmp_path / "voice"
    with sqlite_store.reading() as uow:
        soon = (uow.now + timedelta(seconds=3)).time().replace(microsecond=0)
    closing = {"at": soon.isoformat(), "text": "离下班还有十五分钟"}
    display = open_display(
        configuration(speak=True, devices={"voice": f"voice+record://{said}"}, announcements={"notices": [closing]})
    )
    open_window(sqlite_store, 3, "1027")
    qtbot.waitUntil(lambda: spoken(said) == ["离下班还有十五分钟"], timeout=20_000)
    assert isinstance(display.app, BoardApp)
    model = display.app.model
    qtbot.waitUntil(lambda: model.scene.spoken_notice == "离下班还有十五分钟")
    words = [words for name, words in model.state.panels if model.layout.panels[name].panel == "ticker"]
    assert words and all(lines[0] == "离下班还有十五分钟" for lines in words if isinstance(lines, tuple))


@pytest.mark.req("D-05")
def test_a_voice_that_hangs_holds_no_call_up_and_speaks_again_when_it_is_back(
    qtbot: QtBot, sqlite_store: SqlStore, open_display: OpenDisplay, tmp_path: Path
) -> None:
    voice = SimVoice(tmp_path)
    voice.start()
    display = open_display(configuration(speak=True, devices={"voice": voice.url}))

    def is_back() -> bool:
        return all(status is not None and status.is_ready for status in display.voice_statuses)

    def heard() -> int:
        return len(voice.command("heard")["announcements"])

    qtbot.waitUntil(is_back, timeout=20_000)
    voice.command("fault", {"name": "dont_answer"})
    zhang, li = open_window(sqlite_store, 3, "1027"), open_window(sqlite_store, 5, "1031")
    take_ticket(sqlite_store)
    take_ticket(sqlite_store, MARRIAGE)
    began = time.monotonic()
    first, second = call(sqlite_store, 3, zhang), call(sqlite_store, 5, li)
    shown: list[str] = []
    assert isinstance(display.app, BoardApp)
    display.app.announcer.started.connect(lambda line: shown.append(line.label))
    qtbot.waitUntil(lambda: shown == [first.label, second.label], timeout=20_000)
    assert time.monotonic() - began < 10
    assert heard() == 0
    voice.command("clear")
    qtbot.waitUntil(is_back, timeout=40_000)
    with sqlite_store.begin() as uow:
        recall(uow, 3, by=zhang)
        uow.commit()
    qtbot.waitUntil(lambda: heard() == 1, timeout=20_000)
    assert shown[-1] == first.label
