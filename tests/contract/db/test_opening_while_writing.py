"""A program that starts while another one writes."""

from __future__ import annotations

from db.crypto import Keys
from db.store import open_store
from tests.support.stores import OpenStore


def test_a_store_opens_while_another_program_is_in_the_middle_of_writing(
    any_url: str, open_test_store: OpenStore, hall_keys: Keys
) -> None:
    writer = open_test_store(any_url)
    with writer.begin() as uow:
        uow.tickets.next_number(uow.now.date(), "A")
        store = open_store(any_url, hall_keys)  # would wait for ten seconds and give up
        with store.reading() as other:
            assert other.tickets.waiting_count(other.now.date(), "A") == 0
        store.close()
        uow.commit()
    with writer.begin() as uow:  # and the writer was not disturbed
        assert uow.tickets.next_number(uow.now.date(), "A") == 2
