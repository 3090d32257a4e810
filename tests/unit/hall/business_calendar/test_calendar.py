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


def test_the_coming_openings_reach_to_the_first_one_for_all_items() -> None:
    friday = opening_state(CALENDAR, Hours(weekend_items=True), datetime(2025, 3, 7, 12, 30, tzinfo=ZONE))
    assert [(f"{o.at:%m-%d %H:%M}", o.weekend_only) for o in friday.coming] == [
        ("03-07 13:00", False),
        ("03-08 09:00", True),
        ("03-08 13:00", True),
        ("03-09 09:00", True),
        ("03-09 13:00", True),
        ("03-10 09:00", False),
        ("03-10 13:00", False),
    ]
    saturday = opening_state(CALENDAR, Hours(), datetime(2025, 4, 26, 10, tzinfo=ZONE))
    assert saturday.coming[0].swapped, "the 27th, a Sunday, is worked for the holiday"


def test_the_openings_end_where_the_holidays_are_not_known() -> None:
    evening = opening_state(CALENDAR, Hours(), datetime(2025, 12, 31, 18, tzinfo=ZONE))
    assert (evening.words, evening.next_opening, evening.coming) == ("已下班", None, ())


def test_a_day_off_bears_the_holidays_name_or_the_halls_own_note() -> None:
    day = date(2025, 3, 4)
    local = WorkingCalendar(Holidays2025(), {day: False}, {day: "停电检修"}, lambda _: "劳动节")
    assert local.day_off_name(day) == "停电检修"
    assert local.day_off_name(date(2025, 5, 1)) == "劳动节"
