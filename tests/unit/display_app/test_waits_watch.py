"""When the board's waits are forecast: after a change, not in its breath, and not for every one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from display_app import waits_watch
from display_app.waits_watch import WaitsWatch
from hall.errors import Unavailable
from hall.profile import HallProfile
from hall.queueing.board import Board, ZoneWait
from hall.queueing.outlook import Forecaster, Outlook
from qt_common.runner import Runner
from tests.support.fake_store import FakeStore
from tests.support.stores import ZONE

BOARD = Board((), (), (ZoneWait("A", 3, 1, None),), datetime(2025, 3, 3, 9, 30, tzinfo=ZONE))
BUSIER = replace(BOARD, zones=(ZoneWait("A", 4, 1, None),))


class CountingForecaster(Forecaster):
    """Counts, and can lose its database."""

    count = 0
    away = False

    def current(self) -> Outlook:
        self.count += 1
        if self.away:
            raise Unavailable("gone")
        return super().current()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner("aside")
    yield made
    made.close()


@pytest.fixture
def forecaster(monkeypatch: pytest.MonkeyPatch) -> CountingForecaster:
    monkeypatch.setattr(waits_watch, "BREATH_MS", 1)
    monkeypatch.setattr(waits_watch, "EVERY_S", 0.0)
    rules = HallProfile(name="test", hall_name="测试大厅").order.rules
    return CountingForecaster(FakeStore(), rules, clock=lambda: 0.0, fresh_s=0.0)


def test_a_change_is_forecast_once_and_told(qtbot: QtBot, runner: Runner, forecaster: CountingForecaster) -> None:
    watch = WaitsWatch(forecaster, runner)
    assert watch.latest() is None
    for board, wanted in ((BOARD, 1), (BUSIER, 2)):
        with qtbot.waitSignal(watch.renewed, timeout=20_000):
            watch.follow(board)
            watch.follow(board)
        watch.follow(board)
        assert forecaster.count == wanted
        assert watch.latest() is not None


def test_an_old_forecast_is_made_again_though_nothing_changed(
    qtbot: QtBot, runner: Runner, forecaster: CountingForecaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = WaitsWatch(forecaster, runner)
    with qtbot.waitSignal(watch.renewed, timeout=20_000):
        watch.follow(BOARD)
    monkeypatch.setattr(waits_watch, "OLD_S", 0.0)
    with qtbot.waitSignal(watch.renewed, timeout=20_000):
        watch.follow(BOARD)
    assert forecaster.count == 2


def test_a_forecast_that_failed_is_tried_again_with_the_next_reading(
    qtbot: QtBot, runner: Runner, forecaster: CountingForecaster
) -> None:
    forecaster.away = True
    watch = WaitsWatch(forecaster, runner)
    watch.follow(BOARD)
    qtbot.waitUntil(lambda: forecaster.count == 1 and not runner.is_busy, timeout=20_000)
    forecaster.away = False
    with qtbot.waitSignal(watch.renewed, timeout=20_000):
        watch.follow(BOARD)


def test_nothing_is_forecast_after_the_end(qtbot: QtBot, runner: Runner, forecaster: CountingForecaster) -> None:
    watch = WaitsWatch(forecaster, runner)
    watch.follow(BOARD)
    watch.close()
    watch.follow(BUSIER)
    qtbot.wait(20)
    assert forecaster.count == 0
