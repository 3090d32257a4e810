"""What time alone brings about (定时处理): one use case that any station may run, as often as it likes.

Unconfirmed numbers void themselves, late appointments are forfeited, temporary windows end, vacant posts are
raised, overtime is recorded, yesterday is put away, the effect of a confirmed suggestion is measured. Each part
changes only what is due, so that a crash between two runs, or two stations at once, do no harm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hall.appointments.arrival import forfeit_late
from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded
from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.balance import measure_due
from hall.queueing.closing import record_overtime, roll_over
from hall.queueing.issue import void_unconfirmed
from hall.staffing.temporary import close_ended
from hall.staffing.vacancy import find_vacancies


@dataclass(frozen=True, slots=True)
class Swept:
    """How many of each were due.

    Attributes:
        calendar_missing: vacant posts were not looked for: the calendar does not know the year.
    """

    unconfirmed: int
    forfeited: int
    closed: int
    vacant: int
    overtime: int
    left_over: int
    measured: int = 0
    calendar_missing: bool = False

    @property
    def anything(self) -> bool:
        """True when something was changed."""
        return any(
            (
                self.unconfirmed,
                self.forfeited,
                self.closed,
                self.vacant,
                self.overtime,
                self.left_over,
                self.measured,
            )
        )


def sweep(uow: UnitOfWork, *, by: Actor, profile: HallProfile, calendar: Callable[[], WorkingCalendar]) -> Swept:
    """Do all that is due now; the caller commits. A reading unit refuses the first change there would be.

    Raises:
        Conflict: another station was faster with one of them; the next run finds the rest.
    """
    unconfirmed = len(void_unconfirmed(uow, by=by, profile=profile))
    forfeited = len(forfeit_late(uow, by=by, profile=profile))
    closed = len(close_ended(uow, by=by))
    vacant = None
    try:
        vacant = len(find_vacancies(uow, by=by, profile=profile, calendar=calendar()))
    except YearNotLoaded:
        # On New Year's morning nobody may be told a post is vacant on a holiday; all else goes on.
        pass
    overtime = len(record_overtime(uow, by=by, profile=profile))
    left_over = len(roll_over(uow, by=by))
    measured = len(measure_due(uow, by=by))
    return Swept(
        unconfirmed, forfeited, closed, vacant or 0, overtime, left_over, measured, calendar_missing=vacant is None
    )
