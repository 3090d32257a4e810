"""Attendance (考勤) and vacant posts (空岗): 安康六4, 祥符§34(二)4, W-05. Pure functions over a day's facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hall.staffing.window import Post


class Presence(StrEnum):
    """What came of a shift."""

    ON_TIME = "on_time"  # 正常
    LATE = "late"  # 迟到
    EARLY_LEAVE = "early_leave"  # 早退
    LATE_AND_EARLY = "late_and_early"  # 迟到并早退
    ABSENT = "absent"  # 缺勤
    ON_LEAVE = "on_leave"  # 请假
    OPEN = "open"  # 未签退


@dataclass(frozen=True, slots=True)
class SignTimes:
    """One stay at a window: signed in, signed out (None while there)."""

    clerk: str
    window: int
    signed_in: datetime
    signed_out: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One stay at a window on record (签到记录); `SignTimes` with its place in the database."""

    id: int
    day: date
    clerk: str
    window: int
    post: Post
    signed_in: datetime
    signed_out: datetime | None = None
    version: int = 0

    @property
    def times(self) -> SignTimes:
        """As the rules take it."""
        return SignTimes(self.clerk, self.window, self.signed_in, self.signed_out)


@dataclass(frozen=True, slots=True)
class VacancyRecord:
    """A vacant post as it was found (空岗记录); one for each window and moment it began."""

    id: int
    day: date
    window: int
    since: datetime
    found_at: datetime
    ended_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of opening hours a clerk is due for."""

    clerk: str
    window: int
    opens: datetime
    closes: datetime
    on_leave: bool = False


def judge(shift: Shift, stays: Sequence[SignTimes], *, early: timedelta, now: datetime) -> Presence | None:
    """How a clerk kept a shift; None while it can't be told yet.

    Args:
        stays: the clerk's stays of the day.
        early: staff are due so long before the opening (10 minutes); at that very moment is on time.
        now: nobody is absent before the shift is over, nor late before it began.
    """
    if shift.on_leave:
        return Presence.ON_LEAVE
    mine = sorted(
        (s for s in stays if s.clerk == shift.clerk and (s.signed_out is None or s.signed_out > shift.opens - early)
         and s.signed_in < shift.closes),
        key=lambda s: s.signed_in,
    )  # fmt: skip
    due = shift.opens - early
    if not mine:
        return Presence.ABSENT if now >= shift.closes else None
    late = mine[0].signed_in > due
    last = mine[-1].signed_out
    if last is None:
        if now < shift.closes:
            return Presence.LATE if late else None
        return Presence.OPEN
    left_early = last < shift.closes and now >= shift.closes
    if late and left_early:
        return Presence.LATE_AND_EARLY
    if late:
        return Presence.LATE
    return Presence.EARLY_LEAVE if left_early else Presence.ON_TIME


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post nobody holds in open hours (空岗)."""

    window: int
    since: datetime


def vacancies(
    shifts: Sequence[Shift], stays: Sequence[SignTimes], *, grace: timedelta, now: datetime
) -> list[Vacancy]:
    """Windows that should serve now and where neither A nor B has been signed in for longer than ``grace``."""
    found = []
    for window in sorted({s.window for s in shifts}):
        current = [s for s in shifts if s.window == window and s.opens <= now < s.closes]
        if not current:
            continue
        here = [s for s in stays if s.window == window]
        if any(s.signed_out is None and s.signed_in <= now for s in here):
            continue
        opened = min(s.opens for s in current)
        gone = [s.signed_out for s in here if s.signed_out is not None and opened < s.signed_out <= now]
        since = max([opened, *gone])
        if now - since > grace:
            found.append(Vacancy(window, since))
    return found
