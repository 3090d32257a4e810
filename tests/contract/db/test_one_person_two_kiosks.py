"""The same person at two kiosks at one moment gets one number (一人一事一号), on both databases."""

from __future__ import annotations

import threading

import pytest

from db.store import SqlStore
from hall.identity import citizen_at
from hall.queueing.issue import AlreadyWaiting, TicketRequest, issue_ticket
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, WANG, fill


@pytest.mark.req("Q-01")
def test_the_second_kiosk_is_told_of_the_number_of_the_first(any_store: SqlStore) -> None:
    fill(any_store)
    request = TicketRequest(FOOD.code, OPEN, WANG)
    begun = threading.Event()
    outcomes: list[str] = []

    def second_kiosk() -> None:
        begun.set()
        with any_store.begin() as uow:
            try:
                outcomes.append(issue_ticket(uow, request, by=citizen_at("kiosk-2"), profile=PROFILE).ticket.label)
                uow.commit()
            except AlreadyWaiting as error:
                outcomes.append(f"has {error.label}")

    with any_store.begin() as uow:
        first = issue_ticket(uow, request, by=KIOSK, profile=PROFILE)
        other = threading.Thread(target=second_kiosk)
        other.start()
        begun.wait(10)
        other.join(0.5)  # it must be waiting for this transaction, whichever way the database does it
        waited = other.is_alive()
        uow.commit()
    other.join(20)
    assert (first.ticket.label, outcomes, waited) == ("A001", ["has A001"], True)
    with any_store.begin() as uow:  # the refusal left no gap
        assert uow.tickets.next_number(uow.now.date(), FOOD.prefix) == 2
