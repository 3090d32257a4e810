"""The sweep of what time brings about: cheap when nothing is due, once at a time, again after an outage."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from hall.errors import Unavailable
from hall.identity import system_at
from hall.ports import UnitOfWork
from hall.staffing.window import WindowState
from hall.sweep import sweep
from qt_common.runner import Runner
from qt_common.sweeper import Sweeper, sweep_when_due
from tests.support.sample_hall import PROFILE, fill, open_window
from tests.support.stores import ZONE, OpenStore, make_sqlite
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

MONDAY = datetime(2025, 3, 3, 10, 0, tzinfo=ZONE)


class Clock:
    now = MONDAY

    def __call__(self) -> datetime:
        return self.now


class Watched:
    """A real store that counts its writing transactions, and can be away or slow."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.looks = self.writes = 0
        self.away = False
        self.gate = threading.Event()
        self.gate.set()

    def begin(self) -> Any:
        self.writes += 1
        return self._store.begin()

    def reading(self) -> Any:
        self.looks += 1
        self.gate.wait(20)
        if self.away:
            raise Unavailable("gone")
        return self._store.reading()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, open_test_store: OpenStore, clock: Clock) -> Watched:
    opened = open_test_store(make_sqlite(tmp_path), clock=clock)
    fill(opened)
    return Watched(opened)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def make(runner: Runner, store: Watched) -> Iterator[Callable[..., Sweeper]]:
    made: list[Sweeper] = []

    def build(**options: Any) -> Sweeper:
        sweeper = Sweeper(store, runner, "kiosk-1", PROFILE, lambda _: CALENDAR, runner, **options)
        made.append(sweeper)
        return sweeper

    yield build
    store.gate.set()
    for sweeper in made:
        sweeper.stop()


def end_window_5(store: Watched, until: datetime) -> None:
    with store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.save(window, replace(window, temporary_until=until))
        uow.commit()


def is_open(store: Watched) -> bool:
    with store.reading() as uow:
        return uow.windows.get(5).state is WindowState.OPEN  # type: ignore[no-any-return]


def test_nothing_due_never_asks_for_the_writer(store: Watched) -> None:
    by = system_at("kiosk-1")
    for _ in range(3):
        assert not sweep_when_due(store, by=by, profile=PROFILE, calendar_of=lambda _: CALENDAR).anything
    assert store.writes == 0


@pytest.mark.req("Q-07")
def test_the_timer_closes_a_temporary_window_at_its_end_and_then_only_looks(
    qtbot: QtBot, store: Watched, clock: Clock, make: Callable[..., Sweeper]
) -> None:
    end_window_5(store, MONDAY + timedelta(hours=1))
    open_window(store, 5, "1031")
    make(every_ms=5, first_ms=0).start()
    looks = store.looks
    qtbot.waitUntil(lambda: store.looks > looks + 3)
    assert is_open(store)
    writes = store.writes
    clock.now += timedelta(hours=1)
    qtbot.waitUntil(lambda: not is_open(store))
    looks = store.looks
    qtbot.waitUntil(lambda: store.looks > looks + 5)
    assert store.writes == writes + 1


def test_a_second_sweep_waits_for_the_first(qtbot: QtBot, store: Watched, make: Callable[..., Sweeper]) -> None:
    sweeper = make(every_ms=60_000)
    store.gate.clear()
    for _ in range(5):
        sweeper.run()
    qtbot.waitUntil(lambda: store.looks == 1)
    store.gate.set()
    sweeper._runner.run(lambda: None, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not sweeper._runner.is_busy)
    assert store.looks == 1
    sweeper.run()
    qtbot.waitUntil(lambda: store.looks == 2)


def test_what_an_outage_left_is_swept_when_the_database_is_back(
    qtbot: QtBot, store: Watched, make: Callable[..., Sweeper]
) -> None:
    open_window(store, 5, "1031")
    end_window_5(store, MONDAY)
    store.away = True
    make(every_ms=5, first_ms=0).start()
    qtbot.waitUntil(lambda: store.looks >= 3)
    store.away = False
    qtbot.waitUntil(lambda: not is_open(store))


@pytest.mark.req("Q-07")
def test_a_year_without_a_calendar_stops_only_the_look_for_vacant_posts(store: Watched, clock: Clock) -> None:
    clock.now = datetime(2027, 1, 4, 10, 0, tzinfo=ZONE)
    open_window(store, 5, "1031")
    end_window_5(store, clock.now)

    def once(uow: UnitOfWork) -> Any:
        return sweep(uow, by=system_at("kiosk-1"), profile=PROFILE, calendar=lambda: CALENDAR)

    with store.begin() as uow:
        swept = once(uow)
        uow.commit()
    assert (swept.closed, swept.vacant, swept.calendar_missing) == (1, 0, True)
