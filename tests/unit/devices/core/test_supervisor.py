"""The supervisor's rules, with a hand-written driver; no test waits for a real interval."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from devices.core.errors import (
    DeviceTimeout,
    NoCard,
    NotConnected,
    PaperOut,
    ProtocolError,
)
from devices.core.status import DeviceStatus, Link, Paper
from devices.core.supervisor import DeviceSupervisor, Timings
from devices.core.tcp_transport import CONNECT_SECONDS
from tests.support.supervised import NEVER, OFTEN, SOON, Bench, FakeDriver, bench, hold, offline, online

__all__ = ["bench"]


def test_work_gets_the_driver_and_its_result_comes_back(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    assert supervisor.run(lambda driver: driver.model, timeout=SOON) == "fake"


def test_only_the_supervisors_thread_touches_the_driver(bench: Bench) -> None:
    supervisor = bench.start(OFTEN)
    online(supervisor)
    supervisor.run(lambda driver: driver.threads.add(threading.current_thread().name), timeout=SOON)
    supervisor.stop()
    assert bench.driver.threads == {"device-fake"}


def test_work_runs_in_the_order_of_submission(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release, _ = hold(supervisor)
    done: list[int] = []

    def append(number: int, _: FakeDriver) -> None:
        done.append(number)

    futures = [supervisor.submit(partial(append, n)) for n in range(5)]
    release.set()
    for future in futures:
        future.result(SOON)
    assert done == [0, 1, 2, 3, 4]


def test_work_for_an_absent_device_fails_at_once(bench: Bench) -> None:
    bench.driver.present = False
    supervisor = bench.start()
    offline(supervisor)
    future = supervisor.submit(lambda driver: driver.model)
    assert future.done(), "nobody may wait for a cable"
    with pytest.raises(NotConnected, match="refused") as caught:
        future.result()
    assert caught.value.outcome_known


def test_work_before_the_start_and_after_the_stop_fails_at_once(bench: Bench) -> None:
    supervisor = DeviceSupervisor("fake", bench.driver)
    assert isinstance(supervisor.submit(lambda driver: driver).exception(0), NotConnected)
    supervisor.stop()
    started = bench.start()
    online(started)
    started.stop()
    assert isinstance(started.submit(lambda driver: driver).exception(0), NotConnected)


def test_a_device_that_comes_back_is_found_again(bench: Bench) -> None:
    bench.driver.present = False
    supervisor = bench.start(OFTEN)
    offline(supervisor)
    bench.driver.present = True
    online(supervisor)
    bench.driver.present = False
    offline(supervisor)
    assert not bench.driver.is_open
    bench.driver.present = True
    online(supervisor)
    assert supervisor.run(lambda driver: driver.is_open, timeout=SOON)


def test_the_retries_double_up_to_a_ceiling_that_brings_it_back_within_three_seconds() -> None:
    timings = Timings()
    assert [timings.retry_after(failures) for failures in (1, 2, 3, 4, 50, 5000)] == [0.5, 1.0, 2.0, 2.0, 2.0, 2.0]
    # Worst case: it comes back just after the last repetition of a lost SYN, 1 s into an attempt.
    assert (CONNECT_SECONDS - 1.0) + timings.longest_retry <= 3.0


def test_a_longer_ceiling_can_be_set() -> None:
    timings = Timings(longest_retry=8.0)
    assert [timings.retry_after(failures) for failures in range(1, 8)] == [0.5, 1, 2, 4, 8, 8, 8]


def test_an_event_is_sent_only_when_something_changed(bench: Bench) -> None:
    supervisor = bench.start(OFTEN)
    online(supervisor)
    probes = bench.driver.probes
    assert supervisor.wait_for(lambda _: bench.driver.probes > probes + 5, SOON)
    bench.driver.paper = Paper.LOW
    assert supervisor.wait_for(lambda status: status.supplies.paper is Paper.LOW, SOON)
    supervisor.stop()
    assert [(event.link, event.supplies.paper) for event in bench.events] == [
        (Link.ONLINE, Paper.OK),
        (Link.ONLINE, Paper.LOW),
        (Link.OFFLINE, Paper.NOT_SUPPORTED),
    ]


def test_a_running_job_shows_as_busy_and_no_probe_disturbs_it(bench: Bench) -> None:
    supervisor = bench.start(OFTEN)
    online(supervisor)
    release, future = hold(supervisor)
    assert supervisor.status.link is Link.BUSY
    before = bench.driver.probes
    assert not threading.Event().wait(0.05)  # five intervals in which a probe would have been due
    assert bench.driver.probes == before
    release.set()
    assert future.result(SOON)
    online(supervisor)


def test_waiting_work_goes_before_a_probe_that_is_due(bench: Bench) -> None:
    supervisor = bench.start(Timings(probe_every=0, first_retry=0.01, longest_retry=0.01))
    online(supervisor)
    release, _ = hold(supervisor)
    before = bench.driver.probes
    futures = [supervisor.submit(lambda driver: driver.probes) for _ in range(5)]
    release.set()
    assert [future.result(SOON) for future in futures] == [before] * 5


def test_a_connection_lost_in_a_job_fails_it_and_what_waits_and_reconnects(bench: Bench) -> None:
    supervisor = bench.start()
    online(supervisor)
    release = threading.Event()

    def lose(_: FakeDriver) -> None:
        release.wait(SOON)
        raise NotConnected("cable", outcome_known=False)

    lost = supervisor.submit(lose)
    waiting = supervisor.submit(lambda driver: driver.model)
    release.set()
    with pytest.raises(NotConnected) as caught:
        lost.result(SOON)
    assert not caught.value.outcome_known
    with pytest.raises(NotConnected) as caught:
        waiting.result(SOON)
    assert caught.value.outcome_known, "it was never begun"
    online(supervisor)
    assert bench.driver.opened == 2


def test_a_fault_in_a_job_shows_in_the_status_without_waiting_for_the_next_probe(bench: Bench) -> None:
    supervisor = bench.start(NEVER)
    online(supervisor)

    def run_out(driver: FakeDriver) -> None:
        driver.paper = Paper.OUT
        raise PaperOut("end")

    with pytest.raises(PaperOut):
        supervisor.run(run_out, timeout=SOON)
    assert supervisor.wait_for(lambda status: status.supplies.paper is Paper.OUT, SOON)


@pytest.mark.parametrize(
    "error", [DeviceTimeout("silent"), ProtocolError("noise"), ValueError("a bug in the work")]
)
def test_a_failed_job_is_followed_by_a_probe_and_the_link_stays_if_it_answers(
    bench: Bench, error: Exception
) -> None:
    supervisor = bench.start(NEVER)
    online(supervisor)
    before = bench.driver.probes

    def fail(_: FakeDriver) -> None:
        raise error

    with pytest.raises(type(error)):
        supervisor.run(fail, timeout=SOON)
    online(supervisor)
    assert bench.driver.probes == before + 1
    assert bench.driver.opened == 1


def test_no_card_says_nothing_about_the_devices_health(bench: Bench) -> None:
    supervisor = bench.start(NEVER)
    online(supervisor)
    before = bench.driver.probes

    def read(_: FakeDriver) -> None:
        raise NoCard

    with pytest.raises(NoCard):
        supervisor.run(read, timeout=SOON)
    assert supervisor.run(lambda driver: driver.probes, timeout=SOON) == before


def test_a_bug_in_the_driver_takes_it_offline_and_is_survived(bench: Bench) -> None:
    supervisor = bench.start(OFTEN)
    online(supervisor)
    bench.driver.crash = RuntimeError("bug")
    offline(supervisor)
    assert "bug" in supervisor.status.detail
    bench.driver.crash = None
    online(supervisor)


def test_a_listener_that_fails_does_not_stop_the_supervisor(bench: Bench) -> None:
    def fail(_: DeviceStatus) -> None:
        raise RuntimeError("listener")

    supervisor = bench.start(on_status=fail)
    online(supervisor)
    assert supervisor.run(lambda driver: driver.model, timeout=SOON) == "fake"
