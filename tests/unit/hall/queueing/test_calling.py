"""Calling and serving, on the fake store."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hall.errors import BadInput, NotAllowed
from hall.queueing.calling import (
    NoTicketHere,
    NotYetMissed,
    WindowBusy,
    call_next,
    call_ticket,
    finish_service,
    mark_missed,
    preview_next,
    recall,
    start_service,
    waiting_for,
)
from hall.queueing.moves import requeue, resume, suspend, transfer, undo_missed, void
from hall.queueing.ticket import TicketState, WrongState
from hall.staffing.service import pause_window
from hall.staffing.window import WindowStateError
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    LI,
    MARRIAGE,
    PROFILE,
    WANG,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)  # fmt: skip


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    open_window(store, 5, "1031")
    return store


def do(store: FakeStore, use_case, *args, **named):  # type: ignore[no-untyped-def]
    with store.begin() as uow:
        result = use_case(uow, *args, **named)
        uow.commit()
    return result


def call(store: FakeStore, number: int = 3, by=ZHANG):  # type: ignore[no-untyped-def]
    return do(store, call_next, number, by=by, profile=PROFILE)


@pytest.mark.req("Q-03")
def test_only_an_authorised_window_calls_a_ticket(store: FakeStore) -> None:
    ticket = take_ticket(store)
    assert call(store, 5, LI) is None
    with pytest.raises(NotAllowed) as refused:
        do(store, call_ticket, 5, ticket.id, by=LI, reason="熟人")
    assert "5号窗口未被授权" in refused.value.message
    assert call(store).ticket.label == ticket.label


def test_the_preview_is_who_is_then_called(store: FakeStore) -> None:
    take_ticket(store)
    take_ticket(store)
    with store.reading() as uow:
        preview = preview_next(uow, 3, profile=PROFILE)
    assert preview is not None
    called = call(store)
    assert (called.ticket.id, called.reason) == (preview.ticket.id, preview.reason)


def test_a_window_has_one_ticket_at_a_time(store: FakeStore) -> None:
    take_ticket(store)
    take_ticket(store)
    call(store)
    with pytest.raises(WindowBusy):
        call(store)


def test_only_who_sits_there_may_call(store: FakeStore) -> None:
    take_ticket(store)
    with pytest.raises(NotAllowed):
        call(store, 3, LI)
    with pytest.raises(NotAllowed):
        call(store, 3, KIOSK)


def test_a_paused_window_calls_nobody(store: FakeStore) -> None:
    take_ticket(store)
    back = store.now + timedelta(minutes=20)
    do(store, pause_window, 3, reason="暂离", whereabouts="区人社局", back_at=back, by=ZHANG)
    with pytest.raises(WindowStateError):
        call(store)


def test_a_visit_from_call_to_finish(store: FakeStore) -> None:
    take_ticket(store)
    call(store)
    assert do(store, recall, 3, by=ZHANG).calls == 2
    do(store, start_service, 3, by=ZHANG)
    with pytest.raises(WrongState):
        do(store, recall, 3, by=ZHANG)
    store.now += timedelta(minutes=75)
    finished = do(store, finish_service, 3, by=ZHANG)
    assert finished.state is TicketState.FINISHED
    assert store.data.events[-1][0].payload["seconds"] == 75 * 60
    with pytest.raises(NoTicketHere):
        do(store, finish_service, 3, by=ZHANG)


@pytest.mark.req("Q-12")
def test_missed_after_three_calls_and_requeued_once(store: FakeStore) -> None:
    ticket = take_ticket(store, holder=WANG)
    for _ in range(2):
        call(store)
        with pytest.raises(NotYetMissed) as refused:
            do(store, mark_missed, 3, by=ZHANG, profile=PROFILE)
        assert "呼叫满3次" in refused.value.message
        do(store, recall, 3, by=ZHANG)
        do(store, recall, 3, by=ZHANG)
        do(store, mark_missed, 3, by=ZHANG, profile=PROFILE)
        if store.data.tickets[ticket.id].requeues == 0:
            store.now += timedelta(minutes=5)
            again = do(store, requeue, ticket.id, by=KIOSK, profile=PROFILE)
            assert again.queued_at == store.now
    with pytest.raises(BadInput):
        do(store, requeue, ticket.id, by=KIOSK, profile=PROFILE)
    assert take_ticket(store, holder=WANG).label == "A002"


def test_a_missed_ticket_does_not_come_back_beside_a_new_number(store: FakeStore) -> None:
    ticket = take_ticket(store, holder=WANG)
    call(store)
    do(store, recall, 3, by=ZHANG)
    do(store, recall, 3, by=ZHANG)
    do(store, mark_missed, 3, by=ZHANG, profile=PROFILE)
    take_ticket(store, holder=WANG)
    with pytest.raises(BadInput, match="new number"):
        do(store, requeue, ticket.id, by=KIOSK, profile=PROFILE)


def test_a_wrong_miss_can_be_undone_while_the_window_is_free(store: FakeStore) -> None:
    ticket = take_ticket(store)
    call(store)
    for _ in range(2):
        do(store, recall, 3, by=ZHANG)
    do(store, mark_missed, 3, by=ZHANG, profile=PROFILE)
    assert do(store, undo_missed, 3, ticket.id, by=ZHANG).state is TicketState.CALLED


def test_yesterdays_ticket_does_not_come_back(store: FakeStore) -> None:
    ticket = take_ticket(store)
    call(store)
    for _ in range(2):
        do(store, recall, 3, by=ZHANG)
    do(store, mark_missed, 3, by=ZHANG, profile=PROFILE)
    store.now += timedelta(days=1)
    with pytest.raises(WrongState):
        do(store, requeue, ticket.id, by=KIOSK, profile=PROFILE)


@pytest.mark.req("Q-13")
def test_suspended_and_resumed_keeps_the_place(store: FakeStore) -> None:
    first, second = take_ticket(store), take_ticket(store)
    call(store)
    do(store, start_service, 3, by=ZHANG)
    do(store, suspend, 3, by=ZHANG, reason="补复印件")
    assert [t.id for t in waiting_for(store.reading().__enter__(), 3)] == [second.id]
    do(store, resume, first.id, by=ZHANG)
    assert call(store).ticket.id == first.id


def test_a_transfer_goes_to_an_authorised_open_window(store: FakeStore) -> None:
    take_ticket(store)
    call(store)
    with pytest.raises(NotAllowed):
        do(store, transfer, 3, to_window=5, by=ZHANG, reason="忙")
    with pytest.raises(BadInput):
        do(store, transfer, 3, to_window=3, by=ZHANG, reason="忙")


@pytest.mark.req("Q-13")
def test_void_needs_a_reason_and_a_called_ticket_is_not_the_citizens_to_void(store: FakeStore) -> None:
    ticket = take_ticket(store, MARRIAGE)
    with pytest.raises(BadInput):
        do(store, void, ticket.id, by=ZHANG, reason=" ")
    do(store, call_next, 5, by=LI, profile=PROFILE)
    with pytest.raises(NotAllowed):
        do(store, void, ticket.id, by=KIOSK, reason="不办了")
    assert do(store, void, ticket.id, by=LI, reason="不办了").state is TicketState.VOID


def test_every_step_names_who_did_it(store: FakeStore) -> None:
    take_ticket(store, FOOD)
    call(store)
    event, actor = store.data.events[-1]
    assert (event.kind, actor.name, actor.station) == ("ticket.called", "1027", "counter-3")
    assert event.payload["reason"] == "最先取号，已等候0分钟"


def test_a_clock_that_is_set_back_loses_nothing_and_invents_no_minutes(store: FakeStore) -> None:
    """The clock jumps (校时): what is taken, called and served goes on, with no negative time anywhere."""
    first, second = take_ticket(store), take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now -= timedelta(minutes=50)
    third = take_ticket(store)
    assert third.number == 3
    do(store, finish_service, 3, by=ZHANG)
    event = next(e for e, _ in reversed(store.data.events) if e.kind == "ticket.finished")
    assert event.payload["seconds"] == 0
    labels = []
    for _ in range(2):
        call = do(store, call_next, 3, by=ZHANG, profile=PROFILE)
        labels.append(call.ticket.label)
        assert "-" not in call.reason
        do(store, start_service, 3, by=ZHANG)
        do(store, finish_service, 3, by=ZHANG)
    assert sorted(labels) == [second.label, third.label]
    assert store.data.tickets[first.id].state is TicketState.FINISHED


def test_a_clock_that_is_set_on_voids_only_what_nobody_confirmed(store: FakeStore) -> None:
    kept = take_ticket(store)
    store.now += timedelta(hours=2)
    call = do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    assert call.ticket.id == kept.id
