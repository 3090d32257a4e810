"""What somebody who comes to check in is told, and what becomes of a check-in whose number was lost."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hall.appointments.appointment import Forfeited
from hall.appointments.arrival import NoAppointment, check_in, forfeit_late
from hall.appointments.booking import cancel
from hall.appointments.lookup import Arriving, arrivals_today
from hall.identity import Holder, HolderKind
from hall.queueing.calling import call_next
from hall.queueing.issue import confirm_ticket
from hall.queueing.moves import void
from hall.queueing.ticket import PriorityClass, TicketState
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, ZHANG, open_window
from tests.unit.hall.appointments.test_booking import AT, MEI, SYSTEM, arrive, booked, store
from tests.unit.hall.queueing.test_calling import do

__all__ = ["store"]


def told(store: FakeStore, at: datetime, shown: Holder | str = MEI) -> list[tuple[Arriving, str]]:
    store.now = at
    with store.reading() as uow:
        return [(a.arriving, a.label) for a in arrivals_today(uow, shown, profile=PROFILE)]


@pytest.mark.req("Q-11")
def test_thirty_minutes_late_is_in_time_and_a_second_more_is_not(store: FakeStore) -> None:
    booked(store)
    assert told(store, AT - timedelta(minutes=30, seconds=1)) == [(Arriving.EARLY, "")]
    assert told(store, AT - timedelta(minutes=30)) == [(Arriving.IN_TIME, "")]
    assert told(store, AT + timedelta(minutes=30)) == [(Arriving.IN_TIME, "")]
    assert told(store, AT + timedelta(minutes=30, seconds=1)) == [(Arriving.LATE, "")]
    do(store, forfeit_late, by=SYSTEM, profile=PROFILE)
    assert told(store, AT + timedelta(hours=2)) == [(Arriving.LATE, "")], "the sweep does not make it unknown"


def test_the_answer_names_item_and_time_and_nobody(store: FakeStore) -> None:
    made = booked(store)
    store.now = AT
    with store.reading() as uow:
        (arrival,) = arrivals_today(uow, made.code.lower(), profile=PROFILE)
    assert (arrival.item, arrival.item_name, arrival.at) == (FOOD.code, FOOD.name, AT)
    assert arrival.opens_at == AT - timedelta(minutes=30)
    assert made.code not in repr(arrival)
    assert "李" not in repr(arrival)


def test_other_days_other_people_and_cancelled_ones_are_not_found(store: FakeStore) -> None:
    made = booked(store)
    assert told(store, AT - timedelta(days=3)) == []
    assert told(store, AT, Holder(HolderKind.QR, id_number="410211198505052223")) == []
    store.now = AT - timedelta(days=3)
    do(store, cancel, made.id, by=ZHANG, reason="改日")
    assert told(store, AT) == []


def test_one_who_has_the_number_is_told_it_again_until_served(store: FakeStore) -> None:
    booked(store)
    open_window(store, 3, "1027")
    store.now = AT
    arrive(store, MEI)
    assert told(store, AT + timedelta(minutes=5)) == [(Arriving.DONE, "A001")]
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, void, 1, by=ZHANG, reason="群众不办了")
    assert told(store, AT + timedelta(minutes=9)) == [], "a number that was called counts"


def test_a_number_that_was_lost_before_its_paper_can_be_taken_again_with_the_same_right(store: FakeStore) -> None:
    booked(store)
    store.now = AT + timedelta(minutes=30)
    first = do(store, check_in, MEI, opening=OPEN, by=KIOSK, profile=PROFILE)
    do(store, void, first.issued.ticket.id, by=KIOSK, reason="出票后未确认")
    later = AT + timedelta(minutes=32)
    assert told(store, later) == [(Arriving.IN_TIME, "")], "she was in time"
    again = do(store, check_in, MEI, opening=OPEN, by=KIOSK, profile=PROFILE)
    do(store, confirm_ticket, again.issued.ticket.id, by=KIOSK)
    assert again.issued.ticket.priority is PriorityClass.APPOINTMENT
    assert again.appointment.ticket == again.issued.ticket.id
    with store.reading() as uow:
        assert [t.state for t in uow.tickets.in_state(AT.date(), tuple(TicketState))] == [
            TicketState.VOID,
            TicketState.WAITING,
        ]
    with pytest.raises(NoAppointment):
        do(store, check_in, MEI, opening=OPEN, by=KIOSK, profile=PROFILE)


def test_a_lost_number_is_no_free_pass_for_the_day(store: FakeStore) -> None:
    booked(store)
    store.now = AT
    first = do(store, check_in, MEI, opening=OPEN, by=KIOSK, profile=PROFILE)
    do(store, void, first.issued.ticket.id, by=KIOSK, reason="群众放弃")
    assert told(store, AT + timedelta(minutes=30, seconds=1)) == [(Arriving.LATE, "")]
    with pytest.raises(Forfeited):
        do(store, check_in, MEI, opening=OPEN, by=KIOSK, profile=PROFILE)
