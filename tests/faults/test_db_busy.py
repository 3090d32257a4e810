"""A database that is busy, gone, or full."""

from __future__ import annotations

import threading

import pytest

from db import session
from db.errors import BUSY
from db.store import SqlStore
from hall.errors import Unavailable
from tests.contract.db.test_change_feed import throw_everybody_out
from tests.contract.db.test_tickets import DAY
from tests.contract.db.test_unit_of_work import record
from tests.support.stores import OpenStore, make_database


def test_a_writer_waits_for_the_one_before(sqlite_store: SqlStore) -> None:
    numbers: list[int] = []

    def second() -> None:
        with sqlite_store.begin() as uow:
            numbers.append(uow.tickets.next_number(DAY, "A"))
            uow.commit()

    with sqlite_store.begin() as uow:
        waiter = threading.Thread(target=second)
        waiter.start()
        numbers.append(uow.tickets.next_number(DAY, "A"))
        uow.commit()
    waiter.join()
    assert numbers == [1, 2]


def test_a_database_busy_for_too_long_says_so(sqlite_store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "BUSY_TIMEOUT_MS", 20)
    with sqlite_store.begin():
        with pytest.raises(Unavailable) as refusal, sqlite_store.begin():
            pass
        with sqlite_store.reading() as uow:  # readers never wait for a writer
            assert list(uow.windows.all()) == []
    assert refusal.value.message == BUSY
    record(sqlite_store, "a")


def test_a_restarted_server_is_noticed_only_by_who_was_at_work(
    postgres_url: str, open_test_store: OpenStore
) -> None:
    store = open_test_store(make_database(postgres_url))
    record(store, "a")
    throw_everybody_out(store)
    record(store, "b")
    with pytest.raises(Unavailable), store.begin() as uow:
        uow.tickets.next_number(DAY, "A")
        throw_everybody_out(store)
        uow.commit()
    with store.begin() as uow:
        assert uow.tickets.next_number(DAY, "A") == 1
    assert [r.kind for r in store.feed().after(0)] == ["a", "b"]


def test_a_server_that_is_not_there_is_unavailable(open_test_store: OpenStore) -> None:
    with pytest.raises(Unavailable):
        open_test_store("postgresql://nobody@127.0.0.1:1/none")
