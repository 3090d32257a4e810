"""A board when the database's clock is set, and when the day changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display_app import follower
from hall.queueing.calling import finish_service, start_service
from tests.support.live_board import OpenDisplay, call
from tests.support.sample_hall import ZHANG, fill, open_window, take_ticket
from tests.support.stores import ZONE, OpenStore, make_sqlite


class Clock:
    """The database's clock, set by the test."""

    now = datetime(2025, 3, 3, 22, 30, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.now


def test_calls_and_times_are_right_though_the_clock_is_set_and_the_day_ends(
    qtbot: QtBot,
    tmp_path: Path,
    open_test_store: OpenStore,
    open_display: OpenDisplay,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "hall").mkdir()
    monkeypatch.setattr(follower, "QUIET_S", 0.2)
    clock = Clock()
    store = open_test_store(make_sqlite(tmp_path / "hall"), clock=clock)
    fill(store)
    open_window(store, 3, "1027")
    display = open_display(store=store, feed=store.feed)

    def next_call() -> str:
        take_ticket(store)
        with store.begin() as uow:
            if uow.tickets.at_window(uow.now.date(), 3) is not None:
                start_service(uow, 3, by=ZHANG)
                finish_service(uow, 3, by=ZHANG)
            uow.commit()
        return call(store, 3, ZHANG).label

    def shown() -> list[str]:
        return [row["label"] for row in display.describe()["calls"]]

    labels: list[str] = []
    for jump in (timedelta(0), timedelta(hours=1), -timedelta(hours=1), timedelta(minutes=1)):
        clock.now += jump
        labels.insert(0, next_call())
        qtbot.waitUntil(lambda: shown() == labels)
        scene = display.app.model.scene
        assert abs(scene.now - clock.now) < timedelta(seconds=30)
        qtbot.waitUntil(lambda: display.describe()["hero"]["label"] == labels[0])
    # Midnight: nothing happens in the hall, nobody restarts the board.
    clock.now += timedelta(hours=2)
    qtbot.waitUntil(lambda: shown() == [])
    assert display.app.model.scene.now.date() == clock.now.date()
    assert display.describe()["stale"] == ""
