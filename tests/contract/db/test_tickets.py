"""Tickets on both databases."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db.store import SqlStore
from hall.errors import Conflict, NotFound
from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from tests.support.stores import ZONE

DAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 15, 30, 0, 123456, tzinfo=ZONE)
WANG = Holder(HolderKind.ID_CARD, name="王䶮𠮷", id_number="41021119800101123x", phone="13812345678")


def waiting(number: int, *, prefix: str = "A", item: str = "SX002", holder: Holder = ANONYMOUS) -> Ticket:
    return Ticket(
        id=0,
        day=DAY,
        prefix=prefix,
        number=number,
        item=item,
        item_name="食品经营许可",
        department="scjg",
        zone="A",
        state=TicketState.WAITING,
        issued_at=NOON,
        queued_at=NOON + timedelta(seconds=number),
        station="kiosk-1",
        holder_kind=holder.kind,
        holder=holder.masked,
    )


def stored(store: SqlStore, *tickets: Ticket, holder: Holder = ANONYMOUS) -> list[Ticket]:
    with store.begin() as uow:
        done = [uow.tickets.add(ticket, holder) for ticket in tickets]
        uow.commit()
    return done


def test_a_ticket_comes_back_as_it_was_stored(any_store: SqlStore) -> None:
    full = replace(
        waiting(7),
        state=TicketState.FINISHED,
        priority=PriorityClass.CARE,
        priority_reason="孕妇",
        window=3,
        clerk="1027",
        only_window=3,
        called_at=NOON,
        started_at=NOON + timedelta(minutes=1),
        finished_at=NOON + timedelta(minutes=9, microseconds=1),
        calls=2,
        requeues=1,
        paperless=True,
    )
    for ticket in (full, waiting(8)):
        [made] = stored(any_store, ticket)
        with any_store.reading() as uow:
            found = uow.tickets.get(made.id)
        assert found == made == replace(ticket, id=made.id)
        assert found.issued_at.utcoffset() == timedelta(hours=8)


def test_what_does_not_exist_is_not_found(any_store: SqlStore) -> None:
    with any_store.reading() as uow:
        with pytest.raises(NotFound):
            uow.tickets.get(99)
        with pytest.raises(NotFound):
            uow.tickets.holder_of(99)
        for label in ("A099", "", "a001", "A", "001", "A99999999999999", "A1 OR 1=1"):
            assert uow.tickets.by_label(DAY, label) is None


def test_a_label_finds_its_ticket_on_its_day_only(any_store: SqlStore) -> None:
    [made] = stored(any_store, waiting(1))
    with any_store.reading() as uow:
        assert uow.tickets.by_label(DAY, "A001") == made
        assert uow.tickets.by_label(DAY + timedelta(days=1), "A001") is None


def test_a_holder_is_decrypted_for_the_clerk(any_store: SqlStore) -> None:
    [named] = stored(any_store, waiting(1, holder=WANG), holder=WANG)
    [unnamed] = stored(any_store, waiting(2))
    with any_store.reading() as uow:
        assert uow.tickets.holder_of(named.id) == WANG
        assert uow.tickets.holder_of(unnamed.id) == ANONYMOUS


def test_an_open_ticket_is_found_by_its_person_and_item(any_store: SqlStore) -> None:
    [made] = stored(any_store, waiting(1, holder=WANG), holder=WANG)
    same = Holder(HolderKind.QR, id_number=WANG.id_number.upper())
    with any_store.reading() as uow:
        assert uow.tickets.open_of_holder(DAY, same, "SX002") == made
        assert uow.tickets.open_of_holder(DAY, same, "SX001") is None
        assert uow.tickets.open_of_holder(DAY + timedelta(days=1), same, "SX002") is None
        assert uow.tickets.open_of_holder(DAY, ANONYMOUS, "SX002") is None
    with any_store.begin() as uow:
        uow.tickets.save(made, made.voided())
        uow.commit()
    with any_store.reading() as uow:
        assert uow.tickets.open_of_holder(DAY, same, "SX002") is None


def test_all_tickets_of_a_person_are_found(any_store: SqlStore) -> None:
    [first] = stored(any_store, waiting(1, holder=WANG), holder=WANG)
    [second] = stored(any_store, waiting(1, prefix="B", item="SX015", holder=WANG), holder=WANG)
    stored(any_store, waiting(2))
    with any_store.begin() as uow:
        void = uow.tickets.save(first, first.voided())
        uow.commit()
    same = Holder(HolderKind.QR, id_number=WANG.id_number.lower())
    with any_store.reading() as uow:
        assert uow.tickets.of_holder(DAY, same) == [void, second]
        assert uow.tickets.of_holder(DAY + timedelta(days=1), same) == []
        assert uow.tickets.of_holder(DAY, ANONYMOUS) == []


def test_the_queue_is_read_by_items_in_order(any_store: SqlStore) -> None:
    late = replace(waiting(1), queued_at=NOON + timedelta(hours=1))
    other = waiting(1, prefix="B", item="SX015")
    pending = replace(waiting(9), state=TicketState.PENDING_PRINT)
    late, second, other, third, _ = stored(any_store, late, waiting(2), other, waiting(3), pending)
    with any_store.reading() as uow:
        assert list(uow.tickets.waiting(DAY, ["SX002", "SX015"])) == [other, second, third, late]
        assert list(uow.tickets.waiting(DAY, [])) == []
        assert uow.tickets.waiting_count(DAY, "A") == 3
        assert uow.tickets.waiting_count(DAY, "C") == 0
        assert list(uow.tickets.in_state(DAY, [TicketState.PENDING_PRINT])) == [_]
        assert uow.tickets.at_window(DAY, 3) is None


def test_a_stale_writer_changes_nothing(any_store: SqlStore) -> None:
    [made] = stored(any_store, waiting(1))
    with any_store.begin() as uow:
        first = uow.tickets.save(made, made.called_to(3, "1027", at=NOON))
        uow.commit()
    assert first.version == made.version + 1
    with any_store.begin() as uow, pytest.raises(Conflict):
        uow.tickets.save(made, made.voided())
    with any_store.begin() as uow:
        assert uow.tickets.claim(made, made.called_to(5, "1031", at=NOON)) is None
    with any_store.reading() as uow:
        assert uow.tickets.get(made.id) == first


def test_a_window_never_has_two_tickets(any_store: SqlStore) -> None:
    one, two = stored(any_store, waiting(1), waiting(2))
    with any_store.begin() as uow:
        assert uow.tickets.claim(one, one.called_to(3, "1027", at=NOON)) is not None
        uow.commit()
    with any_store.begin() as uow, pytest.raises(Conflict):
        uow.tickets.claim(two, two.called_to(3, "1027", at=NOON))
        uow.commit()
    with any_store.reading() as uow:
        assert uow.tickets.get(two.id) == two


def test_a_number_is_given_once_a_day_whatever_the_program_does(any_store: SqlStore) -> None:
    stored(any_store, waiting(1))
    with any_store.begin() as uow, pytest.raises(Conflict):
        uow.tickets.add(waiting(1), ANONYMOUS)


def test_last_classes_remember_calls_of_tickets_that_went_on(any_store: SqlStore) -> None:
    green = replace(waiting(1), priority=PriorityClass.GREEN, priority_reason="军人")
    tickets = stored(any_store, green, waiting(2))
    for ticket in tickets:
        with any_store.begin() as uow:
            called = uow.tickets.claim(ticket, ticket.called_to(3, "1027", at=NOON))
            assert called is not None
            uow.tickets.save(called, called.transferred(5))
            uow.commit()
    with any_store.reading() as uow:
        assert list(uow.tickets.last_classes(DAY, 3, 5)) == [PriorityClass.ORDINARY, PriorityClass.GREEN]
        assert list(uow.tickets.last_classes(DAY, 3, 1)) == [PriorityClass.ORDINARY]
        assert list(uow.tickets.last_classes(DAY, 5, 5)) == []


def test_numbers_count_by_day_and_prefix_and_a_roll_back_leaves_no_gap(any_store: SqlStore) -> None:
    with any_store.begin() as uow:
        assert [uow.tickets.next_number(DAY, "A") for _ in range(3)] == [1, 2, 3]
        assert uow.tickets.next_number(DAY, "B") == 1
        assert uow.tickets.next_number(DAY + timedelta(days=1), "A") == 1
        uow.commit()
    with any_store.begin() as uow:
        assert uow.tickets.next_number(DAY, "A") == 4
    with any_store.begin() as uow:
        assert uow.tickets.next_number(DAY, "A") == 4


def test_of_many_windows_that_claim_one_ticket_one_wins(any_store: SqlStore) -> None:
    tickets = stored(any_store, *(waiting(number) for number in range(1, 11)))
    windows = range(1, 5)
    start = threading.Barrier(len(windows))
    won: dict[int, list[int]] = {window: [] for window in windows}

    def serve(window: int) -> None:
        start.wait()
        for ticket in tickets:
            with any_store.begin() as uow:
                called = uow.tickets.claim(ticket, ticket.called_to(window, "1027", at=NOON))
                if called is not None:
                    uow.tickets.save(called, called.voided())
                    won[window].append(ticket.number)
                uow.commit()

    threads = [threading.Thread(target=serve, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(number for numbers in won.values() for number in numbers) == list(range(1, 11))
