"""Opening and closing a thousand times leaves no thread and no descriptor behind.

``HALL_LEAK_ROUNDS`` sets another number of rounds.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.core.errors import DeviceError
from devices.core.supervisor import DeviceSupervisor
from devices.sim.catalogue import Host
from tests.contract.devices.harness import QUICK, Case, all_cases

CASES = [pytest.param(case, id=case.name) for case in all_cases()]


ROUNDS = int(os.environ.get("HALL_LEAK_ROUNDS", "250"))
SUPERVISED_ROUNDS = max(ROUNDS // 10, 5)


@pytest.fixture
def host(case: Case, tmp_path: Path) -> Iterator[Host]:
    simulator = (case.leak_simulate or case.simulate)(tmp_path)
    simulator.start()
    yield simulator
    simulator.stop()


def held() -> tuple[int, int]:
    """Open descriptors and living threads of this process."""
    return len(list(Path("/proc/self/fd").iterdir())), threading.active_count()


def what_is_held() -> str:
    """Threads and descriptors by name, to find the one that stayed."""
    threads = [thread.name for thread in threading.enumerate()]
    descriptors = []
    for link in Path("/proc/self/fd").iterdir():
        try:
            descriptors.append(str(link.readlink()))
        except OSError:
            pass  # that of this very listing
    return f"threads {threads}, descriptors {descriptors}"


def settled(baseline: tuple[int, int] | None = None) -> tuple[int, int]:
    """What is held once nothing changes any more, or is no more than the baseline (or the time is up)."""
    pause = threading.Event()
    before, same = held(), 0
    for _ in range(250):
        pause.wait(0.02)
        now = held()
        same = same + 1 if now == before else 0
        if now <= baseline if baseline else same >= 5:
            return now
        before = now
    return held()


@pytest.mark.parametrize("case", CASES)
def test_opening_and_closing_leaks_nothing(case: Case, host: Host) -> None:
    driver = case.make(host)
    driver.open()  # once before counting: libraries open files of their own on first use
    case.work(driver, host)
    driver.close()
    before = settled()
    for _ in range(ROUNDS):
        driver.open()
        driver.probe()
        driver.close()
    after = settled(before)
    assert after[0] <= before[0] and after[1] <= before[1], what_is_held()


@pytest.mark.parametrize("case", CASES)
def test_failing_to_open_leaks_nothing(case: Case, host: Host) -> None:
    driver = case.make(host)
    driver.open()
    driver.close()
    host.stop()
    before = settled()
    for _ in range(ROUNDS):
        with pytest.raises(DeviceError):
            driver.open()
        driver.close()
    after = settled(before)
    assert after[0] <= before[0] and after[1] <= before[1], what_is_held()


@pytest.mark.parametrize("case", CASES)
def test_supervisors_come_and_go_without_a_trace(case: Case, host: Host) -> None:
    before: tuple[int, int] | None = None
    for _ in range(SUPERVISED_ROUNDS):
        supervisor = DeviceSupervisor(case.name, case.make(host), timings=QUICK)
        supervisor.start()
        assert supervisor.wait_for(lambda status: status.is_ready, 30), supervisor.status
        supervisor.stop()
        if before is None:
            before = settled()
    assert before is not None
    after = settled(before)
    assert after[0] <= before[0] and after[1] <= before[1], what_is_held()
