"""The hall's time on a display: what is done to the machine's clock does not matter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from display_app.hall_clock import HallClock

ZONE = ZoneInfo("Asia/Shanghai")
EVENING = datetime(2025, 3, 3, 23, 59, 30, tzinfo=ZONE)


class Machine:
    """A machine whose clock can be set while its uptime goes on."""

    def __init__(self) -> None:
        self.time = EVENING.astimezone(UTC)
        self.uptime = 100.0

    def pass_by(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.uptime += seconds


def test_the_clock_goes_on_evenly_when_the_machine_s_is_set_and_passes_midnight() -> None:
    machine = Machine()
    clock = HallClock(ZONE, lambda: machine.time, lambda: machine.uptime)
    machine.time += timedelta(hours=5)
    assert clock.now() == EVENING + timedelta(hours=5)  # nothing better is known yet
    clock.set_by(EVENING)
    for jump in (timedelta(hours=1), -timedelta(hours=2)):
        machine.time += jump
        machine.pass_by(20)
    assert clock.now() == EVENING + timedelta(seconds=40)
    assert clock.now().date() == EVENING.date() + timedelta(days=1)
    clock.set_by(EVENING + timedelta(hours=1))
    assert clock.now() == EVENING + timedelta(hours=1)
