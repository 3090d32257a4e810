"""Working days and opening hours; dates from the scenes of docs/requirements.md."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded, opening_state
from hall.profile import Hours
from tests.support.fake_store import ZONE


class Holidays2025:
    """The arrangement around 清明 and 劳动节 2025, and plain weekends in 2024-2025."""

    off: ClassVar = {date(2025, 4, 4), *(date(2025, 5, day) for day in range(1, 6))}
    extra: ClassVar = {date(2025, 4, 27)}

    def is_workday(self, day: date) -> bool:
        if day.year not in (2024, 2025):
            raise YearNotLoaded(f"{day.year}")
        return day in self.extra or (day.weekday() < 5 and day not in self.off)


CALENDAR = WorkingCalendar(Holidays2025())


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2025, 3, 3), 10, date(2025, 3, 17)),
        (date(2025, 3, 7), 10, date(2025, 3, 21)),
        (date(2025, 3, 3), 15, date(2025, 3, 24)),
        (date(2025, 4, 25), 5, date(2025, 5, 6)),
    ],
)
def test_due_dates_of_the_scenes(start: date, days: int, due: date) -> None:
    assert CALENDAR.add_workdays(start, days) == due


def test_a_year_not_loaded_is_never_guessed() -> None:
    with pytest.raises(YearNotLoaded):
        CALENDAR.add_workdays(date(2025, 12, 30), 5)


def test_local_overrides_win() -> None:
    local = WorkingCalendar(Holidays2025(), {date(2025, 3, 4): False, date(2025, 3, 8): True})
    assert local.add_workdays(date(2025, 3, 3), 4) == date(2025, 3, 8)


@given(st.dates(date(2024, 1, 1), date(2025, 10, 1)), st.integers(0, 40))
def test_counting_there_and_back(start: date, days: int) -> None:
    due = CALENDAR.add_workdays(start, days)
    assert CALENDAR.workdays_between(start, due) == days
    assert CALENDAR.workdays_between(due, start) == -days


def state(at: datetime, hours: Hours | None = None) -> str:
    return opening_state(CALENDAR, hours or Hours(), at).words


@pytest.mark.req("Q-15")
@pytest.mark.parametrize(
    ("day", "clock", "words"),
    [
        (3, time(8, 59, 59), "未到办公时间"),
        (3, time(9), "正在办公"),
        (3, time(12), "午间休息"),
        (3, time(13), "正在办公"),
        (3, time(17), "已下班"),
        (8, time(10), "休息日"),
    ],
)
def test_hours_to_the_second(day: int, clock: time, words: str) -> None:
    assert state(datetime.combine(date(2025, 3, day), clock, ZONE)) == words


@pytest.mark.req("Q-15")
def test_noon_service_and_weekend_items() -> None:
    noon = datetime(2025, 3, 3, 12, 30, tzinfo=ZONE)
    assert state(noon, Hours(noon_service=True)) == "正在办公"
    weekend = opening_state(CALENDAR, Hours(weekend_items=True), datetime(2025, 3, 8, 10, tzinfo=ZONE))
    assert weekend.open and weekend.weekend_only


def test_a_working_sunday_is_a_working_day() -> None:
    assert state(datetime(2025, 4, 27, 10, tzinfo=ZONE)) == "正在办公"


def test_the_next_opening_is_named_across_a_holiday() -> None:
    evening = opening_state(CALENDAR, Hours(), datetime(2025, 4, 30, 18, tzinfo=ZONE))
    assert evening.next_opening == datetime(2025, 5, 6, 9, tzinfo=ZONE)
