"""Transactions and the journal on both databases."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from db.crypto import Keys
from db.errors import ReadOnlyUnit
from db.store import SqlStore
from db.verify import verify_database
from hall.identity import system_at
from hall.journal.record import GENESIS, Event
from tests.contract.db.test_tickets import DAY, NOON, stored, waiting
from tests.support.journal_records import records_of
from tests.support.sample_hall import WANG
from tests.support.stores import OpenStore

BY = system_at("test")


def happened(kind: str = "test.happened") -> Event:
    return Event(kind, "test:1", {"名": "王*国", "n": 1})


def record(store: SqlStore, *kinds: str) -> None:
    with store.begin() as uow:
        for kind in kinds:
            uow.record(happened(kind), by=BY)
        uow.commit()


@pytest.mark.req("C-24")
def test_records_carry_who_where_when_and_what(any_store: SqlStore, hall_keys: Keys) -> None:
    before = datetime.now(UTC) - timedelta(minutes=5)
    record(any_store, "a.b", "c.d")
    first, second = records_of(any_store)
    assert (first.seq, first.actor, first.station, first.kind, first.subject) == (
        1,
        "system",
        "test",
        "a.b",
        "test:1",
    )
    assert first.payload == {"名": "王*国", "n": 1}
    assert before < first.at == second.at
    assert first.prev_hash == GENESIS
    assert second.prev_hash == first.hash
    assert verify_database(any_store.database, hall_keys).ok


def test_leaving_without_commit_leaves_nothing(any_store: SqlStore) -> None:
    with any_store.begin() as uow:
        uow.tickets.next_number(DAY, "A")
        uow.tickets.add(waiting(1), WANG)
        uow.record(happened(), by=BY)
    with pytest.raises(RuntimeError), any_store.begin() as uow:
        uow.tickets.add(waiting(1), WANG)
        uow.record(happened(), by=BY)
        raise RuntimeError
    with any_store.reading() as uow:
        assert uow.tickets.by_label(DAY, "A001") is None
    assert any_store.feed().head() == 0
    assert list(any_store.feed().after(0)) == []
    with any_store.database.engine.connect() as connection:
        for table in ("tickets", "ticket_counters", "ticket_holders", "journal"):
            assert connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) == 0


def test_a_reading_unit_refuses_to_write(any_store: SqlStore) -> None:
    with any_store.reading() as uow:
        with pytest.raises(ReadOnlyUnit):
            uow.record(happened(), by=BY)
        with pytest.raises(ReadOnlyUnit):
            uow.commit()
        with pytest.raises(ReadOnlyUnit):
            uow.tickets.next_number(DAY, "A")


def test_a_reading_unit_sees_one_moment(any_store: SqlStore) -> None:
    with any_store.reading() as uow:
        assert uow.tickets.by_label(DAY, "A001") is None
        stored(any_store, waiting(1))
        assert uow.tickets.by_label(DAY, "A001") is None
    with any_store.reading() as uow:
        assert uow.tickets.by_label(DAY, "A001") is not None


def test_a_unit_is_over_after_its_commit(any_store: SqlStore) -> None:
    with any_store.begin() as uow:
        uow.record(happened(), by=BY)
        uow.commit()
        with pytest.raises(RuntimeError):
            uow.tickets.next_number(DAY, "A")


def test_the_clock_is_the_database_servers_in_the_halls_zone(any_store: SqlStore) -> None:
    with any_store.begin() as uow:
        assert uow.now.utcoffset() == timedelta(hours=8)
        assert abs(uow.now - datetime.now(UTC)) < timedelta(minutes=5)


def test_a_test_may_bring_its_own_clock(any_url: str, open_test_store: OpenStore) -> None:
    store = open_test_store(any_url, clock=lambda: NOON.astimezone(UTC))
    with store.begin() as uow:
        assert uow.now == NOON
        assert uow.now.hour == NOON.hour
        uow.record(happened(), by=BY)
        uow.commit()
    assert records_of(store)[0].at == NOON


def test_what_is_not_json_is_refused_before_the_commit(any_store: SqlStore) -> None:
    with any_store.begin() as uow, pytest.raises(TypeError):
        uow.record(Event("a", "b", {"x": object()}), by=BY)
    with any_store.begin() as uow, pytest.raises(ValueError, match="JSON"):
        uow.record(Event("a", "b", {"x": float("nan")}), by=BY)


@pytest.mark.req("C-23")
def test_the_journal_is_gapless_under_many_writers(any_store: SqlStore, hall_keys: Keys) -> None:
    writers, each = 6, 15
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for count in range(each):
                with any_store.begin() as uow:
                    uow.tickets.next_number(DAY, "AB"[number % 2])
                    uow.record(happened(f"w{number}.{count}"), by=BY)
                    uow.record(happened(f"w{number}.{count}.second"), by=BY)
                    if count % 5 != 4:  # every fifth rolls back
                        uow.commit()
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    committed = writers * (each - each // 5)
    records = records_of(any_store)
    assert [r.seq for r in records] == list(range(1, 2 * committed + 1))
    assert verify_database(any_store.database, hall_keys).ok
    with any_store.begin() as uow:
        assert uow.tickets.next_number(DAY, "A") + uow.tickets.next_number(DAY, "B") == committed + 2
