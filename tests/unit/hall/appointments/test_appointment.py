"""Booking ahead, lateness to the second, slots."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.appointments.appointment import (
    Appointment,
    AppointmentRules,
    AppointmentState,
    Channel,
    Forfeited,
    Slot,
    TooEarly,
    TooSoon,
    check_arrival,
    check_lead,
    day_slots,
    is_too_late,
)
from hall.errors import BadInput
from tests.support.fake_store import ZONE
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

RULES = AppointmentRules()
AT = datetime(2025, 3, 10, 10, 0, tzinfo=ZONE)


@pytest.mark.req("Q-11")
def test_three_working_days_ahead_at_the_window() -> None:
    """Scene 8: 李梅's appointment for 03-10."""
    check_lead(CALENDAR, AT, Channel.WINDOW, RULES, now=datetime(2025, 3, 5, 16, 59, tzinfo=ZONE))
    with pytest.raises(TooSoon) as refused:
        check_lead(CALENDAR, AT, Channel.WINDOW, RULES, now=datetime(2025, 3, 6, 9, 0, tzinfo=ZONE))
    assert "最早可约3月11日" in refused.value.message


def test_online_may_be_the_same_day_but_not_the_past() -> None:
    check_lead(CALENDAR, AT, Channel.ONLINE, RULES, now=AT - timedelta(minutes=1))
    with pytest.raises(TooSoon):
        check_lead(CALENDAR, AT, Channel.ONLINE, RULES, now=AT)


@pytest.mark.req("Q-11")
@pytest.mark.parametrize(("clock", "late"), [(time(10, 30), False), (time(10, 30, 1), True), (time(11, 15), True)])
def test_thirty_minutes_to_the_second(clock: time, late: bool) -> None:
    arrives = datetime.combine(AT.date(), clock, ZONE)
    assert is_too_late(AT, RULES, now=arrives) is late
    if late:
        with pytest.raises(Forfeited):
            check_arrival(AT, RULES, now=arrives)
    else:
        check_arrival(AT, RULES, now=arrives)


def test_check_in_opens_before_the_slot() -> None:
    with pytest.raises(TooEarly) as refused:
        check_arrival(AT, RULES, now=datetime(2025, 3, 10, 9, 29, 59, tzinfo=ZONE))
    assert "09:30" in refused.value.message
    check_arrival(AT, RULES, now=datetime(2025, 3, 10, 9, 30, tzinfo=ZONE))


def test_an_ended_appointment_stays_ended() -> None:
    appointment = Appointment(1, "ABCD1234", "SX002", AT, Channel.WINDOW)
    arrived = appointment.arrived(7, AT)
    assert (arrived.state, arrived.ticket) == (AppointmentState.ARRIVED, 7)
    for ended in (arrived, appointment.forfeited(), appointment.cancelled()):
        with pytest.raises(BadInput):
            ended.arrived(8, AT)


def test_slots_of_a_day_leave_out_noon_and_the_rest() -> None:
    sessions = ((time(9), time(12)), (time(13), time(17, 20)))
    slots = day_slots("SX002", date(2025, 3, 10), sessions, RULES, ZONE)
    assert len(slots) == 6 + 8
    assert slots[5].ends.time() == time(12) and slots[6].starts.time() == time(13)
    assert slots[-1].ends.time() == time(17)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), min_size=2, max_size=2))
def test_overlap_is_symmetric_and_touching_is_not_overlapping(spans: list[tuple[int, int]]) -> None:
    first, second = (Slot("SX002", AT + timedelta(minutes=s), AT + timedelta(minutes=s + n), 1) for s, n in spans)
    assert first.overlaps(second) == second.overlaps(first)
    after = Slot("SX002", first.ends, first.ends + timedelta(minutes=5), 1)
    assert not first.overlaps(after)
