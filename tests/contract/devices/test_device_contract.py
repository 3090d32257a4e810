"""Every driver × simulator × fault; see `harness` for the contract and for how to add a device."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from devices.core.driver import Driver
from devices.core.errors import AddressError, DeviceError, NotConnected
from devices.core.status import Health, Link, Paper
from devices.core.supervisor import DeviceSupervisor, Timings
from devices.sim.catalogue import Host
from tests.contract.devices.harness import QUICK, Case, Expect, all_cases, settle

CASES = [pytest.param(case, id=case.name) for case in all_cases()]
FAULTS = [
    pytest.param(case, fault, expect, id=f"{case.name}-{fault}")
    for case in all_cases()
    for fault, expect in case.expectations().items()
]

# Of a device that only listens, or that speaks when a key is pressed, silence tells nothing.
ANSWERING = [
    pytest.param(case, id=case.name)
    for case in all_cases()
    if (silence := case.expectations().get("dont_answer")) is not None and not silence.may_succeed
]
GOING = [pytest.param(case, id=case.name) for case in all_cases() if "go_awol" in case.expectations()]
# Back on its address, a device is in use again so soon, in seconds.
BACK_WITHIN = 3.0


@pytest.fixture
def host(case: Case, tmp_path: Path) -> Iterator[Host]:
    simulator = case.simulate(tmp_path)
    simulator.start()
    yield simulator
    simulator.stop()


def attempt(case: Case, driver: Any, host: Host, expect: Expect | None) -> DeviceError | None:
    """Do the work once; check result or error, deadline and outcome; return the expected error, if any."""
    done_before = case.done(host) if case.done else 0
    began = time.monotonic()
    try:
        result = case.work(driver, host)
    except DeviceError as error:
        elapsed = time.monotonic() - began
        assert expect is not None and isinstance(error, expect.errors), f"unexpected {error!r}"
        assert any("一" <= character <= "鿿" for character in error.message), "no Chinese message"
        if error.outcome_known and case.done:
            assert case.done(host) == done_before, "it says 'known not done', but the device did it"
        assert elapsed <= case.deadline
        return error
    assert time.monotonic() - began <= case.deadline
    assert expect is None or expect.may_succeed, f"a fault went unnoticed: {result!r}"
    case.verify(result, host)
    if case.done:
        assert case.done(host) == done_before + 1
    return None


def work_under_supervision(
    supervisor: DeviceSupervisor[Any], case: Case, host: Host, expect: Expect
) -> DeviceError | None:
    """As `attempt`; where the fault may break the session the supervisor may be connecting anew just now."""
    try:
        return supervisor.run(lambda opened: attempt(case, opened, host, expect), timeout=case.deadline)
    except NotConnected as error:
        assert expect.errors, "a fault that the driver overcomes does not take it offline"
        assert error.outcome_known
        return error


@pytest.mark.parametrize("case", CASES)
def test_a_healthy_device_does_its_work_twice_in_one_session(case: Case, host: Host) -> None:
    driver = case.make(host)
    assert isinstance(driver, Driver)
    assert driver.model and isinstance(driver.verified, bool)
    driver.open()
    try:
        status = driver.probe()
        assert status.is_ready, status
        assert status.at.tzinfo is not None
        attempt(case, driver, host, None)
        attempt(case, driver, host, None)
        assert driver.probe().is_ready
    finally:
        driver.close()


@pytest.mark.parametrize(("case", "fault", "expect"), FAULTS)
def test_a_fault_before_the_connection_is_named_or_overcome(
    case: Case, fault: str, expect: Expect, host: Host
) -> None:
    host.command("fault", {"name": fault})
    settle(host, fault)
    driver = case.make(host)
    began = time.monotonic()
    try:
        driver.open()
    except DeviceError as error:
        assert isinstance(error, expect.errors), f"unexpected {error!r}"
        assert time.monotonic() - began <= case.deadline
    else:
        attempt(case, driver, host, expect)
    finally:
        driver.close()


@pytest.mark.parametrize(("case", "fault", "expect"), FAULTS)
def test_a_fault_in_a_session_is_named_and_the_device_comes_back(
    case: Case, fault: str, expect: Expect, host: Host
) -> None:
    driver = case.make(host)
    driver.open()
    try:
        attempt(case, driver, host, None)
        host.command("fault", {"name": fault})
        settle(host, fault)
        attempt(case, driver, host, expect)
    finally:
        driver.close()
    host.command("clear")
    supervisor = DeviceSupervisor(case.name, case.make(host), timings=QUICK)
    supervisor.start()
    try:
        assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
        supervisor.run(lambda opened: attempt(case, opened, host, None), timeout=case.deadline)
    finally:
        supervisor.stop()


@pytest.mark.parametrize(("case", "fault", "expect"), FAULTS)
def test_the_supervisor_tells_of_a_fault_and_of_its_end(case: Case, fault: str, expect: Expect, host: Host) -> None:
    supervisor = DeviceSupervisor(case.name, case.make(host), timings=QUICK)
    supervisor.start()
    try:
        assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
        before = supervisor.status.supplies
        host.command("fault", {"name": fault})
        if not expect.may_succeed:
            assert supervisor.wait_for(lambda status: not status.is_ready, 30), supervisor.status
            assert supervisor.status.health is not Health.OK
        elif fault in ("split", "slow", "merge"):  # the device still works, or nearly so
            work_under_supervision(supervisor, case, host, expect)
        host.command("clear")
        if fault in ("slow", "merge"):  # an answer may be under way still
            work_under_supervision(supervisor, case, host, expect)
        assert supervisor.wait_for(
            lambda status: status.is_ready and status.link is Link.ONLINE and status.supplies == before, 30
        ), supervisor.status
        supervisor.run(lambda opened: attempt(case, opened, host, None), timeout=case.deadline)
    finally:
        supervisor.stop()


@pytest.mark.parametrize("case", ANSWERING)
def test_a_silent_device_never_reads_as_healthy(case: Case, host: Host) -> None:
    driver = case.make(host)
    driver.open()
    host.command("fault", {"name": "dont_answer"})
    try:
        status = driver.probe()
        assert not status.is_ready, status
        assert status.supplies.paper is not Paper.OK
    except DeviceError:
        pass
    finally:
        driver.close()


@pytest.mark.parametrize("case", CASES)
def test_an_absent_device_is_not_connected(case: Case, host: Host) -> None:
    host.stop()
    driver = case.make(host)
    with pytest.raises(NotConnected):
        driver.open()
    driver.close()


@pytest.mark.parametrize("case", CASES)
def test_closing_never_raises_and_work_on_a_closed_driver_is_refused(case: Case, host: Host) -> None:
    driver = case.make(host)
    driver.close()
    driver.open()
    driver.close()
    driver.close()
    with pytest.raises(NotConnected) as caught:
        case.work(driver, host)
    assert caught.value.outcome_known
    with pytest.raises(NotConnected):
        driver.probe()
    driver.open()
    attempt(case, driver, host, None)
    driver.close()


@pytest.mark.parametrize("case", CASES)
def test_a_misspelt_option_is_refused_with_the_list_of_options(case: Case, host: Host) -> None:
    with pytest.raises(AddressError, match=r"colour.*known options"):
        case.make(host, "colour=blue")


@pytest.mark.parametrize("case", GOING)
def test_a_device_is_in_use_within_three_seconds_of_being_back(case: Case, host: Host) -> None:
    longest = Timings().longest_retry  # it was away for long, and is back just after it was looked for
    timings = Timings(probe_every=0.2, first_retry=longest, longest_retry=longest)
    supervisor = DeviceSupervisor(case.name, case.make(host), timings=timings)
    supervisor.start()
    try:
        assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
        host.command("fault", {"name": "go_awol"})
        settle(host, "go_awol")
        assert supervisor.wait_for(lambda status: status.link is Link.OFFLINE, 30), supervisor.status
        host.command("clear")
        assert supervisor.wait_for(lambda status: status.is_ready, BACK_WITHIN), supervisor.status
    finally:
        supervisor.stop()
