"""A hall that never closes (全年无休) needs no holiday table to say that it is open."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded, opening_state
from hall.profile import Hours, Session

SHANGHAI = ZoneInfo("Asia/Shanghai")
SUNDAY_NIGHT = datetime(2026, 11, 22, 3, 30, tzinfo=SHANGHAI)
ROUND_THE_CLOCK = (Session(time.min, time.max),)


class NoYearIsLoaded:
    """A holiday source that knows nothing."""

    def is_workday(self, day: date) -> bool:
        raise YearNotLoaded(f"{day.year} is not loaded")


def test_a_hall_open_every_day_is_open_on_a_sunday_night_of_an_unknown_year() -> None:
    state = opening_state(
        WorkingCalendar(NoYearIsLoaded()), Hours(sessions=ROUND_THE_CLOCK, every_day=True), SUNDAY_NIGHT
    )
    assert state.open
    assert not state.weekend_only


def test_an_ordinary_hall_still_asks_for_the_holidays_of_the_year() -> None:
    with pytest.raises(YearNotLoaded):
        opening_state(WorkingCalendar(NoYearIsLoaded()), Hours(sessions=ROUND_THE_CLOCK), SUNDAY_NIGHT)


def test_a_hall_open_every_day_still_keeps_its_hours_and_names_the_next_opening() -> None:
    state = opening_state(WorkingCalendar(NoYearIsLoaded()), Hours(every_day=True), SUNDAY_NIGHT)
    assert not state.open
    assert state.next_opening == datetime(2026, 11, 22, 9, 0, tzinfo=SHANGHAI)
