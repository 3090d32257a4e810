"""Working days with public holidays and 调休, and opening hours.

Where the year's holidays come from is a port (`HolidaySource`); local overrides go before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Protocol

from hall.errors import HallError
from hall.profile import Hours


class YearNotLoaded(HallError):
    """The holidays of the year are not known (年度节假日未载入); a date in it can't be promised."""

    default_message = "该年度的节假日安排尚未载入，期限无法确定，请管理员导入节假日后重试。"


class HolidaySource(Protocol):
    """National holidays and 调休 (国务院办公厅放假安排)."""

    def is_workday(self, day: date) -> bool:
        """True on working days, 调休 workdays included.

        Raises:
            YearNotLoaded: the arrangement of that year is not known.
        """


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days of one hall.

    Attributes:
        source: national arrangement.
        overrides: local days, True = works; they win.
    """

    source: HolidaySource
    overrides: Mapping[date, bool] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """True when the hall works on ``day``.

        Raises:
            YearNotLoaded: neither an override nor the source knows it.
        """
        known = self.overrides.get(day)
        return self.source.is_workday(day) if known is None else known

    def add_workdays(self, start: date, days: int) -> date:
        """The day ``days`` working days after ``start``, the start day excluded (C-17); 0 gives ``start``.

        Raises:
            YearNotLoaded: the count runs into a year that is not loaded.
        """
        day = start
        while days > 0:
            day += timedelta(days=1)
            if self.is_workday(day):
                days -= 1
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; negative when ``end`` lies before."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


@dataclass(frozen=True, slots=True)
class OpeningState:
    """Whether the hall takes numbers now, in words for the kiosk's head line."""

    open: bool
    words: str
    next_opening: datetime | None = None
    weekend_only: bool = False


def opening_state(calendar: WorkingCalendar, hours: Hours, now: datetime) -> OpeningState:
    """Whether the hall is open at ``now``, which carries the hall's zone.

    Raises:
        YearNotLoaded: the year's holidays are not known, and the hall does not open every day.
    """
    today, clock = now.date(), now.timetz().replace(tzinfo=None)
    works = hours.every_day or calendar.is_workday(today)
    weekend = not works and hours.weekend_items and today.weekday() >= 5
    if works or weekend:
        if _within(hours, clock):
            return OpeningState(True, "周末便民服务" if weekend else "正在办公", weekend_only=weekend)
        if hours.sessions[0].opens <= clock < hours.sessions[-1].closes:
            return OpeningState(False, "午间休息", _next_opening(calendar, hours, now))
    return OpeningState(
        False,
        "未到办公时间" if works and clock < hours.sessions[0].opens else "已下班" if works else "休息日",
        _next_opening(calendar, hours, now),
    )


def _within(hours: Hours, clock: time) -> bool:
    if hours.noon_service:
        return hours.sessions[0].opens <= clock < hours.sessions[-1].closes
    return any(s.opens <= clock < s.closes for s in hours.sessions)


def _next_opening(calendar: WorkingCalendar, hours: Hours, now: datetime) -> datetime | None:
    for offset in range(31):
        day = now.date() + timedelta(days=offset)
        weekend = hours.weekend_items and day.weekday() >= 5
        if not (hours.every_day or calendar.is_workday(day) or weekend):
            continue
        for session in hours.sessions:
            opening = datetime.combine(day, session.opens, tzinfo=now.tzinfo)
            if opening > now:
                return opening
    return None
