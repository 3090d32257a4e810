"""A and B at one post, leave slips with their signatures, vacant posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import BadInput, Conflict, NotAllowed, NotFound
from hall.identity import Actor, Role, system_at
from hall.profile import BPostRule, HallProfile, Hours
from hall.queueing.calling import call_next
from hall.staffing.assignment import Assignment
from hall.staffing.attendance import Presence
from hall.staffing.chief import ChiefRepresentative
from hall.staffing.clerk import Clerk
from hall.staffing.establishment import (
    acting_chief,
    appoint_chief,
    assign,
    chief_away,
    end_assignment,
    full_terms,
    record_training,
    seal_custodian,
)
from hall.staffing.leave import CoverMissing, LeaveSlip, LeaveState
from hall.staffing.leave_rule import LeaveRule
from hall.staffing.leave_service import (
    LeaveRequest,
    cancel_leave,
    come_back,
    go_on_leave,
    leave_days,
    refuse_leave,
    request_leave,
    sign_leave,
    to_sign,
)
from hall.staffing.posts import hand_over, stand_by
from hall.staffing.service import SignInRefused, sign_out
from hall.staffing.vacancy import attendance_today, find_vacancies
from hall.staffing.window import Post, WindowState, WindowStateError
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import (
    FOOD,
    LI,
    PROFILE,
    ZHANG,
    PlainHasher,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.business_calendar.test_calendar import CALENDAR
from tests.unit.hall.queueing.test_calling import do

DAY = date(2025, 3, 3)
ADMIN = Actor("0001", frozenset({Role.ADMIN}), "counter-1")
CENTRE = Actor("0002", frozenset({Role.CENTRE}), "counter-1")
LEADER = Actor("0003", frozenset({Role.UNIT_LEADER}), "counter-1")
CHIEF = Actor("0007", frozenset({Role.CHIEF}), "counter-1")
SYSTEM = system_at("counter-1")
ANKANG = replace(PROFILE, leave=LeaveRule.ANKANG, b_post=BPostRule.B_FIRST_HALF_DAY)


def at(hour: int, minute: int = 0, day: int = 3) -> datetime:
    return datetime(2025, 3, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    trained = frozenset({FOOD.code})
    with store.begin() as uow:
        for number in ("0002", "0003", "0007"):
            uow.clerks.put(Clerk(number, f"人{number}", "scjg", frozenset({Role.CLERK}), "", trained))
        uow.commit()
    return store


def beside(store: FakeStore, password: str = "pw-1031") -> Any:
    return do(store, stand_by, 3, "1031", password, Post.B, hasher=PlainHasher(), station="counter-3")


def ask(
    store: FakeStore, starts: datetime, ends: datetime, profile: HallProfile = PROFILE, **more: Any
) -> LeaveSlip:
    request = LeaveRequest(starts, ends, "家事", window=3, **more)
    slip: LeaveSlip = do(store, request_leave, request, by=ZHANG, profile=profile, calendar=CALENDAR)
    return slip


@pytest.mark.req("W-03", "W-06")
def test_b_comes_before_a_goes(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    with pytest.raises(BadInput):
        do(store, hand_over, 3, to="1031", by=ZHANG)
    with pytest.raises(SignInRefused):
        beside(store, "wrong")
    beside(store)
    beside(store)  # twice after a crash
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    with pytest.raises(WindowStateError):
        do(store, hand_over, 3, to="1031", by=ZHANG)
    store.data.tickets[1] = store.data.tickets[1].voided()
    with pytest.raises(NotAllowed):
        do(store, hand_over, 3, to="1027", by=LI)
    store.now += timedelta(minutes=5)
    window = do(store, hand_over, 3, to="1031", by=ZHANG)
    assert (window.clerk, window.post, window.state) == ("1031", Post.B, WindowState.OPEN)
    stays = list(store.data.registers["attendance"].values())
    assert [(s.clerk, s.signed_out) for s in stays] == [("1027", store.now), ("1031", None)]
    do(store, sign_out, 3, by=LI)
    assert store.data.registers["attendance"][2].signed_out == store.now


@pytest.mark.req("W-03")
def test_scene_9_half_a_day_under_ankang_is_blocked_until_b_signs_in(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    slip = ask(store, at(9), at(12), ANKANG)
    assert slip.days == Fraction(1, 2)
    do(store, sign_leave, slip.id, by=CENTRE)
    with pytest.raises(CoverMissing):
        do(store, go_on_leave, slip.id, by=ZHANG, profile=ANKANG)
    beside(store)
    gone = do(store, go_on_leave, slip.id, by=ZHANG, profile=ANKANG)
    assert gone.state is LeaveState.LEFT and gone.left_at == store.now
    assert store.data.windows[3].clerk == "1031"
    store.now = at(12, 45)
    back = do(store, come_back, slip.id, by=ZHANG)
    assert back.state is LeaveState.BACK
    assert store.data.events[-1][0].payload["minutes_late"] == 45
    assert "家事" not in str(store.data.events)


@pytest.mark.req("W-03")
def test_scene_9_under_pingqiao_a_single_post_needs_no_cover_for_half_a_day(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    slip = ask(store, at(9), at(12))
    do(store, sign_leave, slip.id, by=CHIEF)
    do(store, go_on_leave, slip.id, by=ZHANG, profile=PROFILE)
    assert store.data.windows[3].state is WindowState.CLOSED


@pytest.mark.req("W-04")
def test_each_signs_in_turn_and_nobody_else(store: FakeStore) -> None:
    slip = ask(store, at(9), at(17, day=4))
    assert slip.days == 2
    with pytest.raises(NotAllowed):
        do(store, sign_leave, slip.id, by=CENTRE)  # the chief first
    with pytest.raises(BadInput):
        do(store, sign_leave, slip.id, by=ZHANG)
    with store.reading() as uow:
        assert [s.id for s in to_sign(uow, by=CHIEF)] == [slip.id] and to_sign(uow, by=CENTRE) == []
    assert do(store, sign_leave, slip.id, by=CHIEF).state is LeaveState.REQUESTED
    assert do(store, sign_leave, slip.id, by=CENTRE).state is LeaveState.APPROVED
    with pytest.raises(BadInput):
        do(store, sign_leave, slip.id, by=CENTRE)
    with pytest.raises(NotAllowed):
        do(store, cancel_leave, slip.id, by=LI)
    assert do(store, cancel_leave, slip.id, by=ZHANG).state is LeaveState.CANCELLED
    with pytest.raises(BadInput):
        do(store, go_on_leave, slip.id, by=ZHANG, profile=PROFILE)


@pytest.mark.req("W-04")
def test_the_length_decides_who_signs(store: FakeStore) -> None:
    short = ask(store, at(10), at(10, 30))
    assert short.state is LeaveState.APPROVED and short.days == 0
    assert len(ask(store, at(10), at(10, 31)).needed) == 1
    long = ask(store, at(9), at(12, day=5))  # two and a half days go to the higher level
    assert [str(a) for a in long.needed] == ["中心主管副职", "派驻单位主管领导"]
    do(store, sign_leave, long.id, by=CENTRE)
    refused = do(store, refuse_leave, long.id, by=LEADER, reason="人手不足")
    assert refused.state is LeaveState.REFUSED
    with pytest.raises(BadInput):
        ask(store, at(10), at(10))


@given(st.integers(0, 60), st.integers(1, 2000))
def test_leave_days_never_exceed_the_working_days_touched(start: int, minutes: int) -> None:
    begin = at(8) + timedelta(minutes=start * 13)
    end = begin + timedelta(minutes=minutes)
    days = leave_days(begin, end, hours=Hours(), calendar=CALENDAR)
    assert 0 <= days <= (end.date() - begin.date()).days + 1 and days.denominator in (1, 2)


@pytest.mark.req("W-07")
def test_the_stand_in_acts_while_the_chief_is_away(store: FakeStore) -> None:
    with store.reading() as uow, pytest.raises(NotFound):
        acting_chief(uow, "scjg")
    do(store, appoint_chief, ChiefRepresentative(0, "scjg", "0003", "全部", True, date(2024, 1, 1)), by=ADMIN)
    made = do(store, appoint_chief, ChiefRepresentative(0, "scjg", "0007", "全部事项", True, DAY), by=ADMIN)
    assert store.data.registers["chiefs"][1].until == date(2025, 3, 2)
    with pytest.raises(BadInput):
        do(store, chief_away, "scjg", stand_in="0007", start=at(9), until=None, by=CHIEF)
    with pytest.raises(NotAllowed):
        do(store, chief_away, "scjg", stand_in="0002", start=at(9), until=None, by=ZHANG)
    slip = ask(store, at(9), at(12))
    do(store, chief_away, "scjg", stand_in="0002", start=at(9), until=at(14), by=CHIEF)
    with store.reading() as uow:
        assert (acting_chief(uow, "scjg"), seal_custodian(uow, "scjg")) == ("0002", "0002")
    with pytest.raises(NotAllowed):
        do(store, sign_leave, slip.id, by=CHIEF)
    do(store, sign_leave, slip.id, by=Actor("0002", frozenset({Role.CLERK}), "counter-1"))
    store.now = at(14)
    with store.reading() as uow:
        assert acting_chief(uow, "scjg") == made.clerk


@pytest.mark.req("W-06")
def test_posts_change_with_an_overlap_and_terms_end_after_two_years(store: FakeStore) -> None:
    old = Assignment(0, "1027", 3, Post.A, date(2023, 3, 3), date(2023, 3, 1), "主管副区长")
    first = do(store, assign, old, by=ADMIN)
    with store.reading() as uow:
        assert [a.clerk for a in full_terms(uow)] == ["1027"]
    with pytest.raises(BadInput):  # nobody has come yet
        do(store, end_assignment, first.id, date(2025, 3, 7), by=ADMIN)
    with pytest.raises(BadInput):
        do(store, assign, old, by=ADMIN)
    do(store, assign, Assignment(0, "1031", 3, Post.A, date(2025, 3, 6), DAY, "主管副区长"), by=ADMIN)
    with pytest.raises(NotAllowed):
        do(store, end_assignment, first.id, date(2025, 3, 7), by=ZHANG)
    assert do(store, end_assignment, first.id, date(2025, 3, 7), by=ADMIN).ends == date(2025, 3, 7)
    # After a gap there is nobody to overlap with.
    store.data.registers["assignments"][2] = replace(store.data.registers["assignments"][2], ends=date(2025, 3, 9))
    with pytest.raises(BadInput, match="empty"):
        do(store, assign, Assignment(0, "0002", 3, Post.A, date(2025, 3, 12), DAY, "主管副区长"), by=ADMIN)


@pytest.mark.req("W-09")
def test_training_opens_a_post_and_failing_closes_it(store: FakeStore) -> None:
    with store.begin() as uow:
        uow.clerks.put(replace(uow.clerks.get("1031"), trained_items=frozenset()))
        uow.commit()
    with pytest.raises(NotAllowed):
        beside(store)
    do(store, record_training, "1031", FOOD.code, trained_on=DAY, passed=True, by=ADMIN)
    beside(store)
    do(store, record_training, "1031", FOOD.code, trained_on=DAY, passed=False, by=ADMIN)
    assert store.data.clerks["1031"].trained_items == frozenset()
    with pytest.raises(BadInput):
        do(store, record_training, "1031", FOOD.code, trained_on=date(2025, 3, 4), passed=True, by=ADMIN)
    assert [t.passed for t in store.data.registers["trainings"].values()] == [True, False]


def sweep_posts(store: FakeStore) -> list[int]:
    found = do(store, find_vacancies, by=SYSTEM, profile=PROFILE, calendar=CALENDAR)
    return [v.window for v in found]


@pytest.mark.req("W-05")
def test_a_vacant_post_is_raised_once_as_it_happens(store: FakeStore) -> None:
    do(store, assign, Assignment(0, "1027", 3, Post.A, date(2025, 1, 1), DAY, "主管副区长"), by=ADMIN)
    store.now = at(9, 5)
    assert sweep_posts(store) == []  # within the grace
    store.now = at(9, 6)
    assert sweep_posts(store) == [3]
    assert sweep_posts(store) == []
    open_window(store, 3, "1027")
    assert store.data.registers["vacancies"][1].ended_at == store.now
    with store.reading() as uow:
        [(_, presence)] = attendance_today(uow, profile=PROFILE, calendar=CALENDAR)
    assert presence is Presence.LATE
    store.now = at(10)
    do(store, sign_out, 3, by=ZHANG)
    store.now = at(10, 6)
    assert sweep_posts(store) == [3]
    assert store.kinds.count("window.vacant") == 2
    store.now = at(12, 30)
    assert sweep_posts(store) == []  # noon
    store.now = at(10, 30, day=8)
    assert sweep_posts(store) == []  # Saturday


def test_a_conflict_is_not_hidden(store: FakeStore) -> None:
    slip = ask(store, at(10), at(11))
    with store.begin() as uow:
        uow.registers.leave.save(slip, slip)
        uow.commit()
    with store.begin() as uow, pytest.raises(Conflict):
        uow.registers.leave.save(slip, slip)
