"""Printing a number again, and what the visitor says of a doubtful print."""

from __future__ import annotations

import pytest

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.queueing.issue import TicketRequest, issue_ticket
from hall.queueing.moves import void
from hall.queueing.reprint import reprint_ticket, reprintable
from hall.queueing.ticket import TicketState, WrongState
from hall.queueing.told import tell_paper
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, WANG, ZHANG, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do

STAFF = Actor("kiosk-staff", frozenset({Role.GUIDE}), KIOSK.station)


@pytest.fixture
def store() -> FakeStore:
    return sample_store()


def test_the_last_numbers_of_the_station_that_still_count_may_be_printed_again(store: FakeStore) -> None:
    for _ in range(4):
        take_ticket(store)
    do(store, void, 2, by=ZHANG, reason="重复")
    do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE)
    with store.reading() as uow:
        assert [t.label for t in reprintable(uow, KIOSK.station, most=2)] == ["A004", "A003"]
        assert reprintable(uow, "kiosk-9", most=8) == []


@pytest.mark.req("Q-01")
def test_a_reprint_says_how_the_queue_is_now_and_names_nobody_in_full(store: FakeStore) -> None:
    take_ticket(store)
    mine = take_ticket(store, holder=WANG)
    issued = do(store, reprint_ticket, mine.id, by=STAFF, reason="字迹不清")
    assert (issued.ticket.label, issued.people_ahead, issued.windows) == ("A002", 1, (3,))
    assert issued.department == "区市场监督管理局"
    assert (issued.ticket.holder, issued.document) == ("王*国", "4102**********1236")
    assert store.kinds[-1] == "ticket.reprinted"
    with pytest.raises(BadInput):
        do(store, reprint_ticket, mine.id, by=STAFF, reason=" ")
    do(store, void, mine.id, by=ZHANG, reason="重复")
    with pytest.raises(WrongState):
        do(store, reprint_ticket, mine.id, by=STAFF, reason="字迹不清")


def test_an_answer_about_a_doubtful_print_is_on_record_once_and_yes_confirms(store: FakeStore) -> None:
    number = do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE).ticket.id
    assert do(store, tell_paper, number, came_out=False, by=KIOSK).state is TicketState.PENDING_PRINT
    for _ in range(2):
        waiting = do(store, tell_paper, number, came_out=True, by=KIOSK)
    assert (waiting.state, waiting.paperless) == (TicketState.WAITING, False)
    told = [event.payload["came_out"] for event, _ in store.data.events if event.kind == "ticket.print_told"]
    assert told == [False, True]
    with pytest.raises(NotAllowed):
        do(store, tell_paper, number, came_out=True, by=Actor("s", frozenset({Role.ADMIN}), "x"))


def test_an_answer_that_comes_too_late_confirms_nothing(store: FakeStore) -> None:
    number = do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE).ticket.id
    do(store, void, number, by=ZHANG, reason="超时")
    with pytest.raises(WrongState):
        do(store, tell_paper, number, came_out=True, by=KIOSK)
