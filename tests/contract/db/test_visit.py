"""One visit through the rules on a real database."""

from __future__ import annotations

from db.store import SqlStore
from hall.queueing.calling import call_next
from hall.queueing.ticket import TicketState
from tests.support.sample_hall import FOOD, PROFILE, WANG, fill, open_window, take_ticket


def test_a_ticket_is_taken_called_and_seen_in_the_feed(any_store: SqlStore) -> None:
    fill(any_store)
    zhang = open_window(any_store, 3, "1027")
    ticket = take_ticket(any_store, FOOD, WANG)
    with any_store.begin() as uow:
        called = call_next(uow, 3, by=zhang, profile=PROFILE)
        uow.commit()
    with any_store.reading() as uow:
        stored = uow.tickets.at_window(uow.now.date(), 3)
        assert stored is not None
        assert (stored.id, stored.label, stored.state) == (ticket.id, "A001", TicketState.CALLED)
        assert uow.tickets.holder_of(ticket.id) == WANG
    assert called is not None
    assert called.ticket == stored
    kinds = [record.kind for record in any_store.feed().after(0)]
    assert kinds[-1] == "ticket.called"
