"""Holidays and 调休 (节假日): the package's national arrangement, and the hall's own days."""

from __future__ import annotations

from datetime import date

import chinese_calendar
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.statement import Statement
from db.tables import holiday_overrides
from db.unit_of_work import SqlUnitOfWork
from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded

c = holiday_overrides.c
ALL = Statement(sa.select(c.day, c.works).order_by(c.day))
NOTES = Statement(sa.select(c.day, c.note).order_by(c.day))
_put = insert(holiday_overrides)
PUT = Statement(
    _put.on_conflict_do_update(
        index_elements=["day"], set_={"works": _put.excluded.works, "note": _put.excluded.note}
    )
)
# The package names holidays in English; 中秋 and 国庆 of one arrangement bear the name of the longer one.
NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}


def holiday_name(day: date) -> str:
    """The national holiday that ``day`` is off for, such as “国庆节”; empty on other days and in unknown years."""
    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return ""
    return NAMES.get(str(name), "") if off else ""


class ChineseCalendarSource:
    """The State Council's arrangement as the package ``chinesecalendar`` knows it; fills `HolidaySource`."""

    def is_workday(self, day: date) -> bool:
        """True on working days, 调休 workdays included.

        Raises:
            YearNotLoaded: the package does not know the year; it is not guessed.
        """
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as error:
            message = f"{day.year} 年的节假日安排尚未载入，期限无法确定，请管理员导入节假日后重试。"
            raise YearNotLoaded(f"year {day.year}", message=message) from error


def overrides(uow: SqlUnitOfWork) -> dict[date, bool]:
    """The hall's own days, True = works."""
    return dict(uow.session.all(ALL))


def put_override(uow: SqlUnitOfWork, day: date, *, works: bool, note: str) -> None:
    """Add or replace one of the hall's own days."""
    uow.session.change(PUT, {"day": day, "works": works, "note": note})


def working_calendar(uow: SqlUnitOfWork) -> WorkingCalendar:
    """The hall's calendar as it stands now."""
    notes = dict(uow.session.all(NOTES))
    return WorkingCalendar(ChineseCalendarSource(), overrides(uow), notes, holiday_name)
