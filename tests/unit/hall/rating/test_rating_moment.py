"""When the rating is offered is the hall's choice."""

from __future__ import annotations

from dataclasses import replace

from hall.profile import RatingMoment, RatingRules
from hall.rating.service import asked_at_finish
from tests.support.sample_hall import FOOD, PROFILE, SHOP

AT_RELEASE = replace(PROFILE, rating=RatingRules(moment=RatingMoment.RELEASE))


def test_a_hall_that_asks_at_finish_asks_for_every_item() -> None:
    assert asked_at_finish(FOOD, PROFILE)
    assert asked_at_finish(SHOP, PROFILE)


def test_a_hall_that_asks_at_release_asks_at_finish_only_for_what_is_done_on_the_spot() -> None:
    assert not asked_at_finish(FOOD, AT_RELEASE)
    assert asked_at_finish(SHOP, AT_RELEASE)
