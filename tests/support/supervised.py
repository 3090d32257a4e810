"""A hand-written driver under a supervisor, for the tests of the supervisor's rules."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from devices.core.errors import (
    NotConnected,
)
from devices.core.status import DeviceStatus, Health, Link, Paper, Supplies
from devices.core.supervisor import DeviceSupervisor, Timings

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NEVER = Timings(probe_every=3600, first_retry=0.01, longest_retry=0.01)
OFTEN = Timings(probe_every=0.01, first_retry=0.01, longest_retry=0.01)
SOON = 30.0


class FakeDriver:
    """A driver whose wire is a few attributes."""

    model = "fake"
    verified = True

    def __init__(self) -> None:
        self.present = True
        self.paper = Paper.OK
        self.is_open = False
        self.threads: set[str] = set()
        self.probes = 0
        self.opened = 0
        self.crash: Exception | None = None

    def open(self) -> None:
        self.threads.add(threading.current_thread().name)
        if not self.present:
            raise NotConnected("refused")
        self.is_open = True
        self.opened += 1

    def close(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.is_open = False

    def probe(self) -> DeviceStatus:
        self.threads.add(threading.current_thread().name)
        self.probes += 1
        if self.crash is not None:
            raise self.crash
        if not self.present:
            raise NotConnected("gone")
        return DeviceStatus(Link.ONLINE, Health.OK, AT, Supplies(self.paper))


class Bench:
    """A driver, its supervisor and what it reported."""

    def __init__(self) -> None:
        self.driver = FakeDriver()
        self.events: list[DeviceStatus] = []
        self.supervisor: DeviceSupervisor[FakeDriver] | None = None

    def start(
        self, timings: Timings = NEVER, on_status: Callable[[DeviceStatus], None] | None = None
    ) -> DeviceSupervisor[FakeDriver]:
        self.supervisor = DeviceSupervisor(
            "fake", self.driver, on_status=on_status or self.events.append, timings=timings, now=lambda: AT
        )
        self.supervisor.start()
        return self.supervisor


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    if made.supervisor is not None:
        made.supervisor.stop()


def online(supervisor: DeviceSupervisor[FakeDriver]) -> None:
    assert supervisor.wait_for(lambda status: status.link is Link.ONLINE, SOON), supervisor.status


def offline(supervisor: DeviceSupervisor[FakeDriver]) -> None:
    assert supervisor.wait_for(lambda status: status.link is Link.OFFLINE, SOON), supervisor.status


def hold(supervisor: DeviceSupervisor[FakeDriver]) -> tuple[threading.Event, Future[bool]]:
    """Work that runs until the event is set."""
    release, began = threading.Event(), threading.Event()

    def work(_: FakeDriver) -> bool:
        began.set()
        return release.wait(SOON)

    future = supervisor.submit(work)
    assert began.wait(SOON)
    return release, future
