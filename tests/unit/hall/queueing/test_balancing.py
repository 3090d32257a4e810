"""Suggestions: the best change by simulation, none when it gains little."""

from __future__ import annotations

import pytest

from hall.queueing.balancing import Change, suggest
from hall.queueing.forecast import WindowLoad
from hall.queueing.handling import HandlingTimes
from tests.unit.hall.queueing.test_ordering import NOW, RULES, waiting

TIMES = HandlingTimes({"SX001": 5.0, "SX002": 10.0, "SX015": 20.0})
FOOD, WED = frozenset({"SX002"}), frozenset({"SX015"})
QUEUE = [waiting(n, 30 - n) for n in range(1, 11)]


def ask(serving, can_open=(), may_serve=None):  # type: ignore[no-untyped-def]
    return suggest(
        QUEUE, serving, can_open=can_open, may_serve=may_serve or {}, handling=TIMES, rules=RULES, now=NOW
    )


@pytest.mark.req("Q-08")
def test_opening_a_window_is_suggested_with_its_effect() -> None:
    best = ask([WindowLoad(3, FOOD)], [WindowLoad(4, FOOD)])
    assert best is not None
    assert (best.change, best.window) == (Change.OPEN, 4)
    assert best.after < best.before * 0.6
    assert best.words.startswith("建议开放4号窗口：九成等候由约")


def test_an_idle_window_takes_on_what_its_clerk_may_do() -> None:
    best = ask([WindowLoad(3, FOOD), WindowLoad(5, WED)], may_serve={5: FOOD})
    assert best is not None
    assert (best.change, best.window, best.items) == (Change.ADD_ITEMS, 5, FOOD)


def test_nothing_is_suggested_where_nothing_helps() -> None:
    assert ask([WindowLoad(3, FOOD)], [WindowLoad(5, WED)]) is None
    assert suggest([], [], can_open=[], may_serve={}, handling=TIMES, rules=RULES, now=NOW) is None
