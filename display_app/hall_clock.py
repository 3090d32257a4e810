"""The hall's time on a display (时钟): the database server's clock carried on by this machine's.

A display whose own clock or zone is wrong still shows the time by which the hall's records are stamped.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


class HallClock:
    """Tells the hall's time.

    Args:
        zone: the hall's zone.
        machine: this machine's clock, zone-aware.
    """

    def __init__(self, zone: ZoneInfo, machine: Callable[[], datetime] = utc_now) -> None:
        self._zone = zone
        self._machine = machine
        self._ahead = timedelta(0)

    def set_by(self, database_time: datetime) -> None:
        """Follow the time that was just read from the database."""
        self._ahead = database_time - self._machine()

    def now(self) -> datetime:
        """Now, in the hall's zone."""
        return (self._machine() + self._ahead).astimezone(self._zone)
