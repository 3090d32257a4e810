"""Delegations, temporary windows, first contacts, those who can't come, help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hall.errors import BadInput, Conflict, NotAllowed
from hall.identity import Actor, Holder, HolderKind, Role, system_at
from hall.queueing.calling import call_next, call_ticket, finish_service, start_service
from hall.queueing.issue import TicketRequest
from hall.queueing.moves import transfer
from hall.staffing.contacts import (
    close_first_contact,
    issue_for_principal,
    log_first_contact,
    move_request,
    open_first_contacts,
    request_service,
)
from hall.staffing.delegation import Delegation
from hall.staffing.establishment import delegate, revoke_delegation
from hall.staffing.first_contact import ContactState, Handling
from hall.staffing.help import answer_help, call_help, open_help_calls
from hall.staffing.service import sign_in
from hall.staffing.service_request import RequestKind, RequestState
from hall.staffing.temporary import close_ended, prolong, set_up_temporary, take_away
from hall.staffing.window import Post, Window, WindowKind, WindowState, WindowStateError
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    LI,
    MARRIAGE,
    OPEN,
    PROFILE,
    WANG,
    ZHANG,
    PlainHasher,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.queueing.test_calling import do

DAY = date(2025, 3, 3)
ADMIN = Actor("0001", frozenset({Role.ADMIN}), "counter-1")
SYSTEM = system_at("counter-1")
DAUGHTER = Holder(HolderKind.QR, name="王小梅", id_number="410211200001011244", phone="13812345678")
DELEGATION = Delegation(0, "mz", frozenset({MARRIAGE.code}), 3, DAY, date(2025, 3, 4), "祥政数〔2025〕3号", "")
EXTRA = Window(9, "临时窗口", WindowKind.SPECIAL, "A", frozenset({FOOD.code}))


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    return store


@pytest.mark.req("Q-06")
def test_a_comprehensive_window_serves_what_is_delegated_to_it_while_that_holds(store: FakeStore) -> None:
    ticket = take_ticket(store, MARRIAGE)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE) is None
    with pytest.raises(NotAllowed):
        do(store, call_ticket, 3, ticket.id, by=ZHANG, reason="帮忙")
    made = do(store, delegate, DELEGATION, by=ADMIN)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE).ticket.id == ticket.id
    do(store, start_service, 3, by=ZHANG)
    do(store, finish_service, 3, by=ZHANG)
    assert MARRIAGE.code not in store.data.windows[3].items
    store.now += timedelta(days=2)
    take_ticket(store, MARRIAGE)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE) is None  # it ended
    store.now -= timedelta(days=1)
    do(store, revoke_delegation, made.id, by=ADMIN, reason="部门进驻")
    do(store, revoke_delegation, made.id, by=ADMIN, reason="部门进驻")
    with store.reading() as uow:
        assert uow.windows.get(3).delegated == frozenset()
    assert store.kinds.count("delegation.revoked") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"items": frozenset()},
        {"items": frozenset({FOOD.code})},  # not the department's
        {"ends": date(2025, 3, 2)},
        {"basis": " "},
        {"window": 9},  # no 综合窗口
    ],
)
def test_a_delegation_that_does_not_hold_is_refused(store: FakeStore, change: dict[str, object]) -> None:
    store.data.windows[9] = replace(EXTRA, kind=WindowKind.BANK)
    with pytest.raises(BadInput):
        do(store, delegate, replace(DELEGATION, **change), by=ADMIN)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        do(store, delegate, DELEGATION, by=ZHANG)


@pytest.mark.req("Q-07")
def test_a_temporary_window_closes_itself_but_never_while_it_serves(store: FakeStore) -> None:
    until = store.now + timedelta(hours=2)
    made = do(store, set_up_temporary, EXTRA, reason="年检高峰", until=until, by=ADMIN)
    assert (made.temporary_from, made.temporary_reason) == (store.now, "年检高峰")
    with pytest.raises(Conflict):
        do(store, set_up_temporary, EXTRA, reason="再设", until=until, by=ADMIN)
    with pytest.raises(Conflict):
        do(store, set_up_temporary, replace(EXTRA, number=3), reason="占用", until=until, by=ADMIN)
    open_window(store, 9, "1031")
    for _ in range(2):
        take_ticket(store)
    store.now = until - timedelta(seconds=1)
    do(store, call_next, 9, by=LI, profile=PROFILE)
    store.now = until
    assert do(store, close_ended, by=SYSTEM) == []  # it serves
    do(store, start_service, 9, by=LI)
    do(store, finish_service, 9, by=LI)
    assert store.data.windows[9].state is WindowState.CLOSED
    assert all(stay.signed_out for stay in store.data.registers["attendance"].values() if stay.window == 9)
    with pytest.raises(WindowStateError):
        do(store, sign_in, 9, "1031", "pw-1031", Post.A, hasher=PlainHasher(), station="counter-9")
    again = do(store, set_up_temporary, EXTRA, reason="再来", until=until + timedelta(hours=1), by=ADMIN)
    do(store, prolong, 9, until=until + timedelta(minutes=5), reason="人少了", by=ADMIN)
    open_window(store, 9, "1031")
    store.now = again.temporary_until or until
    with pytest.raises(WindowStateError):
        do(store, call_next, 9, by=LI, profile=PROFILE)
    assert [w.number for w in do(store, close_ended, by=SYSTEM)] == [9]
    assert do(store, close_ended, by=SYSTEM) == []


def test_a_window_taken_away_while_serving_finishes_and_frees_who_waited_for_it(store: FakeStore) -> None:
    with store.begin() as uow:
        uow.windows.put(EXTRA)
        uow.commit()
    open_window(store, 9, "1031")
    first, second = take_ticket(store), take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, transfer, 3, to_window=9, by=ZHANG, reason="专办")
    do(store, call_ticket, 9, second.id, by=LI, reason="先办")
    do(store, take_away, 9, reason="撤并", by=ADMIN)
    assert store.data.windows[9].state is WindowState.OPEN
    assert store.data.tickets[first.id].only_window is None
    assert "ticket.released" in store.kinds
    do(store, start_service, 9, by=LI)
    do(store, finish_service, 9, by=LI)
    assert store.data.windows[9].state is WindowState.CLOSED
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE).ticket.id == first.id


@pytest.mark.req("Q-17")
def test_the_first_person_asked_follows_the_matter_to_its_end(store: FakeStore) -> None:
    person = Holder(HolderKind.PHONE, name="王建国", phone="13812345678")
    with pytest.raises(BadInput):
        do(store, log_first_contact, question="怎么办证？", handling=Handling.GUIDED, by=ZHANG)
    made = do(
        store, log_first_contact, question="代收转交材料", handling=Handling.TAKEN_OVER, passed_to="5号窗口",
        person=person, by=ZHANG,
    )  # fmt: skip
    once = do(store, log_first_contact, question="几点下班？", handling=Handling.HANDLED, by=ZHANG)
    assert once.state is ContactState.CLOSED
    with store.reading() as uow:
        assert [c.id for c in open_first_contacts(uow, clerk="1027")] == [made.id]
        assert open_first_contacts(uow, clerk="1031") == []
    with pytest.raises(NotAllowed):
        do(store, close_first_contact, made.id, outcome="已办", by=LI)
    done = do(store, close_first_contact, made.id, outcome="已由5号窗口受理", by=ZHANG)
    assert (done.state, done.closed_by) == (ContactState.CLOSED, "1027")
    with pytest.raises(BadInput):
        do(store, close_first_contact, made.id, outcome="已办", by=ZHANG)
    assert "王建国" not in str(store.data.events) and "代收转交材料" not in str(store.data.events)


@pytest.mark.req("Q-16")
def test_somebody_acts_for_another_and_both_are_recorded(store: FakeStore) -> None:
    request = TicketRequest(FOOD.code, OPEN, DAUGHTER)
    pair = {"principal": WANG, "relation": "女儿", "by": KIOSK, "profile": PROFILE}
    issued = do(store, issue_for_principal, request, **pair)
    with store.reading() as uow:
        [stored] = uow.registers.service_requests.where(ticket=issued.ticket.id)
        assert (stored.principal, stored.agent, stored.relation) == (WANG, DAUGHTER, "女儿")
        assert uow.tickets.holder_of(issued.ticket.id) == DAUGHTER
        assert [r.id for r in uow.registers.service_requests.where(principal=WANG)] == [stored.id]
    for wrong in (replace(request, holder=WANG), replace(request, holder=Holder(HolderKind.NONE))):
        with pytest.raises(BadInput):
            do(store, issue_for_principal, wrong, **pair)
    assert "王小梅" not in str(store.data.events)


@pytest.mark.req("Q-16")
def test_a_visit_at_home_is_asked_for_assigned_and_done(store: FakeStore) -> None:
    visit = {"principal": WANG, "reason": "行动不便", "by": KIOSK}
    with pytest.raises(BadInput):
        do(store, request_service, RequestKind.HOME_VISIT, FOOD.code, address="某街1号", **visit)
    made = do(store, request_service, RequestKind.HOME_VISIT, FOOD.code, address="某街1号", agent=DAUGHTER, **visit)
    with pytest.raises(BadInput):
        do(store, move_request, made.id, RequestState.ASSIGNED, by=ZHANG)
    assert do(store, move_request, made.id, RequestState.ASSIGNED, clerk="1031", by=ZHANG).clerk == "1031"
    done = do(store, move_request, made.id, RequestState.DONE, outcome="已上门受理", by=LI)
    assert done.done_at == store.now
    with pytest.raises(BadInput):
        do(store, move_request, made.id, RequestState.CANCELLED, outcome="误点", by=LI)
    assert "某街" not in str(store.data.events)


def test_a_call_for_help_waits_until_somebody_goes(store: FakeStore) -> None:
    do(store, call_help, by=KIOSK, page="identify")
    with store.reading() as uow:
        [call] = open_help_calls(uow)
    guide = Actor("1040", frozenset({Role.GUIDE}), "guide-1")
    store.now += timedelta(seconds=40)
    answered = do(store, answer_help, call.id, by=guide)
    assert do(store, answer_help, call.id, by=LI) == answered
    assert store.data.events[-1][0].payload["seconds"] == 40
    with store.reading() as uow:
        assert open_help_calls(uow) == []
    assert datetime(2025, 3, 3, tzinfo=ZONE).date() == call.day
