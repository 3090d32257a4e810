"""Lateness, early leave, absence and vacant posts, to the second."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from hall.staffing.attendance import Presence, Shift, SignTimes, Vacancy, judge, vacancies
from tests.support.fake_store import ZONE

EARLY = timedelta(minutes=10)
GRACE = timedelta(minutes=5)


def at(*clock: int) -> datetime:
    return datetime.combine(date(2025, 3, 3), time(*clock), ZONE)


MORNING = Shift("1027", 3, at(9), at(12))
EVENING = at(18)


@pytest.mark.req("W-05")
@pytest.mark.parametrize(
    ("signed_in", "signed_out", "presence"),
    [
        (at(8, 50), at(12), Presence.ON_TIME),
        (at(8, 50, 1), at(12), Presence.LATE),
        (at(8, 50), at(11, 59, 59), Presence.EARLY_LEAVE),
        (at(9, 5), at(11), Presence.LATE_AND_EARLY),
        (at(8, 50), None, Presence.OPEN),
    ],
)
def test_a_shift_is_judged_to_the_second(
    signed_in: datetime, signed_out: datetime | None, presence: Presence
) -> None:
    assert judge(MORNING, [SignTimes("1027", 3, signed_in, signed_out)], early=EARLY, now=EVENING) is presence


def test_nobody_is_absent_before_the_shift_is_over() -> None:
    assert judge(MORNING, [], early=EARLY, now=at(11, 59, 59)) is None
    assert judge(MORNING, [], early=EARLY, now=at(12)) is Presence.ABSENT
    on_leave = Shift("1027", 3, at(9), at(12), on_leave=True)
    assert judge(on_leave, [], early=EARLY, now=EVENING) is Presence.ON_LEAVE


def test_a_stay_of_the_afternoon_does_not_count_for_the_morning() -> None:
    assert judge(MORNING, [SignTimes("1027", 3, at(13), at(17))], early=EARLY, now=EVENING) is Presence.ABSENT


@pytest.mark.req("W-05")
def test_a_vacant_post_is_raised_after_the_grace() -> None:
    assert vacancies([MORNING], [], grace=GRACE, now=at(9, 5)) == []
    assert vacancies([MORNING], [], grace=GRACE, now=at(9, 5, 1)) == [Vacancy(3, at(9))]
    left = [SignTimes("1027", 3, at(8, 50), at(10))]
    assert vacancies([MORNING], left, grace=GRACE, now=at(10, 6)) == [Vacancy(3, at(10))]
    covered = [*left, SignTimes("1031", 3, at(10, 2))]
    assert vacancies([MORNING], covered, grace=GRACE, now=at(10, 6)) == []
    assert vacancies([MORNING], [], grace=GRACE, now=at(12)) == []
