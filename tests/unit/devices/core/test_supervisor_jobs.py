"""The supervisor's work: deadlines, claims, limits, and its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from devices.core.errors import (
    Busy,
    Canceled,
    Claimed,
    DeviceError,
    DeviceTimeout,
    NotConnected,
    PaperOut,
)
from devices.core.status import DeviceStatus, Link, Paper
from devices.core.supervisor import MAX_WAITING, DeviceSupervisor, Timings
from tests.support.supervised import AT, NEVER, SOON, Bench, FakeDriver, bench, hold, offline, online

__all__ = ["bench"]


def test_a_job_not_begun_in_time_is_cancelled_and_known_not_done(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release, _ = hold(supervisor)
    ran: list[int] = []
    with pytest.raises(DeviceTimeout) as caught:
        supervisor.run(lambda _: ran.append(1), timeout=0.01)
    assert caught.value.outcome_known
    release.set()
    supervisor.run(lambda _: None, timeout=SOON)
    assert ran == []


def test_a_job_that_takes_too_long_has_an_unknown_outcome(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release, began = threading.Event(), threading.Event()
    errors: list[DeviceError] = []

    def work(_: FakeDriver) -> None:
        began.set()
        release.wait(SOON)

    def caller() -> None:
        try:
            supervisor.run(work, timeout=2)
        except DeviceError as error:
            errors.append(error)

    thread = threading.Thread(target=caller)
    thread.start()
    assert began.wait(SOON)
    thread.join(SOON)
    release.set()
    assert [type(error) for error in errors] == [DeviceTimeout]
    assert not errors[0].outcome_known


def test_a_claimed_device_works_for_its_holder_only(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    claim = supervisor.claim("kiosk")
    with pytest.raises(Claimed, match="kiosk"):
        supervisor.claim("counter")
    with pytest.raises(Claimed, match="kiosk"):
        supervisor.run(lambda driver: driver.model, timeout=SOON)
    assert supervisor.run(lambda driver: driver.model, timeout=SOON, claim=claim) == "fake"
    supervisor.release(claim)
    supervisor.release(claim)
    assert supervisor.run(lambda driver: driver.model, timeout=SOON) == "fake"
    with pytest.raises(Claimed) as caught:
        other = supervisor.claim("counter")
        supervisor.run(lambda driver: driver.model, timeout=SOON, claim=claim)
    assert "counter" in str(caught.value)
    supervisor.release(other)


def test_too_much_waiting_work_is_refused_as_busy(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release, _ = hold(supervisor)
    futures = [supervisor.submit(lambda driver: driver.model) for _ in range(MAX_WAITING)]
    with pytest.raises(Busy):
        supervisor.run(lambda driver: driver.model, timeout=SOON)
    release.set()
    assert all(future.result(SOON) == "fake" for future in futures)


def test_stopping_cancels_what_waits_closes_the_driver_and_ends_the_thread(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release, running = hold(supervisor)
    waiting = supervisor.submit(lambda driver: driver.model)
    stopper = threading.Thread(target=supervisor.stop)
    stopper.start()
    while not supervisor.stopping:
        threading.Event().wait(0.001)
    release.set()
    stopper.join(SOON)
    assert running.result(SOON), "running work may end"
    assert isinstance(waiting.exception(SOON), NotConnected)
    assert not bench.driver.is_open
    assert "device-fake" not in [thread.name for thread in threading.enumerate()]
    supervisor.stop()


def test_stopping_does_not_wait_for_the_next_retry(bench: Bench) -> None:
    bench.driver.present = False
    supervisor = bench.start(Timings(first_retry=3600, longest_retry=3600))
    offline(supervisor)
    supervisor.stop()
    assert "device-fake" not in [thread.name for thread in threading.enumerate()]


def test_a_driver_never_tried_on_the_real_device_says_so(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.driver.verified = False
    online(bench.start())
    assert "never verified on the real device" in caplog.text


class PoliteDriver(FakeDriver):
    """Its probe asks two questions; the second only when no work waits."""

    def __init__(self) -> None:
        super().__init__()
        self.work_waits: Callable[[], bool] = lambda: False
        self.between = threading.Event()
        self.go_on = threading.Event()
        self.whole = 0
        self.broken_off = 0

    def yield_to(self, work_waits: Callable[[], bool]) -> None:
        self.work_waits = work_waits

    def probe(self) -> DeviceStatus:
        status = super().probe()
        if self.probes > 1:
            self.between.set()
            assert self.go_on.wait(SOON)
        if self.work_waits():
            self.broken_off += 1
            raise Canceled("work waits")
        self.whole += 1
        return status


def test_a_probe_lets_work_go_first_and_is_made_up_for_at_once() -> None:
    driver = PoliteDriver()
    events: list[DeviceStatus] = []
    supervisor = DeviceSupervisor(
        "fake", driver, on_status=events.append, timings=replace(NEVER, probe_every=0.05), now=lambda: AT
    )
    supervisor.start()
    try:
        assert driver.between.wait(SOON)
        before = driver.whole
        future = supervisor.submit(lambda opened: opened.whole)
        driver.go_on.set()
        assert future.result(SOON) == before, "the work came before the probe was whole"
        assert driver.broken_off == 1
        assert supervisor.wait_for(lambda _: driver.whole > before, SOON)
        assert Link.OFFLINE not in [status.link for status in events]
    finally:
        supervisor.stop()


def test_the_probe_after_failed_work_is_never_broken_off() -> None:
    driver = PoliteDriver()
    driver.go_on.set()
    supervisor = DeviceSupervisor("fake", driver, timings=NEVER, now=lambda: AT)
    supervisor.start()
    try:
        assert supervisor.wait_for(lambda status: status.link is Link.ONLINE, SOON)
        driver.paper = Paper.OUT

        submitted = threading.Event()

        def fail(_: FakeDriver) -> None:
            assert submitted.wait(SOON)
            raise PaperOut("end")

        first, second = supervisor.submit(fail), supervisor.submit(lambda opened: opened.whole)
        submitted.set()
        assert isinstance(first.exception(SOON), PaperOut)
        assert second.result(SOON) == 2
        assert driver.broken_off == 0
        assert supervisor.status.supplies.paper is Paper.OUT
    finally:
        supervisor.stop()
