"""Working days with public holidays and 调休, and opening hours.

Where the year's holidays come from is a port (`HolidaySource`); local overrides go before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def no_name(_: date) -> str:
    """For a source that names no holidays."""
    return ""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days of one hall.

    Attributes:
        source: national arrangement.
        overrides: local days, True = works; they win.
        notes: why a local day is off, such as “停电检修”.
        holiday_name: name of the national holiday a day belongs to, such as “国庆节”; empty for none.
    """

    source: HolidaySource
    overrides: Mapping[date, bool] = field(default_factory=dict)
    notes: Mapping[date, str] = field(default_factory=dict)
    holiday_name: Callable[[date], str] = no_name

    def day_off_name(self, day: date) -> str:
        """Why the hall does not work on ``day``: a holiday's name or the hall's note; empty on a plain weekend."""
        return self.notes.get(day, "") if day in self.overrides else self.holiday_name(day)

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
class Opening:
    """A moment from which numbers are given again (下次取号时间).

    Attributes:
        weekend_only: only published 便民 items are served then (开封§18).
        swapped: a Saturday or Sunday that is worked for a holiday (调休上班).
    """

    at: datetime
    weekend_only: bool = False
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class OpeningState:
    """Whether the hall takes numbers now, in words for the kiosk's head line.

    Attributes:
        next_opening: when it opens, while it is closed.
        weekend_only: only published 便民 items are served now.
        day_off: on a day off its name, if it has one (国庆节).
        closes: the end of today's last session, on a day that is served.
        coming: the next openings in order, up to the first for all items on another day.
    """

    open: bool
    words: str
    next_opening: datetime | None = None
    weekend_only: bool = False
    day_off: str = ""
    closes: datetime | None = None
    coming: tuple[Opening, ...] = ()


def opening_state(calendar: WorkingCalendar, hours: Hours, now: datetime) -> OpeningState:
    """Whether the hall is open at ``now``, which carries the hall's zone.

    Raises:
        YearNotLoaded: the year's holidays are not known, and the hall does not open every day.
    """
    today, clock = now.date(), now.timetz().replace(tzinfo=None)
    works = hours.every_day or calendar.is_workday(today)
    weekend = not works and hours.weekend_items and today.weekday() >= 5
    coming = _coming(calendar, hours, now)
    following = coming[0].at if coming else None
    if not (works or weekend):
        return OpeningState(False, "休息日", following, day_off=calendar.day_off_name(today), coming=coming)
    closes = datetime.combine(today, hours.sessions[-1].closes, tzinfo=now.tzinfo)
    if within_hours(hours, clock):
        words = "周末便民服务" if weekend else "正在办公"
        return OpeningState(True, words, weekend_only=weekend, closes=closes, coming=coming)
    if clock < hours.sessions[0].opens:
        words = "未到办公时间" if works else "休息日"
    elif clock < hours.sessions[-1].closes:
        words = "午间休息"
    else:
        words = "已下班" if works else "休息日"
    return OpeningState(False, words, following, closes=closes, coming=coming)


def within_hours(hours: Hours, clock: time) -> bool:
    """True when a day that is served is open at ``clock``."""
    if hours.noon_service:
        return hours.sessions[0].opens <= clock < hours.sessions[-1].closes
    return any(s.opens <= clock < s.closes for s in hours.sessions)


def _coming(calendar: WorkingCalendar, hours: Hours, now: datetime) -> tuple[Opening, ...]:
    """The openings after ``now``; they end where the holidays of the year are not known."""
    found: list[Opening] = []
    for offset in range(31):
        day = now.date() + timedelta(days=offset)
        try:
            works = hours.every_day or calendar.is_workday(day)
        except YearNotLoaded:
            break
        weekend = day.weekday() >= 5
        if not works and not (hours.weekend_items and weekend):
            continue
        swapped = works and weekend and not hours.every_day
        for session in hours.sessions[:1] if hours.noon_service else hours.sessions:
            opens = datetime.combine(day, session.opens, tzinfo=now.tzinfo)
            if opens > now:
                found.append(Opening(opens, not works, swapped))
        if works and offset:
            break
    return tuple(found)
