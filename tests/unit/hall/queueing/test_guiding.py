"""What the guide desk may do with a waiting ticket."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.queueing.calling import call_next, preview_next
from hall.queueing.guiding import give_priority, release_ticket
from hall.queueing.ticket import PriorityClass, WrongState
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import KIOSK, PROFILE, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do

GUIDE = Actor("2001", frozenset({Role.GUIDE}), "guide-1")


@pytest.fixture
def store() -> FakeStore:
    made = sample_store()
    open_window(made, 3, "1027")
    return made


@pytest.mark.req("Q-10")
def test_a_priority_with_its_reason_changes_who_is_next_and_stands_in_the_words(store: FakeStore) -> None:
    take_ticket(store)
    late = take_ticket(store)
    given = do(store, lambda uow: give_priority(uow, late.id, PriorityClass.CARE, reason="孕 32 周", by=GUIDE))
    assert (given.priority, given.priority_reason) == (PriorityClass.CARE, "孕 32 周")
    assert (given.label, given.queued_at) == (late.label, late.queued_at)
    with store.reading() as uow:
        choice = preview_next(uow, 3, profile=PROFILE)
    assert choice is not None
    assert choice.ticket.id == late.id
    assert "孕 32 周" in choice.reason
    event, by = store.data.events[-1]
    assert (event.kind, by.name) == ("ticket.priority", "2001")
    assert {"priority": "CARE", "before": "ORDINARY", "reason": "孕 32 周"}.items() <= event.payload.items()


def test_a_priority_can_be_taken_back_which_also_needs_a_reason(store: FakeStore) -> None:
    ticket = take_ticket(store, priority=PriorityClass.GREEN, reason="重点项目")
    with pytest.raises(BadInput):
        do(store, lambda uow: give_priority(uow, ticket.id, PriorityClass.ORDINARY, reason=" ", by=GUIDE))
    back = do(store, lambda uow: give_priority(uow, ticket.id, PriorityClass.ORDINARY, reason="核实有误", by=GUIDE))
    assert (back.priority, back.priority_reason) == (PriorityClass.ORDINARY, "")


@pytest.mark.req("Q-10")
def test_no_priority_without_reason_by_anybody_else_or_as_an_appointment(store: FakeStore) -> None:
    ticket = take_ticket(store)
    with pytest.raises(BadInput, match="needs a reason"):
        do(store, lambda uow: give_priority(uow, ticket.id, PriorityClass.URGENT, reason="", by=GUIDE))
    for actor in (KIOSK, ZHANG):
        with pytest.raises(NotAllowed):
            do(store, lambda uow, by=actor: give_priority(uow, ticket.id, PriorityClass.CARE, reason="老", by=by))
    with pytest.raises(BadInput, match="not given"):
        do(store, lambda uow: give_priority(uow, ticket.id, PriorityClass.APPOINTMENT, reason="约了", by=GUIDE))
    with store.reading() as uow:
        assert uow.tickets.get(ticket.id) == ticket


def test_a_called_ticket_gets_no_priority(store: FakeStore) -> None:
    ticket = take_ticket(store)
    do(store, lambda uow: call_next(uow, 3, by=ZHANG, profile=PROFILE))
    with pytest.raises(WrongState):
        do(store, lambda uow: give_priority(uow, ticket.id, PriorityClass.CARE, reason="老", by=GUIDE))


def test_a_ticket_sent_to_one_window_is_released_to_all_and_keeps_its_place(store: FakeStore) -> None:
    ticket = take_ticket(store)

    def send_to_four(uow):  # type: ignore[no-untyped-def]
        return uow.tickets.save(ticket, replace(ticket, only_window=4))

    do(store, send_to_four)
    with store.reading() as uow:
        assert preview_next(uow, 3, profile=PROFILE) is None
    free = do(store, lambda uow: release_ticket(uow, ticket.id, reason="4号窗口临时停用", by=GUIDE))
    assert (free.only_window, free.queued_at) == (None, ticket.queued_at)
    with store.reading() as uow:
        choice = preview_next(uow, 3, profile=PROFILE)
    assert choice is not None
    event, _ = store.data.events[-1]
    assert (event.kind, event.payload["window"], event.payload["reason"]) == (
        "ticket.released",
        4,
        "4号窗口临时停用",
    )
    with pytest.raises(WrongState, match="waits for window None"):
        do(store, lambda uow: release_ticket(uow, ticket.id, reason="再次", by=GUIDE))
