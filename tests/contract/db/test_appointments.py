"""Appointments on both databases: never over-booked by many stations at once."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest

from db.store import SqlStore
from hall.appointments.appointment import Channel, SlotFull
from hall.appointments.arrival import check_in
from hall.appointments.booking import BookingRequest, book
from hall.errors import HallError
from hall.identity import Holder, HolderKind, citizen_at
from hall.queueing.issue import AlreadyWaiting
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, ZHANG, fill
from tests.support.stores import ZONE, OpenStore
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

AT = datetime(2025, 3, 10, 10, 0, tzinfo=ZONE)


def person(number: int) -> Holder:
    return Holder(HolderKind.PHONE, name="李梅", phone=f"138{number:08d}")


def try_to_book(store: SqlStore, number: int) -> bool:
    request = BookingRequest(FOOD.code, AT, Channel.WINDOW, person(number))
    try:
        with store.begin() as uow:
            book(uow, request, by=ZHANG, profile=PROFILE, calendar=CALENDAR)
            uow.commit()
    except SlotFull:
        return False
    return True


@pytest.mark.req("Q-11")
def test_many_stations_never_book_a_slot_over(any_url: str, open_test_store: OpenStore) -> None:
    def clock() -> datetime:
        return datetime(2025, 3, 5, 10, 0, tzinfo=ZONE)

    stores = [open_test_store(any_url, clock=clock) for _ in range(4)]
    fill(stores[0])
    won: list[bool] = []

    def station(index: int) -> None:
        for n in range(3):
            won.append(try_to_book(stores[index], index * 10 + n))

    threads = [threading.Thread(target=station, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 12 and won.count(True) == PROFILE.appointments.capacity
    with stores[0].reading() as uow:
        assert len(uow.registers.appointments.where(day=AT.date())) == PROFILE.appointments.capacity


def test_two_kiosks_check_one_appointment_in_once(any_url: str, open_test_store: OpenStore) -> None:
    now = [datetime(2025, 3, 5, 10, 0, tzinfo=ZONE)]
    stores = [open_test_store(any_url, clock=lambda: now[0]) for _ in range(2)]
    fill(stores[0])
    assert try_to_book(stores[0], 1)
    now[0] = AT
    tickets: list[int] = []

    def kiosk(store: SqlStore) -> None:
        here = citizen_at(f"kiosk-{stores.index(store)}")
        try:
            with store.begin() as uow:
                checked = check_in(uow, person(1), opening=OPEN, by=here, profile=PROFILE)
                uow.commit()
        except HallError:
            return
        tickets.append(checked.issued.ticket.id)

    threads = [threading.Thread(target=kiosk, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tickets) == 1
    with stores[1].begin() as uow, pytest.raises(AlreadyWaiting) as elsewhere:
        check_in(uow, person(1), opening=OPEN, by=KIOSK, profile=PROFILE)
    assert elsewhere.value.pending, "nobody confirmed its paper yet"
    with stores[1].reading() as uow:
        [appointment] = uow.registers.appointments.where(day=AT.date())
        ticket = uow.tickets.get(tickets[0])
    assert appointment.ticket == ticket.id and ticket.priority_from == AT
