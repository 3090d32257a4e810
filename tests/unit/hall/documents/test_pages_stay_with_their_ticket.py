"""A page belongs to the ticket it was taken for."""

from __future__ import annotations

import pytest

from hall.documents.page import CapturedPage, StoredFile
from hall.documents.service import bind_page
from hall.queueing import calling, moves
from hall.queueing.ticket import WrongState
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import PROFILE, ZHANG, open_window, sample_store, take_ticket

PICTURE = StoredFile("ab" * 32, 1000, "image/jpeg")


def _served(store: FakeStore) -> int:
    ticket = take_ticket(store)
    with store.begin() as uow:
        calling.call_next(uow, 3, by=ZHANG, profile=PROFILE)
        uow.commit()
    with store.begin() as uow:
        calling.start_service(uow, 3, by=ZHANG)
        uow.commit()
    return ticket.id


def _bind(store: FakeStore, ticket: int | None) -> CapturedPage:
    with store.begin() as uow:
        page = bind_page(uow, 3, ticket_id=ticket, original=PICTURE, straightened=None, dpi=None, codes=0, by=ZHANG)
        uow.commit()
    return page


def test_a_page_taken_just_before_finishing_is_not_given_to_the_next_citizen() -> None:
    store = sample_store()
    open_window(store, 3, "1027")
    first = _served(store)
    with store.begin() as uow:
        calling.finish_service(uow, 3, by=ZHANG)
        uow.commit()
    second = _served(store)
    assert _bind(store, first).ticket == first
    assert _bind(store, None).ticket == second


def test_a_page_is_refused_once_its_ticket_went_back_into_the_queue() -> None:
    store = sample_store()
    open_window(store, 3, "1027")
    ticket = _served(store)
    with store.begin() as uow:
        moves.suspend(uow, 3, by=ZHANG, reason="复印材料")
        uow.commit()
    assert _bind(store, ticket).ticket == ticket
    with store.begin() as uow:
        moves.resume(uow, ticket, by=ZHANG)
        uow.commit()
    with pytest.raises(WrongState):
        _bind(store, ticket)
    assert len(store.data.pages) == 1
