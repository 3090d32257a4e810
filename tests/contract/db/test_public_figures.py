"""What the hall publishes beside the calls, read from both databases: ratings, staff on duty, guides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.store import SqlStore
from hall.catalogue.public_guide import read_public_guides
from hall.identity import Actor, system_at
from hall.queueing.calling import call_next, finish_service, start_service
from hall.rating.count import RatingCount
from hall.rating.publication import Satisfaction, Subject, day_of, read_satisfaction
from hall.rating.rating import Level, Outcome
from hall.rating.service import record_rating
from hall.staffing.duty_board import read_on_duty
from tests.support.sample_hall import FOOD, PROFILE, fill, open_window, take_ticket

PAD = system_at("counter-3")


def serve(store: SqlStore, clerk: Actor, outcome: Outcome, level: Level | None) -> None:
    ticket = take_ticket(store)
    with store.begin() as uow:
        call_next(uow, 3, by=clerk, profile=PROFILE)
        start_service(uow, 3, by=clerk)
        finish_service(uow, 3, by=clerk)
        record_rating(uow, ticket.id, outcome, level, by=PAD)
        uow.commit()


@pytest.mark.req("R-04")
def test_ratings_are_counted_from_a_moment_on_and_named(any_store: SqlStore) -> None:
    fill(any_store)
    clerk = open_window(any_store, 3, "1027")
    for outcome, level in (
        (Outcome.RATED, Level.VERY_GOOD),
        (Outcome.RATED, Level.VERY_GOOD),
        (Outcome.RATED, Level.VERY_BAD),
        (Outcome.DECLINED, None),
    ):
        serve(any_store, clerk, outcome, level)
    with any_store.reading() as uow:
        since = day_of(uow.now)
        counts = uow.statistics.rating_counts(since)
        assert RatingCount(3, "scjg", "1027", Outcome.RATED, Level.VERY_GOOD, 2) in counts
        assert sum(one.count for one in counts) == 4
        assert uow.statistics.rating_counts(uow.now + timedelta(seconds=1)) == []
        by_department = read_satisfaction(uow, Subject.DEPARTMENT, since=since, fewest=3)
        assert by_department == (Satisfaction("scjg", "区市场监督管理局", 3, 2, 1),)
        assert read_satisfaction(uow, Subject.PERSON, since=since, fewest=3)[0].name == "张伟"
        assert read_satisfaction(uow, Subject.HALL, since=since, fewest=3, branch="east") == ()


@pytest.mark.req("D-03", "D-04")
def test_guides_are_the_catalogue_with_the_windows_that_serve_now(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.reading() as uow:
        guides = {guide.item: guide for guide in read_public_guides(uow)}
    food = guides[FOOD.name]
    assert (food.department, food.promised_days, food.windows) == ("区市场监督管理局", 10, (3,))
    assert guides["结婚登记"].windows == (5,)


def test_on_duty_are_the_windows_where_somebody_has_signed_in(any_store: SqlStore) -> None:
    fill(any_store)
    open_window(any_store, 5, "1031")
    with any_store.reading() as uow:
        assert [(one.window, one.clerk_name, one.clerk_number, str(one.post)) for one in read_on_duty(uow)] == [
            (5, "李娜", "1031", "A")
        ]
        assert read_on_duty(uow, "east") == ()
