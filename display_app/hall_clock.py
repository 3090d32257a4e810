"""The hall's time on a display (时钟): the database server's clock carried on by this machine's uptime.

A display whose own clock or zone is wrong, or is set while it runs, still shows the time by which the hall's
records are stamped.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


class HallClock:
    """Tells the hall's time; until the database was read for the first time, this machine's.

    Args:
        zone: the hall's zone.
        machine: this machine's clock, zone-aware.
        uptime: seconds that pass evenly, whatever is done to the clock.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        machine: Callable[[], datetime] = utc_now,
        uptime: Callable[[], float] = time.monotonic,
    ) -> None:
        self._zone = zone
        self._machine = machine
        self._uptime = uptime
        self._read: tuple[datetime, float] | None = None

    def set_by(self, database_time: datetime) -> None:
        """Follow the time that was just read from the database."""
        self._read = (database_time, self._uptime())

    def now(self) -> datetime:
        """Now, in the hall's zone."""
        if self._read is None:
            return self._machine().astimezone(self._zone)
        at, read = self._read
        return (at.astimezone(UTC) + timedelta(seconds=self._uptime() - read)).astimezone(self._zone)
