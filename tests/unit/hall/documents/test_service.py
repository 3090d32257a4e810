"""Pages are bound to the ticket at the window."""

from __future__ import annotations

import pytest

from hall.documents.page import StoredFile
from hall.documents.service import bind_page
from hall.queueing.calling import NoTicketHere, call_next
from tests.support.sample_hall import PROFILE, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do

FILE = StoredFile("ab" * 32, 1000, "image/jpeg")


def test_a_page_goes_with_the_ticket_at_the_window() -> None:
    store = sample_store()
    open_window(store, 3, "1027")
    page = {"original": FILE, "straightened": None, "dpi": None, "codes": 0, "by": ZHANG}
    with pytest.raises(NoTicketHere):
        do(store, bind_page, 3, **page)
    ticket = take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    assert do(store, bind_page, 3, **page).ticket == ticket.id
    event, _ = store.data.events[-1]
    assert (event.kind, event.payload["digest"], event.payload["straightened"]) == (
        "page.captured",
        FILE.digest,
        None,
    )
