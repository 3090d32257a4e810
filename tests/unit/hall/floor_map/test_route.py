"""The way to a window: the shortest along the walks, told by turns."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.floor_map.guidance import goal_of, guide, way_words, window_goal
from hall.floor_map.plan import FloorPlan, Point
from hall.floor_map.reading import read_plan
from hall.floor_map.route import Side, Step, Turn, find_route, unreachable
from tests.unit.hall.floor_map.test_reading import SMALL

PLAN = read_plan(SMALL)
SAMPLE = read_plan(resources.files("db.sample").joinpath("floor_map.toml").read_text(encoding="utf-8"))


def test_the_way_is_told_by_turns_and_the_side() -> None:
    goal = window_goal(PLAN, 3)
    assert goal is not None
    route = guide(PLAN, "kiosk-1", goal).route
    assert route is not None
    assert route.steps == (Step(Turn.AHEAD, 7), Step(Turn.LEFT, 6))
    assert route.side is Side.RIGHT
    assert route.metres == 14
    assert route.points[0] == Point(10, 9) and route.points[-1] == Point(4, 1)


@pytest.mark.req("D-06")
def test_a_ticket_says_the_way_to_its_window_or_its_zone() -> None:
    assert way_words(PLAN, "kiosk-1", "A", (3,)) == "向前走约7米，左转走约6米，3号窗口在您右手边"
    assert way_words(SAMPLE, "kiosk-1", "A", (1, 3)).endswith("A区在您左手边")
    assert way_words(None, "kiosk-1", "A", (3,)) == ""
    assert way_words(PLAN, "kiosk-9", "A", (3,)) == "", "where this kiosk stands is not known"
    assert way_words(PLAN, "kiosk-1", "Z", (99,)) == "", "what the map does not show is not made up"


def test_who_looks_the_other_way_turns_first() -> None:
    for facing, turn in ((0, Turn.AHEAD), (90, Turn.LEFT), (180, Turn.BACK), (270, Turn.RIGHT)):
        route = find_route(PLAN, Point(10, 9), Point(4, 1), facing=facing)
        assert route is not None and route.steps[0].turn is turn


def test_of_two_ways_the_shorter_is_taken() -> None:
    long_way = SMALL.replace("walks = [", "walks = [[[10, 8], [19, 8], [19, 2], [10, 2]], ")
    route = find_route(read_plan(long_way), Point(10, 9), Point(4, 1), facing=0)
    assert route is not None and route.metres == 14


def test_walks_that_cross_are_joined_where_they_cross() -> None:
    crossed = SMALL.replace("[[[10, 8], [10, 2], [4, 2]]]", "[[[10, 8], [10, 1]], [[4, 2], [16, 2]]]")
    route = find_route(read_plan(crossed), Point(10, 9), Point(4, 1), facing=0)
    assert route is not None and route.metres == 14


def test_a_window_without_a_way_is_found_when_the_map_is_checked() -> None:
    parted = SMALL.replace("[[[10, 8], [10, 2], [4, 2]]]", "[[[10, 8], [10, 6]], [[4, 2], [6, 2]]]")
    plan = read_plan(parted)
    assert unreachable(plan) == (3,)
    goal = goal_of(plan, "A", (3,))
    assert goal is not None and guide(plan, "kiosk-1", goal).route is None
    assert unreachable(SAMPLE) == ()
    assert (
        find_route(
            read_plan(SMALL.replace("[[[10, 8], [10, 2], [4, 2]]]", "[]")), Point(1, 1), Point(2, 2), facing=0
        )
        is None
    )


_spot = st.builds(Point, st.integers(0, 20).map(float), st.integers(0, 10).map(float))


@given(
    start=_spot,
    goal=_spot,
    facing=st.integers(0, 359),
    walks=st.lists(st.lists(_spot, min_size=2, max_size=4), max_size=4),
)
def test_every_way_goes_from_start_to_goal_and_is_no_shorter_than_the_straight_line(
    start: Point, goal: Point, facing: int, walks: list[list[Point]]
) -> None:
    plan = FloorPlan("一楼", 20, 10, (), (), (), tuple(map(tuple, walks)))
    route = find_route(plan, start, goal, facing=facing)
    if route is not None:
        assert route.points[0] == start and route.points[-1].distance(goal) <= 0.3
        assert route.metres >= round(start.distance(goal)) - 1
        assert all(step.metres >= 1 for step in route.steps)
