"""One number through several windows, groups, branches, suspended tickets straight back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.errors import BadInput, NotAllowed
from hall.queueing.calling import call_next, call_ticket, finish_service, start_service, take_back, waiting_for
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.queueing.moves import suspend
from hall.queueing.ticket import TicketState, WrongState
from hall.queueing.visit import plan_steps
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    LI,
    MARRIAGE,
    OPEN,
    PROFILE,
    SHOP,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.queueing.test_calling import do


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    open_window(store, 5, "1031")
    return store


def test_one_number_goes_through_several_windows_in_its_place(store: FakeStore) -> None:
    request = TicketRequest(FOOD.code, OPEN, people=4, next_items=(MARRIAGE.code,))
    first = do(store, issue_ticket, request, by=KIOSK, profile=PROFILE).ticket
    do(store, confirm_ticket, first.id, by=KIOSK)
    take_ticket(store, MARRIAGE)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now += timedelta(minutes=7)
    on = do(store, finish_service, 3, by=ZHANG)
    assert (on.state, on.item, on.label, on.people, on.step) == (TicketState.WAITING, MARRIAGE.code, "A001", 4, 2)
    assert (on.zone, on.department, on.queued_at) == ("B", "mz", first.queued_at)
    called = do(store, call_next, 5, by=LI, profile=PROFILE)
    assert called.ticket.label == "A001"  # it came before B001
    do(store, start_service, 5, by=LI)
    store.now += timedelta(minutes=3)
    assert do(store, finish_service, 5, by=LI).state is TicketState.FINISHED
    with store.reading() as uow:
        steps = uow.registers.steps.where(ticket=first.id)
        assert [(s.item, s.window, s.clerk) for s in steps] == [(FOOD.code, 3, "1027")]
        samples = uow.statistics.finished_services(store.now.date())
    assert sorted((s.item, s.window, s.minutes) for s in samples) == [(FOOD.code, 3, 7.0), (MARRIAGE.code, 5, 3.0)]
    assert store.kinds.count("ticket.stepped") == store.kinds.count("ticket.finished") == 1


def test_steps_can_be_planned_until_the_visit_ends_and_need_a_window(store: FakeStore) -> None:
    ticket = take_ticket(store)
    do(store, plan_steps, ticket.id, (SHOP.code, MARRIAGE.code), by=ZHANG)
    with pytest.raises(NotAllowed):
        do(store, plan_steps, ticket.id, (), by=KIOSK)
    with pytest.raises(BadInput):
        do(store, plan_steps, ticket.id, (SHOP.code,) * 10, by=ZHANG)
    store.data.windows[5] = replace(store.data.windows[5], active=False)
    with pytest.raises(BadInput, match=MARRIAGE.code):
        do(store, plan_steps, ticket.id, (MARRIAGE.code,), by=ZHANG)
    store.data.tickets[ticket.id] = replace(store.data.tickets[ticket.id], state=TicketState.VOID)
    with pytest.raises(WrongState):
        do(store, plan_steps, ticket.id, (SHOP.code,), by=ZHANG)


@pytest.mark.parametrize("people", [0, 100])
def test_a_group_has_a_possible_size(store: FakeStore, people: int) -> None:
    with pytest.raises(BadInput):
        do(store, issue_ticket, TicketRequest(FOOD.code, OPEN, people=people), by=KIOSK, profile=PROFILE)


@pytest.mark.req("W-08")
def test_a_branch_serves_its_own_people(store: FakeStore) -> None:
    store.data.windows[5] = replace(store.data.windows[5], branch="east", items=frozenset({FOOD.code}))
    request = TicketRequest(FOOD.code, OPEN, branch="east")
    issued = do(store, issue_ticket, request, by=KIOSK, profile=PROFILE)
    do(store, confirm_ticket, issued.ticket.id, by=KIOSK)
    assert issued.windows == (5,)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE) is None
    with store.reading() as uow:
        assert waiting_for(uow, 3) == []
    with pytest.raises(NotAllowed):
        do(store, call_ticket, 3, issued.ticket.id, by=ZHANG, reason="帮忙")
    assert do(store, call_next, 5, by=LI, profile=PROFILE).ticket.branch == "east"


@pytest.mark.req("Q-13")
def test_a_suspended_ticket_comes_straight_back_to_a_free_window(store: FakeStore) -> None:
    ticket = take_ticket(store)
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    with pytest.raises(WrongState):
        do(store, take_back, 3, ticket.id, by=ZHANG)
    do(store, start_service, 3, by=ZHANG)
    do(store, suspend, 3, by=ZHANG, reason="补材料")
    back = do(store, take_back, 3, ticket.id, by=ZHANG)
    assert (back.ticket.label, back.ticket.state, back.ticket.window) == ("A001", TicketState.CALLED, 3)


@pytest.mark.req("Q-14")
def test_yesterday_s_ticket_is_never_called(store: FakeStore) -> None:
    ticket = take_ticket(store)
    store.now += timedelta(days=1)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE) is None
    with pytest.raises(WrongState) as refused:
        do(store, call_ticket, 3, ticket.id, by=ZHANG, reason="昨天没办")
    assert "不是今天的" in refused.value.message
