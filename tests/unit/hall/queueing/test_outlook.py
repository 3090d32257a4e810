"""Waits told from measured times, and how far they were off."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from hall.queueing.board import read_board
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.issue import TicketRequest, issue_ticket
from hall.queueing.ordering import OrderingRules
from hall.queueing.outlook import Forecaster, Learnt, estimate_report, learn, read_outlook
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.service import pause_window
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    MARRIAGE,
    OPEN,
    PROFILE,
    SHOP,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.queueing.test_calling import do

RULES = OrderingRules()


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    return store


def learnt(store: FakeStore) -> Learnt:
    with store.reading() as uow:
        return learn(uow)


def serve(store: FakeStore, minutes: float) -> None:
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    store.now += timedelta(minutes=minutes)
    do(store, finish_service, 3, by=ZHANG)


def take(store: FakeStore, forecaster: Forecaster) -> Ticket:
    outlook = forecaster.current()
    with store.begin() as uow:
        issued = issue_ticket(uow, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE, outlook=outlook)
        waiting = uow.tickets.save(issued.ticket, issued.ticket.confirmed(paperless=False))
        uow.commit()
    assert issued.estimate is not None and waiting.estimate is not None
    assert (issued.estimate.low, issued.estimate.high) == (waiting.estimate.low, waiting.estimate.high)
    return waiting


@pytest.mark.req("Q-09")
def test_waits_follow_the_times_that_were_measured(store: FakeStore) -> None:
    for _ in range(3):
        take_ticket(store)
    with store.reading() as uow:
        usual = read_outlook(uow, rules=RULES, learnt=learn(uow))
    for _ in range(3):
        serve(store, 40)
    for _ in range(3):
        take_ticket(store)
    with store.reading() as uow:
        measured = read_outlook(uow, rules=RULES, learnt=learn(uow))
    before, after = usual.for_new(FOOD.code), measured.for_new(FOOD.code)
    assert before is not None and after is not None
    assert after.told > before.told * 1.5
    assert measured.for_new(MARRIAGE.code) is None  # window 5 is closed
    assert measured.for_ticket(4) is not None
    assert after.low <= after.told <= after.high


@pytest.mark.req("Q-09")
def test_ticket_board_and_report_tell_the_same_estimate(store: FakeStore) -> None:
    seconds = [0.0]
    forecaster = Forecaster(store, RULES, clock=lambda: seconds[0], fresh_s=5)
    first = take(store, forecaster)
    assert forecaster.current().waiting == {}  # still fresh
    seconds[0] = 5.0
    assert forecaster.current().waiting == {("", FOOD.code): 1}
    with store.reading() as uow:
        board = read_board(uow, outlook=forecaster.current())
    zone = next(z for z in board.zones if z.zone == "A")
    assert zone.estimate is not None and zone.estimate == forecaster.current().for_items([FOOD.code, SHOP.code])
    assert next(z for z in board.zones if z.zone == "B").estimate is None
    store.now += timedelta(minutes=12)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    called = store.data.events[-1][0].payload
    assert called["waited"] == 12.0
    assert first.estimate is not None and called["estimate_error"] == round(first.estimate.told - 12, 1)
    with store.reading() as uow:
        report = estimate_report(uow, store.now.date())
    assert report.tickets == 1
    assert report.mean_error == pytest.approx(abs(first.estimate.told - 12))
    assert report.bias == pytest.approx(first.estimate.told - 12)
    assert report.mean_wait == 12


def test_no_tickets_no_report(store: FakeStore) -> None:
    with store.reading() as uow:
        report = estimate_report(uow, store.now.date())
    assert report.tickets == 0 and math.isnan(report.mean_error)


def test_a_paused_window_counts_from_its_return(store: FakeStore) -> None:
    back = store.now + timedelta(minutes=20)
    do(store, pause_window, 3, reason="送件", whereabouts="区人社局", back_at=back, by=ZHANG)
    with store.reading() as uow:
        told = read_outlook(uow, rules=RULES, learnt=learn(uow)).for_new(FOOD.code)
    assert told is not None and told.told == pytest.approx(20)
    store.now = back
    with store.reading() as uow:
        assert read_outlook(uow, rules=RULES, learnt=learn(uow)).for_new(FOOD.code) is None


def test_a_clock_set_back_makes_no_negative_waits(store: FakeStore) -> None:
    forecaster = Forecaster(store, RULES, clock=lambda: 0.0)
    take(store, forecaster)
    store.now -= timedelta(hours=2)
    with store.reading() as uow:
        outlook = read_outlook(uow, rules=RULES, learnt=learn(uow))
    assert all(wait >= 0 for wait in outlook.forecast.waits.values())
    serve(store, -30)
    assert store.data.events[-1][0].payload["seconds"] == 0
    assert next(e for e, _ in store.data.events if e.kind == "ticket.called").payload["waited"] == 0
    with store.reading() as uow:
        assert estimate_report(uow, store.now.date()).mean_wait == 0
        assert learn(uow).handling.of(FOOD.code).mean == FOOD.minutes


def test_little_was_seen_so_little_is_believed(store: FakeStore) -> None:
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    ticket = store.data.tickets[1]
    store.data.tickets[1] = ticket.missed()
    assert 0.05 < learnt(store).no_show.share < 0.1
    assert learnt(store).pressure == 0


def test_priority_tickets_do_not_count_in_the_report(store: FakeStore) -> None:
    take_ticket(store, priority=PriorityClass.CARE, reason="孕妇")
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    assert store.data.tickets[1].state is TicketState.CALLED
    with store.reading() as uow:
        assert estimate_report(uow, store.now.date()).tickets == 0
