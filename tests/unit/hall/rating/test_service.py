"""Ratings: once, by the citizen, and silence is never good."""

from __future__ import annotations

import pytest

from hall.errors import BadInput, NotAllowed
from hall.identity import system_at
from hall.queueing.calling import call_next, finish_service, start_service
from hall.rating.rating import AlreadyRated, Level, Outcome
from hall.rating.service import record_rating
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import PROFILE, WANG, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do

PAD = system_at("counter-3")


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    open_window(store, 3, "1027")
    take_ticket(store, holder=WANG)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    do(store, start_service, 3, by=ZHANG)
    return store


@pytest.mark.req("R-02")
def test_a_rating_is_bound_and_given_once(store: FakeStore) -> None:
    do(store, finish_service, 3, by=ZHANG)
    rating = do(store, record_rating, 1, Outcome.RATED, Level.VERY_BAD, by=PAD)
    assert (rating.label, rating.item, rating.clerk, rating.window, rating.named) == (
        "A001",
        "SX002",
        "1027",
        3,
        True,
    )
    with pytest.raises(AlreadyRated):
        do(store, record_rating, 1, Outcome.RATED, Level.VERY_GOOD, by=PAD)


@pytest.mark.req("R-02")
def test_a_clerk_can_not_rate(store: FakeStore) -> None:
    do(store, finish_service, 3, by=ZHANG)
    with pytest.raises(NotAllowed):
        do(store, record_rating, 1, Outcome.RATED, Level.VERY_GOOD, by=ZHANG)


@pytest.mark.req("R-01")
@pytest.mark.parametrize("outcome", [Outcome.DECLINED, Outcome.SILENT, Outcome.NO_PAD])
def test_not_rating_has_no_level(store: FakeStore, outcome: Outcome) -> None:
    do(store, finish_service, 3, by=ZHANG)
    with pytest.raises(BadInput):
        do(store, record_rating, 1, outcome, Level.VERY_GOOD, by=PAD)
    assert do(store, record_rating, 1, outcome, None, by=PAD).level is None


def test_an_unfinished_service_is_not_rated(store: FakeStore) -> None:
    with pytest.raises(BadInput):
        do(store, record_rating, 1, Outcome.RATED, Level.GOOD, by=PAD)
