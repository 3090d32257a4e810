"""Types, addresses, passwords, holidays, the sample hall."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from db.engine import parse_url
from db.holidays import ChineseCalendarSource, holiday_name
from db.passwords import Argon2Passwords
from db.pinyin import readings_of
from db.sample import sample_password, seed_sample
from db.store import SqlStore
from db.types import UtcTime
from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded
from hall.errors import BadInput, Conflict
from hall.identity import system_at
from hall.queueing.ticket import TicketState
from hall.staffing.service import sign_in
from hall.staffing.window import Post

MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1),
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)  # fmt: skip


@given(first=MOMENTS, second=MOMENTS)
def test_times_keep_their_moment_and_their_order_as_text(first: datetime, second: datetime) -> None:
    kind, dialect = UtcTime(), sqlite.dialect()
    texts = [kind.process_bind_param(moment, dialect) for moment in (first, second)]
    assert kind.process_result_value(texts[0], dialect) == first
    assert (texts[0] < texts[1]) == (first < second)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])
def test_a_time_without_a_zone_is_refused(dialect: object) -> None:
    with pytest.raises(ValueError, match="zone"):
        UtcTime().process_bind_param(datetime(2025, 3, 3), dialect)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "hall.db", "sqlite://", "sqlite:///:memory:", "mysql://a/b", "postgresql+asyncpg://a"]
)
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_url(text)


def test_plain_postgresql_means_psycopg_3() -> None:
    assert parse_url("postgresql://u:p@h,i/d").drivername == "postgresql+psycopg"


def test_passwords_are_hashed_with_argon2id() -> None:
    passwords = Argon2Passwords(time_cost=1, memory_kib=64)
    made = passwords.hash("demo-1027")
    assert made.startswith("$argon2id$")
    assert made != passwords.hash("demo-1027")
    assert passwords.matches(made, "demo-1027")
    for wrong in ("", "demo-1028"):
        assert not passwords.matches(made, wrong)
    for no_hash in ("", "plain:demo-1027", "$argon2id$"):
        assert not passwords.matches(no_hash, "demo-1027")


@pytest.mark.req("Q-15")
def test_the_national_calendar_knows_days_in_lieu_and_does_not_guess() -> None:
    calendar = WorkingCalendar(ChineseCalendarSource())
    assert calendar.is_workday(date(2025, 4, 27))  # 调休
    assert not calendar.is_workday(date(2025, 5, 5))
    assert calendar.add_workdays(date(2025, 4, 25), 5) == date(2025, 5, 6)
    with pytest.raises(YearNotLoaded) as refusal:
        calendar.is_workday(date(2035, 1, 5))
    assert "2035" in refusal.value.message


def test_the_sample_hall_lets_zhang_wei_sign_in_at_window_3(sqlite_store: SqlStore) -> None:
    hasher = Argon2Passwords(time_cost=1, memory_kib=64)
    seed_sample(sqlite_store, hasher, by=system_at("test"))
    with sqlite_store.begin() as uow:
        signed = sign_in(uow, 3, "1027", sample_password("1027"), Post.A, hasher=hasher, station="counter-3")
        assert (signed.clerk.name, signed.window.name) == ("张伟", "无差别综合窗口")
        food = next(item for item in uow.catalogue.items() if item.name == "食品经营许可")
        assert food.code in signed.window.specialities
        assert (food.promised_days, food.statutory_days, len(food.materials)) == (10, 20, 5)
        assert len(uow.catalogue.items()) == 30
        assert len(uow.windows.all()) == 8
        for item in uow.catalogue.items():
            assert any(item.code in window.items for window in uow.windows.all()), item.name
        assert list(uow.tickets.in_state(uow.now.date(), TicketState)) == []
    with pytest.raises(Conflict):
        seed_sample(sqlite_store, hasher, by=system_at("test"))
    assert uow.now.astimezone(UTC).tzinfo is UTC


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 10, 1), "国庆节"),
        (date(2025, 10, 4), "国庆节"),  # a Saturday of the holiday
        (date(2025, 1, 28), "春节"),
        (date(2025, 5, 31), "端午节"),
        (date(2025, 10, 11), ""),  # worked for the holiday
        (date(2025, 3, 8), ""),
        (date(1999, 10, 1), ""),  # not known, not guessed
    ],
)
def test_a_holiday_has_its_chinese_name(day: date, name: str) -> None:
    assert holiday_name(day) == name


def test_characters_have_all_their_readings_as_they_are_typed() -> None:
    readings = readings_of(["银行女A1，", "重庆"])
    assert set(readings) == set("银行女重庆")
    assert {"hang", "xing"} <= set(readings["行"]) and {"zhong", "chong"} <= set(readings["重"])
    assert {"nv", "nu"} <= set(readings["女"])
