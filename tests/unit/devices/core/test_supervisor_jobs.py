"""The supervisor's work: deadlines, claims, limits, and its end."""

from __future__ import annotations

import threading

import pytest

from devices.core.errors import (
    Busy,
    Claimed,
    DeviceError,
    DeviceTimeout,
    NotConnected,
)
from devices.core.supervisor import MAX_WAITING, Timings
from tests.support.supervised import SOON, Bench, FakeDriver, bench, hold, offline, online

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
