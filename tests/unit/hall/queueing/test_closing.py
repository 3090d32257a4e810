"""After closing, after midnight, and the sweep of all that time brings about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from hall.identity import system_at
from hall.queueing.calling import NoTicketHere, call_next, finish_service, start_service
from hall.queueing.closing import record_overtime, roll_over
from hall.queueing.issue import TicketRequest, issue_ticket
from hall.queueing.ticket import TicketState
from hall.queueing.visit import plan_steps
from hall.staffing.service import sign_out
from hall.staffing.window import WindowState, WindowStateError
from hall.sweep import Swept, sweep
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    OPEN,
    PROFILE,
    SHOP,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.business_calendar.test_calendar import CALENDAR
from tests.unit.hall.queueing.test_calling import do

SYSTEM = system_at("counter-1")


def at(hour: int, minute: int = 0, day: int = 3) -> datetime:
    return datetime(2025, 3, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    store.now = at(16, 59)
    open_window(store, 3, "1027")
    return store


def run(store: FakeStore) -> Swept:
    swept: Any = do(store, sweep, by=SYSTEM, profile=PROFILE, calendar=lambda: CALENDAR)
    assert isinstance(swept, Swept)
    return swept


@pytest.mark.req("Q-14")
def test_scene_12_closing_time_ends_neither_a_service_nor_a_waiting_ticket(store: FakeStore) -> None:
    take_ticket(store), take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now = at(17, 5)
    assert run(store).overtime == 1
    assert store.data.windows[3].state is WindowState.OPEN
    assert store.data.tickets[1].state is TicketState.SERVING
    do(store, finish_service, 3, by=ZHANG)
    called = do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    assert called.ticket.label == "A002"
    do(store, start_service, 3, by=ZHANG)
    store.now = at(17, 20)
    do(store, finish_service, 3, by=ZHANG)
    [row] = do(store, record_overtime, by=SYSTEM, profile=PROFILE)
    assert (row.window, row.clerk, row.tickets, row.minutes) == (3, "1027", 2, 20.0)
    assert do(store, record_overtime, by=SYSTEM, profile=PROFILE) == []
    assert store.kinds.count("window.overtime") == 1


def test_before_closing_there_is_no_overtime(store: FakeStore) -> None:
    store.now = at(17)
    assert do(store, record_overtime, by=SYSTEM, profile=PROFILE) == []


@pytest.mark.req("Q-14")
def test_after_midnight_what_was_left_is_put_away_with_a_reason(store: FakeStore) -> None:
    served, _, pending = take_ticket(store), take_ticket(store), take_ticket(store)
    do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now = at(1, day=4)
    assert do(store, roll_over, by=SYSTEM) == []  # somebody may still be at it
    store.now = at(8, day=4)
    assert len(do(store, roll_over, by=SYSTEM)) == 4
    assert do(store, roll_over, by=SYSTEM) == []
    states = [store.data.tickets[number].state for number in (served.id, pending.id, 4)]
    assert states == [TicketState.FINISHED, TicketState.VOID, TicketState.VOID]
    reasons = {e.payload.get("reason") for e, _ in store.data.events if e.kind == "ticket.voided"}
    assert reasons == {"号票当日有效，日终作废"}
    assert store.data.windows[3].state is WindowState.CLOSED  # nobody had signed out
    assert store.data.registers["attendance"][1].signed_out == at(0, day=4)
    with store.reading() as uow:
        assert all(s.minutes == 0 for s in uow.statistics.finished_services(at(0).date()))
    take_ticket(store)
    assert store.data.tickets[5].label == "A001"


def test_a_sweep_repeated_changes_nothing(store: FakeStore) -> None:
    do(store, issue_ticket, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE)
    store.now += timedelta(seconds=61)
    assert not run(store).anything, "the kiosk may know that the paper came out"
    store.now += timedelta(minutes=10)
    first, second = run(store), run(store)
    assert first == Swept(1, 0, 0, 0, 0, 0) and first.anything
    assert not second.anything


def test_a_clock_set_back_a_day_puts_nothing_of_the_future_away(store: FakeStore) -> None:
    take_ticket(store)
    store.now = at(10, day=2)
    assert not run(store).anything
    assert store.data.tickets[1].state is TicketState.WAITING


@pytest.mark.req("Q-14")
def test_a_service_that_runs_past_midnight_is_finished_at_its_window_with_its_minutes(store: FakeStore) -> None:
    store.now = at(23, 50)
    take_ticket(store), take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now = at(0, 20, day=4)
    with pytest.raises(WindowStateError):
        do(store, sign_out, 3, by=ZHANG)
    done = do(store, finish_service, 3, by=ZHANG)
    assert (done.state, done.finished_at) == (TicketState.FINISHED, at(0, 20, day=4))
    [row] = do(store, record_overtime, by=SYSTEM, profile=PROFILE)
    assert (row.day, row.until, row.tickets) == (at(0).date(), at(0, 20, day=4), 1)
    assert do(store, call_next, 3, by=ZHANG, profile=PROFILE) is None  # yesterday's numbers are not called


def test_a_visit_of_many_steps_ends_with_the_day(store: FakeStore) -> None:
    store.now = at(23, 50)
    ticket = take_ticket(store)
    do(store, plan_steps, ticket.id, (SHOP.code,), by=ZHANG)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now = at(0, 5, day=4)
    assert do(store, finish_service, 3, by=ZHANG).state is TicketState.FINISHED


def test_who_was_only_called_before_midnight_is_not_at_the_window_after_it(store: FakeStore) -> None:
    store.now = at(23, 59)
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    store.now = at(0, 1, day=4)
    with pytest.raises(NoTicketHere):
        do(store, start_service, 3, by=ZHANG)
