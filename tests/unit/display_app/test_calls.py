"""Which calls are announced, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_app.calls import ANNOUNCE_WITHIN, NewCalls, Waiting
from hall.queueing.board import CallLine

T0 = datetime(2025, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SECOND = timedelta(seconds=1)


def line(ticket: int, seconds: float = 0, window: int = 3, calls: int = 1, *, priority: bool = False) -> CallLine:
    return CallLine(
        ticket, f"A{ticket:03d}", window, T0 + seconds * SECOND, calls, serving=False, priority=priority
    )


@pytest.mark.req("D-05")
def test_calls_from_before_a_restart_are_not_announced_again() -> None:
    new = NewCalls()
    assert new.observe([line(1), line(2)], T0) == ()
    assert new.observe([line(1), line(2)], T0 + SECOND) == ()


def test_calls_pressed_at_once_are_announced_oldest_first() -> None:
    new = NewCalls()
    new.observe([], T0)
    assert new.observe([line(3, 2), line(2, 1), line(1, 1)], T0 + 2 * SECOND) == (
        line(1, 1),
        line(2, 1),
        line(3, 2),
    )


def test_a_call_that_stays_on_the_board_is_announced_once_and_a_recall_once_more() -> None:
    new = NewCalls()
    new.observe([], T0)
    assert new.observe([line(1)], T0) == (line(1),)
    assert new.observe([line(1)], T0 + SECOND) == ()
    again = line(1, 5, calls=2)
    assert new.observe([again], T0 + 5 * SECOND) == (again,)


def test_calls_missed_during_a_long_outage_are_shown_but_not_announced() -> None:
    new = NewCalls()
    new.observe([], T0)
    late = T0 + ANNOUNCE_WITHIN + SECOND
    recent = line(2, ANNOUNCE_WITHIN.total_seconds())
    assert new.observe([recent, line(1)], late) == (recent,)
    assert new.observe([recent, line(1)], late) == ()


def test_a_missed_call_taken_back_is_not_announced_again() -> None:
    new = NewCalls()
    new.observe([line(1)], T0)
    new.observe([line(1)], T0)  # 过号 keeps its line
    assert new.observe([line(1)], T0 + SECOND) == ()


def test_a_recall_of_a_waiting_call_keeps_its_place() -> None:
    waiting = Waiting()
    waiting.add(line(1))
    waiting.add(line(2))
    waiting.add(line(1, 3, calls=2))
    assert waiting.lines == (line(1, 3, calls=2), line(2))


@pytest.mark.req("Q-02")
def test_a_ticket_moved_to_another_window_is_never_announced_for_the_old_one() -> None:
    waiting = Waiting()
    waiting.add(line(1, window=3))
    waiting.add(line(2))
    waiting.keep([line(1, 4, window=5), line(2)])
    waiting.add(line(1, 4, window=5))
    assert waiting.lines == (line(2), line(1, 4, window=5))


@pytest.mark.req("D-05")
def test_a_ticket_served_missed_or_gone_before_its_turn_is_not_announced() -> None:
    waiting = Waiting()
    for ticket in (1, 2, 3):
        waiting.add(line(ticket))
    waiting.keep([replace(line(1), awaited=False, serving=True), line(3)])
    assert waiting.lines == (line(3),)
    new = NewCalls()
    new.observe([], T0)
    assert new.observe([replace(line(4), awaited=False)], T0) == ()


@pytest.mark.req("Q-10")
def test_a_priority_call_goes_before_ordinary_ones_a_limited_number_of_times() -> None:
    waiting = Waiting(priority_run=2)
    waiting.add(line(1))
    for ticket in (11, 12, 13):
        waiting.add(line(ticket, priority=True))
    assert [waited.ticket for waited in waiting.lines] == [11, 12, 1, 13]


@given(st.lists(st.booleans(), max_size=30), st.integers(0, 4))
def test_no_call_is_passed_more_often_than_allowed_and_equals_keep_their_order(
    priorities: list[bool], priority_run: int
) -> None:
    waiting = Waiting(priority_run)
    for number, priority in enumerate(priorities):
        waiting.add(line(number, priority=priority))
    order = [waited.ticket for waited in waiting.lines]
    assert sorted(order) == list(range(len(priorities)))
    for kind in (True, False):
        alike = [ticket for ticket in order if priorities[ticket] is kind]
        assert alike == sorted(alike)
    for place, ticket in enumerate(order):
        assert sum(earlier > ticket for earlier in order[:place]) <= priority_run


@given(st.lists(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3)), unique_by=lambda t: t[0]), max_size=8))
def test_whatever_the_board_shows_each_call_is_announced_at_most_once(boards: list[list[tuple[int, int]]]) -> None:
    new = NewCalls()
    new.observe([], T0)
    announced: list[tuple[int, datetime]] = []
    latest: dict[int, int] = {}
    for board in boards:
        for ticket, calls in board:
            latest[ticket] = max(latest.get(ticket, 0), calls)
        seen = [line(ticket, calls, calls=calls) for ticket, calls in latest.items()]
        announced += [(found.ticket, found.at) for found in new.observe(seen, T0 + 10 * SECOND)]
    assert len(announced) == len(set(announced))
    assert {ticket for ticket, _ in announced} == set(latest)
