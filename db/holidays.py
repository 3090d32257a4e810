"""The national arrangement of holidays and 调休 (国务院办公厅放假安排), from the data of ``chinesecalendar``."""

from __future__ import annotations

from datetime import date

import chinese_calendar

from hall.business_calendar.calendar import YearNotLoaded


class NationalHolidays:
    """Fills `hall.business_calendar.calendar.HolidaySource`; knows the years the library ships."""

    def is_workday(self, day: date) -> bool:
        """True on working days, 调休 workdays included.

        Raises:
            YearNotLoaded: the library does not know the year yet.
        """
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as error:
            raise YearNotLoaded(f"no holiday arrangement for {day.year}") from error
