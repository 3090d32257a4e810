"""What is published of ratings: silence is never good, and a few of them are not published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.rating.count import RatingCount
from hall.rating.publication import Satisfaction, Subject, summed
from hall.rating.rating import Level, Outcome


def count(outcome: Outcome, level: Level | None, times: int, window: int = 3, clerk: str = "1027") -> RatingCount:
    return RatingCount(window, "scjg", clerk, outcome, level, times)


COUNTS = (
    count(Outcome.RATED, Level.VERY_GOOD, 6),
    count(Outcome.RATED, Level.FAIR, 1),
    count(Outcome.RATED, Level.BAD, 1),
    count(Outcome.SILENT, None, 90),
    count(Outcome.DECLINED, None, 9),
    count(Outcome.NO_PAD, None, 1),
    count(Outcome.RATED, Level.VERY_GOOD, 4, window=5, clerk="1031"),
)


@pytest.mark.req("R-04", "R-01")
def test_who_did_not_rate_makes_no_figure_better_or_worse() -> None:
    assert summed(COUNTS, Subject.WINDOW, fewest=5) == (Satisfaction("3", "", 8, 7, 100),)
    assert summed(COUNTS, Subject.WINDOW, fewest=5)[0].percent == 87.5


def test_a_figure_of_few_ratings_is_published_only_where_the_hall_says_so() -> None:
    assert [one.key for one in summed(COUNTS, Subject.PERSON, fewest=4)] == ["1031", "1027"]
    assert [one.key for one in summed(COUNTS, Subject.PERSON, fewest=9)] == []
    assert summed([count(Outcome.SILENT, None, 3)], Subject.HALL, fewest=0) == ()


OUTCOMES = st.one_of(
    st.tuples(st.just(Outcome.RATED), st.sampled_from(Level)),
    st.tuples(st.sampled_from([Outcome.DECLINED, Outcome.SILENT, Outcome.NO_PAD]), st.none()),
)


@given(st.lists(st.tuples(OUTCOMES, st.integers(1, 50), st.integers(1, 4), st.sampled_from(["a", "b"]))))
def test_every_service_is_counted_once_whoever_it_is_summed_by(
    made: list[tuple[tuple[Outcome, Level | None], int, int, str]],
) -> None:
    counts = [count(outcome, level, times, window, clerk) for (outcome, level), times, window, clerk in made]
    rated = sum(c.count for c in counts if c.outcome is Outcome.RATED)
    for by in Subject:
        figures = summed(counts, by, fewest=1)
        assert sum(one.rated for one in figures) == rated
        assert all(0 <= one.satisfied <= one.rated for one in figures)
    whole = summed(counts, Subject.HALL, fewest=1)
    assert sum(one.unrated for one in whole) == (sum(c.count for c in counts) - rated if whole else 0)
