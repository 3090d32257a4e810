"""Suggestions are computed, a person decides, the effect is measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role, system_at
from hall.queueing.balance import best_change, decide, measure_due, measure_effect, propose, workload
from hall.queueing.balancing import Change, Suggestion
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.outlook import learn
from hall.queueing.suggestion import SuggestionState
from hall.staffing.service import sign_out
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import (
    FOOD,
    LI,
    MARRIAGE,
    PROFILE,
    SHOP,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.queueing.test_calling import do

SYSTEM = system_at("kiosk-1")
GUIDE = Actor("1040", frozenset({Role.GUIDE}), "guide-1")


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    open_window(store, 5, "1031")
    for _ in range(10):
        take_ticket(store)
    return store


def suggested(store: FakeStore) -> Suggestion | None:
    with store.reading() as uow:
        return best_change(uow, profile=PROFILE, learnt=learn(uow))


def serve(store: FakeStore, number: int, by: Actor, minutes: float) -> None:
    do(store, call_next, number, by=by, profile=PROFILE)
    do(store, start_service, number, by=by)
    store.now += timedelta(minutes=minutes)
    do(store, finish_service, number, by=by)


@pytest.mark.req("Q-08")
def test_a_suggestion_is_confirmed_by_a_person_and_its_effect_is_measured(store: FakeStore) -> None:
    found = suggested(store)
    assert found is not None and (found.change, found.window) == (Change.ADD_ITEMS, 5)
    assert FOOD.code in found.items and found.after < found.before
    made = do(store, propose, found, by=GUIDE)
    assert do(store, propose, found, by=GUIDE).id == made.id
    with pytest.raises(NotAllowed):
        do(store, decide, made.id, accept=True, by=ZHANG)
    with pytest.raises(BadInput):
        do(store, measure_effect, made.id, by=GUIDE)
    do(store, decide, made.id, accept=True, by=GUIDE)
    with pytest.raises(BadInput):
        do(store, decide, made.id, accept=False, by=GUIDE)
    assert store.data.windows[5].items == {MARRIAGE.code, FOOD.code}
    assert do(store, measure_effect, made.id, by=GUIDE) is None  # too early to tell
    for _ in range(3):
        serve(store, 3, ZHANG, 2)
        serve(store, 5, LI, 2)
    measured = do(store, measure_effect, made.id, by=GUIDE)
    assert measured.state is SuggestionState.MEASURED and measured.measured == 8.0
    assert do(store, measure_effect, made.id, by=GUIDE) == measured
    with store.reading() as uow:
        lines = workload(uow)
    assert [(w.window, w.served, w.mean_minutes, w.waiting) for w in lines] == [(3, 3, 2.0, 4), (5, 3, 2.0, 4)]


@pytest.mark.req("Q-08")
def test_a_closed_window_is_suggested_when_somebody_trained_is_free(store: FakeStore) -> None:
    do(store, sign_out, 5, by=LI)
    store.data.windows[5] = replace(store.data.windows[5], items=frozenset({FOOD.code, SHOP.code}))
    found = suggested(store)
    assert found is not None and (found.change, found.window) == (Change.OPEN, 5)
    made = do(store, propose, found, by=GUIDE)
    assert do(store, decide, made.id, accept=False, by=GUIDE).state is SuggestionState.DECLINED
    store.data.clerks["1031"] = replace(store.data.clerks["1031"], active=False)
    assert suggested(store) is None


def test_moving_a_window_replaces_its_items(store: FakeStore) -> None:
    move = Suggestion(Change.MOVE, 5, frozenset({FOOD.code}), 40.0, 20.0)
    made = do(store, propose, move, by=GUIDE)
    do(store, decide, made.id, accept=True, by=GUIDE)
    assert store.data.windows[5].items == {FOOD.code}


@pytest.mark.req("Q-08")
def test_the_effect_is_measured_by_itself_an_hour_after_the_decision(store: FakeStore) -> None:
    found = suggested(store)
    assert found is not None
    made = do(store, propose, found, by=GUIDE)
    do(store, decide, made.id, accept=True, by=GUIDE)
    for _ in range(5):
        serve(store, 3, ZHANG, 10)
    assert do(store, measure_due, by=SYSTEM) == []
    store.now += timedelta(minutes=10)
    [measured] = do(store, measure_due, by=SYSTEM)
    assert measured.state is SuggestionState.MEASURED
    assert do(store, measure_due, by=SYSTEM) == []
