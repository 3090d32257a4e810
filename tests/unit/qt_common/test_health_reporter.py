"""The health of the devices reaches the record: once a change, after an outage, and without blocking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from devices.core.clock import utc_now
from devices.core.errors import NotConnected
from devices.core.status import DeviceStatus, Health, Link, Paper, Supplies
from devices.core.supervisor import DeviceSupervisor, Timings
from hall.errors import Unavailable
from hall.supervision.device_health import health_of_station
from qt_common.device_bridge import DeviceBridge
from qt_common.health_reporter import HealthReporter, facts_of
from qt_common.runner import Runner
from tests.support.fake_store import FakeStore


class Printer:
    """A driver whose paper the test sets."""

    model = "test"
    verified = True

    def __init__(self) -> None:
        self.paper = Paper.OK
        self.away = False

    def open(self) -> None:
        if self.away:
            raise NotConnected("unplugged")

    def close(self) -> None: ...

    def probe(self) -> DeviceStatus:
        self.open()
        health = Health.FAULT if self.paper is Paper.OUT else Health.OK
        return DeviceStatus(Link.ONLINE, health, utc_now(), Supplies(self.paper))


class AwayStore(FakeStore):
    """A database that can be away."""

    away = False
    attempts = 0

    def begin(self) -> Any:
        self.attempts += 1
        if self.away:
            raise Unavailable("gone")
        return super().begin()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def bridge(qtbot: QtBot, printer: Printer) -> Iterator[DeviceBridge[Any]]:
    made: DeviceBridge[Any] = DeviceBridge("ticket_printer")
    timings = Timings(probe_every=0.02, first_retry=0.01, longest_retry=0.02)
    made.attach(DeviceSupervisor("ticket_printer", printer, on_status=made.on_status, timings=timings))
    yield made
    made.close()


def papers(store: FakeStore) -> list[str]:
    return [event.payload["paper"] for event, _ in store.data.events]


def beats(store: FakeStore) -> list[tuple[str, datetime, int]]:
    with store.reading() as uow:
        return [(beat.station, beat.at, beat.every_s) for beat in uow.registers.station_beats.where()]


def latest(store: FakeStore) -> list[tuple[str, str]]:
    with store.reading() as uow:
        return [(device.link, device.paper) for device in health_of_station(uow, "kiosk-1")]


def test_changes_are_recorded_once_and_work_is_no_news(
    qtbot: QtBot, runner: Runner, printer: Printer, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    HealthReporter([bridge, DeviceBridge("voice")], runner, store, "kiosk-1", parent=runner)
    qtbot.waitUntil(lambda: latest(store) == [("online", "ok")])
    done: list[int] = []
    bridge.submit(lambda _: 1, done.append, lambda _: None)
    qtbot.waitUntil(lambda: done == [1])
    printer.paper = Paper.OUT
    qtbot.waitUntil(lambda: latest(store) == [("online", "out")])
    printer.away = True
    qtbot.waitUntil(lambda: latest(store)[0][0] == "offline")
    assert papers(store) == ["ok", "out", "not_supported"]


def test_the_latest_is_told_when_the_database_is_back(
    qtbot: QtBot, runner: Runner, printer: Printer, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    store.away = True
    HealthReporter([bridge], runner, store, "kiosk-1", parent=runner, first_retry_ms=5)
    qtbot.waitUntil(lambda: store.attempts >= 2)
    printer.paper = Paper.OUT
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.supplies.paper is Paper.OUT)
    store.away = False
    qtbot.waitUntil(lambda: latest(store) == [("online", "out")])


def test_a_restarted_program_that_finds_nothing_new_records_nothing(
    qtbot: QtBot, runner: Runner, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    HealthReporter([bridge], runner, store, "kiosk-1", parent=runner)
    qtbot.waitUntil(lambda: latest(store) == [("online", "ok")])
    before = store.attempts
    HealthReporter([bridge], runner, store, "kiosk-1", parent=runner)
    qtbot.waitUntil(lambda: store.attempts > before and not runner.is_busy)
    assert papers(store) == ["ok"]


def test_a_device_that_is_starting_is_no_news() -> None:
    assert facts_of(None) is None
    assert facts_of(DeviceStatus(Link.STARTING, Health.UNKNOWN, utc_now())) is None
    busy = facts_of(DeviceStatus(Link.BUSY, Health.OK, utc_now()))
    assert busy is not None and busy.link == "online"


def test_a_station_without_news_still_gives_signs_of_life_that_are_not_journalled(
    qtbot: QtBot, runner: Runner, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    HealthReporter([bridge], runner, store, "kiosk-1", parent=runner, first_retry_ms=5, beat_s=1)
    qtbot.waitUntil(lambda: latest(store) == [("online", "ok")])
    for _ in range(2):
        store.now += timedelta(seconds=2)
        qtbot.waitUntil(lambda: beats(store) == [("kiosk-1", store.now, 1)], timeout=20_000)
    assert papers(store) == ["ok"]


def test_a_sign_of_life_that_failed_follows_as_soon_as_the_database_is_back(
    qtbot: QtBot, runner: Runner, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    store.away = True
    HealthReporter([bridge], runner, store, "kiosk-1", parent=runner, first_retry_ms=5, beat_s=10_000)
    qtbot.waitUntil(lambda: store.attempts >= 2)
    store.away = False
    qtbot.waitUntil(lambda: beats(store) == [("kiosk-1", store.now, 10_000)])


def test_a_station_without_devices_writes_nothing_and_a_closed_one_neither(
    qtbot: QtBot, runner: Runner, printer: Printer, bridge: DeviceBridge[Any]
) -> None:
    store = AwayStore()
    HealthReporter([DeviceBridge("voice")], runner, store, "kiosk-2", parent=runner, beat_s=1)
    closed = HealthReporter([bridge], runner, store, "kiosk-1", parent=runner, beat_s=1)
    qtbot.waitUntil(lambda: latest(store) == [("online", "ok")])
    closed.close()
    attempts = store.attempts
    printer.paper = Paper.OUT
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.supplies.paper is Paper.OUT)
    closed.look()
    assert not runner.is_busy and store.attempts == attempts
    assert [station for station, _, _ in beats(store)] == ["kiosk-1"]


def test_a_beat_after_the_worker_has_ended_does_nothing(qtbot: QtBot, bridge: DeviceBridge[Any]) -> None:
    store, worker = AwayStore(), Runner()
    reporter = HealthReporter([bridge], worker, store, "kiosk-1", parent=worker, beat_s=1)
    qtbot.waitUntil(lambda: latest(store) == [("online", "ok")])
    worker.close()
    attempts = store.attempts
    reporter._beat_time()
    assert store.attempts == attempts
    reporter.close()
