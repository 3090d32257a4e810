"""After a restart: a paper that came out counts, one in doubt counts and is looked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.errors import NotAllowed
from hall.identity import system_at
from hall.queueing.issue import TicketRequest, issue_ticket, void_unconfirmed
from hall.queueing.recovery import BegunPaper, Recovery, recover_paper
from hall.queueing.ticket import TicketState
from hall.staffing.help import open_help_calls
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, sample_store
from tests.unit.hall.queueing.test_calling import do

SYSTEM = system_at("kiosk-1")


@pytest.fixture
def store() -> FakeStore:
    return sample_store()


def begun(store: FakeStore, *, out: bool) -> BegunPaper:
    ticket = do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE).ticket
    return BegunPaper(ticket.id, ticket.day, ticket.label, out)


def helped(store: FakeStore) -> list[int | None]:
    with store.reading() as uow:
        return [call.ticket for call in open_help_calls(uow)]


def test_a_paper_that_came_out_is_confirmed_once_and_nobody_is_called(store: FakeStore) -> None:
    paper = begun(store, out=True)
    assert do(store, recover_paper, paper, by=SYSTEM) is Recovery.CONFIRMED
    assert do(store, recover_paper, paper, by=SYSTEM) is Recovery.NOTHING
    assert store.data.tickets[paper.ticket].state is TicketState.WAITING
    assert helped(store) == []


def test_a_paper_in_doubt_counts_and_the_guide_desk_is_called(store: FakeStore) -> None:
    paper = begun(store, out=False)
    assert do(store, recover_paper, paper, by=SYSTEM) is Recovery.IN_DOUBT
    assert store.data.tickets[paper.ticket].state is TicketState.WAITING
    assert helped(store) == [paper.ticket]
    assert "ticket.print_trouble" in store.kinds


def test_a_number_that_is_void_already_stays_so_and_the_guide_desk_is_called(store: FakeStore) -> None:
    paper = begun(store, out=True)
    store.now += timedelta(seconds=PROFILE.tickets.confirm_seconds)
    assert do(store, void_unconfirmed, by=system_at("counter-3"), profile=PROFILE) == [], "not another station's"
    store.now += timedelta(minutes=10)
    assert len(do(store, void_unconfirmed, by=system_at("counter-3"), profile=PROFILE)) == 1
    assert do(store, recover_paper, paper, by=SYSTEM) is Recovery.VOIDED
    assert store.data.tickets[paper.ticket].state is TicketState.VOID
    assert helped(store) == [paper.ticket]


def test_notes_of_another_day_or_another_database_change_nothing(store: FakeStore) -> None:
    paper = begun(store, out=True)
    for other in (
        replace(paper, ticket=99),
        replace(paper, label="B001"),
        replace(paper, day=paper.day.replace(day=1)),
    ):
        assert do(store, recover_paper, other, by=SYSTEM) is Recovery.NOTHING
    store.now += timedelta(days=1)
    assert do(store, recover_paper, paper, by=SYSTEM) is Recovery.NOTHING
    assert store.data.tickets[paper.ticket].state is TicketState.PENDING_PRINT


def test_only_the_station_itself_recovers(store: FakeStore) -> None:
    paper = begun(store, out=True)
    with pytest.raises(NotAllowed):
        do(store, recover_paper, paper, by=KIOSK)
