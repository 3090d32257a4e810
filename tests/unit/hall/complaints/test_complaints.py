"""From the intake to the end: who may do what, whom it never goes to, what is on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.complaints.complaint import (
    IN_CHARGE,
    TRANSITIONS,
    Complaint,
    ComplaintKind,
    ComplaintState,
    ComplaintStep,
    NotNow,
    Office,
    Tag,
)
from hall.complaints.concerned import Concerned, possible_handlers
from hall.complaints.handling import (
    Channel,
    answer,
    assign,
    close,
    feed_back,
    investigate,
    note_missed_call,
    refer,
    reopen,
)
from hall.complaints.reading import complaints_for, records_of, taken_down_by
from hall.errors import BadInput, NotAllowed, NotFound
from hall.identity import ANONYMOUS, Actor, Role
from hall.ports import UnitOfWork
from hall.queueing.calling import call_next
from hall.queueing.standing import NoTicketToday
from hall.staffing.chief import ChiefRepresentative
from tests.support.complaint_staff import (
    BY_PHONE,
    FENG,
    GUIDE,
    GUO,
    MEI,
    QIAN,
    QIN,
    RUDE,
    STUCK,
    WU,
    add_staff,
    filed,
)
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, KIOSK, LI, PROFILE, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

T = TypeVar("T")
S = ComplaintState


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    add_staff(store)
    open_window(store, 3, "1027")
    return store


def do(store: FakeStore, work: Callable[[UnitOfWork], T]) -> T:
    with store.begin() as uow:
        result = work(uow)
        uow.commit()
    return result


def seen(store: FakeStore, by: Actor) -> list[str]:
    with store.reading() as uow:
        return [c.number for c in complaints_for(uow, by)]


def answered(store: FakeStore, made: Complaint, by: Actor = WU) -> Complaint:
    def work(uow: UnitOfWork) -> Complaint:
        assign(uow, made.id, by.name, by=by)
        investigate(uow, made.id, "调看监控，情况属实", by=by)
        return answer(uow, made.id, "已批评教育，向您致歉", by=by, profile=PROFILE, calendar=CALENDAR)

    return do(store, work)


@pytest.mark.req("R-05")
def test_a_complaint_goes_from_the_kiosk_to_its_end_and_every_step_is_on_record(store: FakeStore) -> None:
    made = filed(store)
    assert (made.kind, made.office, made.clerk, made.department) == (
        ComplaintKind.COMPLAINT, Office.SUPERVISION, "1027", "scjg",
    )  # fmt: skip
    assert (made.assign_by, made.answer_by, made.due) == (date(2025, 3, 4), date(2025, 3, 10), date(2025, 3, 4))
    assert seen(store, WU) == [made.number]
    store.now += timedelta(days=1)
    told = answered(store, made)
    assert (told.state, told.due) == (S.ANSWERED, date(2025, 3, 6))
    with pytest.raises(NotNow, match="not told"):
        do(store, lambda uow: close(uow, made.id, by=WU, profile=PROFILE))
    do(store, lambda uow: note_missed_call(uow, made.id, by=WU))
    do(store, lambda uow: feed_back(uow, made.id, Channel.PHONE, "仍不满意", by=WU))
    do(store, lambda uow: reopen(uow, made.id, "要求当面道歉", by=WU))
    do(store, lambda uow: answer(uow, made.id, "已当面道歉", by=WU, profile=PROFILE, calendar=CALENDAR))
    do(store, lambda uow: feed_back(uow, made.id, Channel.IN_PERSON, "满意", by=WU))
    ended = do(store, lambda uow: close(uow, made.id, by=WU, profile=PROFILE))
    assert (ended.state, ended.closed_at, ended.due) == (S.CLOSED, store.now, None)
    with store.reading() as uow:
        steps = [(str(r.step), r.by) for r in records_of(uow, ended)]
    assert steps == [
        ("receive", "citizen"),
        *((step, "2002") for step in ("assign", "investigate", "answer", "miss", "feed_back", "reopen")),
        *((step, "2002") for step in ("answer", "feed_back", "close")),
    ]
    mine = [(e.kind, e.payload) for e, _ in store.data.events if e.kind.startswith("complaint.")]
    assert len(mine) == len(steps)
    assert mine[0][1]["person"] == "李*"
    told_of = repr(mine)
    assert not any(
        secret in told_of for secret in (MEI.name, MEI.id_number, MEI.phone, "监控", "致歉", made.number)
    )


@pytest.mark.req("R-05")
def test_an_unresolved_matter_goes_to_discipline_and_nobody_else_sees_it(store: FakeStore) -> None:
    made = filed(store, STUCK)
    assert made.office is Office.DISCIPLINE
    assert seen(store, QIN) == [made.number]
    for other in (WU, FENG, GUO, ZHANG, LI, GUIDE):
        assert seen(store, other) == []
        with pytest.raises(NotAllowed):
            do(store, lambda uow, other=other: assign(uow, made.id, other.name, by=other))  # type: ignore[misc]
    with pytest.raises(NotAllowed, match="may not handle"):
        do(store, lambda uow: assign(uow, made.id, WU.name, by=QIN))
    assert do(store, lambda uow: assign(uow, made.id, QIN.name, by=QIN)).handler == "4001"


@pytest.mark.req("R-05")
def test_it_is_never_given_to_whom_it_concerns_nor_to_the_head_of_their_department(store: FakeStore) -> None:
    made = filed(store)
    do(store, lambda uow: uow.registers.chiefs.add(
        ChiefRepresentative(0, "scjg", "2003", "全部", True, date(2024, 1, 1))
    ))  # fmt: skip
    with store.reading() as uow:
        assert [c.number for c in possible_handlers(uow, made)] == ["1070", "2002"]
    for concerned in (FENG, QIAN):
        with pytest.raises(Concerned):
            do(store, lambda uow, to=concerned: assign(uow, made.id, to.name, by=WU))  # type: ignore[misc]
    with pytest.raises(Concerned):  # 2003 acts for the department: does not even see it
        do(store, lambda uow: assign(uow, made.id, "2002", by=QIAN))
    assert seen(store, QIAN) == []
    do(store, lambda uow: assign(uow, made.id, "1070", by=WU))
    assert seen(store, GUO) == [made.number]
    do(store, lambda uow: investigate(uow, made.id, "已向当事人核实", by=GUO))
    with pytest.raises(NotAllowed):
        do(store, lambda uow: close(uow, made.id, by=GUO, profile=PROFILE))
    with pytest.raises(NotAllowed):
        do(store, lambda uow: investigate(uow, made.id, "我也看看", by=replace(LI, roles=frozenset({Role.CHIEF}))))


@pytest.mark.req("R-05")
def test_misconduct_and_supervisors_themselves_go_to_discipline_at_once_the_rest_may_be_referred(
    store: FakeStore,
) -> None:
    assert filed(store, tags=(Tag.MISCONDUCT,)).office is Office.DISCIPLINE
    assert filed(store, window=None, clerk="2003").office is Office.DISCIPLINE
    made = filed(store)
    do(store, lambda uow: assign(uow, made.id, "2002", by=WU))
    gone = do(store, lambda uow: refer(uow, made.id, "涉嫌违纪", by=WU))
    assert (gone.office, gone.state, gone.handler) == (Office.DISCIPLINE, S.RECEIVED, "")
    assert made.number not in seen(store, WU)
    assert made.number in seen(store, QIN)
    with pytest.raises(BadInput):
        do(store, lambda uow: refer(uow, made.id, "再移一次", by=QIN))


def test_a_number_tells_item_window_and_clerk_and_the_clerk_does_not_take_it_down(store: FakeStore) -> None:
    take_ticket(store, FOOD)
    do(store, lambda uow: call_next(uow, 3, by=ZHANG, profile=PROFILE))
    made = filed(store, window=None, label="a001")
    assert (made.item, made.window, made.clerk, made.ticket) == ("SX002", 3, "1027", 1)
    with pytest.raises(Concerned, match="themselves"):
        filed(store, by=ZHANG)
    other = filed(store, by=LI)
    with store.reading() as uow:
        assert [c.id for c in taken_down_by(uow, LI)] == [other.id]
        assert taken_down_by(uow, ZHANG) == []
    with pytest.raises(NoTicketToday):
        filed(store, label="Z999")
    with pytest.raises(NotFound):
        filed(store, window=77)


def test_anonymous_complaints_are_taken_but_there_is_nobody_to_tell(store: FakeStore) -> None:
    made = filed(store, person=ANONYMOUS)
    assert made.anonymous
    answered(store, made)
    with pytest.raises(BadInput, match="nobody to tell"):
        do(store, lambda uow: feed_back(uow, made.id, Channel.PHONE, "", by=WU))
    assert do(store, lambda uow: close(uow, made.id, by=WU, profile=PROFILE)).state is S.CLOSED


def test_who_can_t_be_reached_three_times_is_closed_without(store: FakeStore) -> None:
    made = filed(store, person=BY_PHONE)
    answered(store, made)
    for _ in range(3):
        with pytest.raises(NotNow):
            do(store, lambda uow: close(uow, made.id, by=WU, profile=PROFILE))
        do(store, lambda uow: note_missed_call(uow, made.id, by=WU))
    assert do(store, lambda uow: close(uow, made.id, by=WU, profile=PROFILE)).state is S.CLOSED


@pytest.mark.parametrize(
    "changes",
    [
        {"tags": ()},
        {"tags": (Tag.PATIENT,)},
        {"text": "长" * 501},
        {"wants_call": True, "person": replace(MEI, phone="")},
        {"person": replace(MEI, phone="138-1234")},
        {"kind": ComplaintKind.UNRESOLVED, "tags": (Tag.OVERDUE,), "person": ANONYMOUS},
    ],
    ids=["nothing said", "other kind's tag", "too long", "call without phone", "no phone number", "nobody to help"],
)
def test_what_can_t_be_dealt_with_is_refused_in_chinese(store: FakeStore, changes: dict[str, object]) -> None:
    with pytest.raises(BadInput) as refusal:
        filed(store, RUDE, **changes)
    assert refusal.value.message != BadInput.default_message


def test_an_intake_does_not_fail_for_a_calendar_that_ends(store: FakeStore) -> None:
    store.now = store.now.replace(month=12, day=31)
    made = filed(store)
    assert made.answer_by is None
    assert not made.is_overdue(date(2030, 1, 1))


def test_every_limit_of_its_own_is_named_when_it_has_passed(store: FakeStore) -> None:
    made = filed(store)
    assert not made.is_overdue(date(2025, 3, 4))
    assert made.is_overdue(date(2025, 3, 5))
    assert not do(store, lambda uow: assign(uow, made.id, "2002", by=WU)).is_overdue(date(2025, 3, 10))


@given(steps=st.lists(st.sampled_from(ComplaintStep), max_size=12))
def test_no_order_of_steps_leaves_the_table(steps: list[ComplaintStep]) -> None:
    store = FakeStore()
    complaint = Complaint(
        1, "T250303AAAA", date(2025, 3, 3), ComplaintKind.COMPLAINT, Office.SUPERVISION, store.now, "", "k", MEI
    )  # fmt: skip
    for step in steps:
        before = complaint.state
        try:
            complaint = complaint.after(step)
        except NotNow:
            assert step not in TRANSITIONS[before]
            assert complaint.state is before
        else:
            assert complaint.state is TRANSITIONS[before][step]
    assert complaint.is_open or TRANSITIONS[complaint.state] == {}


def test_whoever_is_not_in_charge_does_nothing(store: FakeStore) -> None:
    made = filed(store)
    assert set(IN_CHARGE) == set(Office)
    for step in (
        lambda uow: assign(uow, made.id, "2002", by=KIOSK),
        lambda uow: investigate(uow, made.id, "看过", by=GUIDE),
        lambda uow: refer(uow, made.id, "移交", by=ZHANG),
    ):
        with pytest.raises(NotAllowed):
            do(store, step)
    assert store.kinds.count("complaint.received") == 1
