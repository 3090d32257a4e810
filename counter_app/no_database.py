"""What stands where the database would be, for pictures of the screens (截图用)."""

from __future__ import annotations

from datetime import date

from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import Unavailable
from hall.ports import UnitOfWork


class NoStore:
    """Stands where a database would be."""

    def begin(self) -> UnitOfWork:
        """Away."""
        raise Unavailable("no database for pictures")

    def reading(self) -> UnitOfWork:
        """Away."""
        raise Unavailable("no database for pictures")


class NoWorker:
    """Runs nothing."""

    def run(self, *_: object) -> None:
        """Nothing."""


class NoPasswords:
    """Nobody signs in."""

    def hash(self, password: str) -> str:
        """None."""
        return ""

    def matches(self, password_hash: str, password: str) -> bool:
        """Never."""
        return False


class WeekDays:
    """A year without holidays."""

    def is_workday(self, day: date) -> bool:
        """Monday to Friday."""
        return day.weekday() < 5


CALENDAR = WorkingCalendar(WeekDays())
