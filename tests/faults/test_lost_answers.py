"""Asked again because the answer to COMMIT was lost: one row, one record, the same number told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.booking_desk import BookingDesk
from counter_app.complaint_desk import ComplaintDesk
from counter_app.desk import Desk
from counter_app.guide_desk import GuideDesk
from db.store import SqlStore
from hall.appointments.appointment import Channel
from hall.appointments.arrival import NoAppointment
from hall.appointments.booking import BookingRequest
from hall.complaints.complaint import Tag
from hall.complaints.intake import FiledOtherwise
from hall.errors import Unavailable
from hall.identity import Holder, HolderKind
from hall.queueing.issue import AlreadyWaiting
from hall.queueing.outlook import Forecaster
from hall.queueing.ticket import TicketState
from hall.repeats import SentOtherwise, new_request
from hall.staffing.first_contact import Handling
from kiosk_app.desk import KioskDesk
from kiosk_app.matters_desk import MattersDesk
from tests.support.complaint_staff import GUIDE, MEI, RUDE, add_staff
from tests.support.journal_records import records_of
from tests.support.kiosk_hall import MONDAY
from tests.support.lost_answers import LosesAnswers, lossy_line
from tests.support.sample_hall import FOOD, PROFILE, WANG, ZHANG, PlainHasher, fill, open_window
from tests.support.stores import OpenStore, make_database, make_sqlite
from tests.unit.hall.business_calendar.test_calendar import CALENDAR


@dataclass
class Lossy:
    """A hall whose next answer can be lost.

    Attributes:
        store: what the programs use; `whole` reads what is really there.
    """

    store: Any
    whole: SqlStore
    lose: Callable[[], None]
    now: list[datetime]

    def asked_twice(self, ask: Callable[[], Any]) -> Any:
        """The first try is done and its answer lost; what the second is told."""
        self.lose()
        with pytest.raises(Unavailable):
            ask()
        return ask()

    def kinds(self) -> list[str]:
        return [record.kind for record in records_of(self.whole)]

    def rows(self, register: str) -> list[Any]:
        with self.whole.reading() as uow:
            return list(getattr(uow.registers, register).where())

    def labels(self, *states: TicketState) -> list[str]:
        with self.whole.reading() as uow:
            return [t.label for t in uow.tickets.in_state(uow.now.date(), states or tuple(TicketState))]


@pytest.fixture(params=["sqlite", "postgres"])
def hall(request: pytest.FixtureRequest, tmp_path: Path, open_test_store: OpenStore) -> Iterator[Lossy]:
    now = [MONDAY]
    if request.param == "sqlite":
        store = open_test_store(make_sqlite(tmp_path), clock=lambda: now[0])
        _set_up(store)
        withheld = LosesAnswers(store)
        yield Lossy(withheld, store, withheld.lose_next_answer, now)
        return
    url = make_database(request.getfixturevalue("postgres_url"))
    whole = open_test_store(url, clock=lambda: now[0])
    _set_up(whole)
    with lossy_line(url) as line:
        store = open_test_store(line.url, clock=lambda: now[0])
        yield Lossy(store, whole, line.lose_next_answer, now)
        assert line.cut == 1


def _set_up(store: SqlStore) -> None:
    fill(store)
    add_staff(store)
    open_window(store, 3, "1027")


def kiosk(hall: Lossy, station: str = "kiosk-1") -> KioskDesk:
    return KioskDesk(hall.store, lambda _: CALENDAR, PROFILE, station)


@pytest.mark.req("R-05")
def test_a_complaint_sent_again_is_filed_once_and_told_by_the_same_number(hall: Lossy) -> None:
    desk = MattersDesk(hall.store, kiosk(hall), lambda _: CALENDAR, PROFILE, "kiosk-1")
    wish = replace(RUDE, request=new_request())
    receipt = hall.asked_twice(lambda: desk.file(wish))
    (filed,) = hall.rows("complaints")
    assert receipt.number == filed.number
    assert (len(hall.rows("complaint_records")), hall.kinds().count("complaint.received")) == (1, 1)
    with pytest.raises(FiledOtherwise) as told:
        desk.file(replace(wish, tags=(Tag.LONG_WAIT,)))
    assert told.value.receipt == receipt
    assert filed.number in told.value.message
    another = desk.file(replace(wish, request=new_request()))
    assert (another.number != receipt.number, len(hall.rows("complaints"))) == (True, 2)


@pytest.mark.req("Q-01")
def test_a_number_asked_for_again_is_the_same_number_and_none_is_used_up(hall: Lossy) -> None:
    desk = kiosk(hall)
    issued = hall.asked_twice(lambda: desk.issue(FOOD.code, WANG))
    assert (issued.ticket.label, issued.again, hall.labels()) == ("A001", True, ["A001"])
    assert hall.kinds().count("ticket.issued") == 1
    with pytest.raises(AlreadyWaiting) as elsewhere:
        kiosk(hall, "kiosk-2").issue(FOOD.code, WANG)
    assert elsewhere.value.pending
    assert "没有拿到号票" in elsewhere.value.message
    desk.confirm(issued.ticket.id, paperless=False)
    desk.confirm(issued.ticket.id, paperless=False)
    assert (hall.labels(TicketState.WAITING), hall.kinds().count("ticket.waiting")) == (["A001"], 1)
    assert desk.issue(FOOD.code, MEI).ticket.label == "A002"
    with pytest.raises(AlreadyWaiting) as has_it:
        desk.issue(FOOD.code, WANG)
    assert not has_it.value.pending


def test_a_confirmation_sent_again_counts_once(hall: Lossy) -> None:
    desk = kiosk(hall)
    ticket = desk.issue(FOOD.code, WANG).ticket.id
    hall.asked_twice(lambda: desk.confirm(ticket, paperless=False))
    assert (hall.labels(TicketState.WAITING), hall.kinds().count("ticket.waiting")) == (["A001"], 1)


@pytest.mark.req("Q-16")
def test_a_number_for_somebody_else_is_the_same_only_for_the_same_person(hall: Lossy) -> None:
    desk = kiosk(hall)
    issued = hall.asked_twice(lambda: desk.issue(FOOD.code, WANG, MEI))
    assert (issued.ticket.label, len(hall.rows("service_requests"))) == ("A001", 1)
    with pytest.raises(AlreadyWaiting):
        desk.issue(FOOD.code, WANG)


@pytest.mark.req("Q-11")
def test_a_check_in_asked_for_again_is_the_same_number(hall: Lossy) -> None:
    calendar = CALENDAR
    booking = BookingDesk(hall.whole, PROFILE, lambda _: calendar)
    hall.now[0] = MONDAY - timedelta(days=5)
    at = MONDAY.replace(hour=10, minute=0)
    code = booking.book(ZHANG, BookingRequest(FOOD.code, at, Channel.WINDOW, MEI)).appointment.code
    hall.now[0] = MONDAY
    desk = kiosk(hall)
    issued = hall.asked_twice(lambda: desk.check_in(code))
    assert (issued.ticket.label, hall.labels()) == ("A001", ["A001"])
    assert hall.kinds().count("appointment.arrived") == 1
    assert [a.label for a in desk.arrivals(MEI)] == ["A001"]
    with pytest.raises(AlreadyWaiting) as elsewhere:
        kiosk(hall, "kiosk-2").check_in(code)
    assert elsewhere.value.pending
    hall.now[0] += timedelta(seconds=PROFILE.tickets.confirm_seconds - 10)
    fresh = desk.check_in(code)  # the first has too little time left to be printed
    assert (fresh.ticket.label, fresh.again, hall.labels(TicketState.VOID)) == ("A002", False, ["A001"])
    desk.confirm(fresh.ticket.id, paperless=False)
    with pytest.raises(NoAppointment):
        desk.check_in(code)


def test_a_booking_sent_again_books_once_and_tells_the_same_code(hall: Lossy) -> None:
    desk = BookingDesk(hall.store, PROFILE, lambda _: CALENDAR)
    at = (MONDAY + timedelta(days=7)).replace(hour=10, minute=0)
    wish = BookingRequest(FOOD.code, at, Channel.WINDOW, MEI, request=new_request())
    told = hall.asked_twice(lambda: desk.book(ZHANG, wish))
    (booked,) = hall.rows("appointments")
    assert told.appointment.code == booked.code
    assert hall.kinds().count("appointment.booked") == 1
    with pytest.raises(SentOtherwise):
        desk.book(ZHANG, replace(wish, at=at + timedelta(hours=1)))


@pytest.mark.req("Q-16", "Q-17")
def test_what_the_guide_desk_takes_down_twice_stands_there_once(hall: Lossy) -> None:
    forecaster = Forecaster(hall.whole, PROFILE.order.rules, clock=time.monotonic)
    desk = GuideDesk(hall.store, "guide-1", PROFILE, lambda _: CALENDAR, forecaster)
    key = new_request()
    asked = hall.asked_twice(
        lambda: desk.request_visit(GUIDE, FOOD.code, MEI, "城关镇东大街1号", "行动不便", None, key)
    )
    assert [made.id for made in hall.rows("service_requests")] == [asked.id]
    assert hall.kinds().count("request.made") == 1
    with pytest.raises(SentOtherwise):
        desk.request_visit(GUIDE, FOOD.code, MEI, "城关镇西大街9号", "行动不便", None, key)
    other = new_request()
    for _ in range(2):
        desk.log_contact(GUIDE, "怎么办证", Handling.HANDLED, "", MEI, other)
    assert (len(hall.rows("first_contacts")), hall.kinds().count("contact.logged")) == (1, 1)


def test_a_ring_pressed_again_is_one_call_until_it_is_answered_or_long_ago(hall: Lossy) -> None:
    desk = kiosk(hall)
    hall.asked_twice(lambda: desk.call_help("home_visit"))
    assert (len(hall.rows("help_calls")), hall.kinds().count("help.called")) == (1, 1)
    desk.call_help("home")
    hall.now[0] += timedelta(minutes=2)
    desk.call_help("home")
    assert [call.page for call in hall.rows("help_calls")] == ["home_visit", "home", "home"]


def test_the_counter_files_once_as_well(hall: Lossy) -> None:
    desk = ComplaintDesk(Desk(hall.store, 3, "counter-3", PROFILE, PlainHasher(), lambda _: CALENDAR))
    wish = replace(RUDE, person=Holder(HolderKind.PHONE, phone="13900004321"), request=new_request())
    made = hall.asked_twice(lambda: desk.file(GUIDE, wish))
    assert [filed.number for filed in hall.rows("complaints")] == [made.number]
