"""Which actions make sense is a pure function of the situation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.actions import Action, Situation, allowed, next_action
from hall.queueing.ticket import TicketState
from hall.staffing.window import WindowState

A = Action
FREE = Situation(WindowState.OPEN, waiting=3)
CALLED = replace(FREE, ticket=TicketState.CALLED, calls=1, camera=True)
SERVING = replace(CALLED, ticket=TicketState.SERVING)
situations = st.builds(
    Situation,
    window=st.sampled_from(WindowState),
    ticket=st.sampled_from([None, TicketState.CALLED, TicketState.SERVING]),
    calls=st.integers(0, 5),
    waiting=st.integers(0, 3),
    aside=st.integers(0, 2),
    may_undo=st.booleans(),
    camera=st.booleans(),
    busy=st.booleans(),
    online=st.booleans(),
)


@pytest.mark.parametrize(
    ("situation", "following"),
    [
        (FREE, A.CALL_NEXT),
        (CALLED, A.START),
        (SERVING, A.FINISH),
        (Situation(WindowState.PAUSED), A.RESUME_WINDOW),
        (Situation(WindowState.CLOSED), None),
    ],
)
def test_the_next_step_is_the_sensible_one(situation: Situation, following: Action | None) -> None:
    assert next_action(situation) is following


def test_with_a_ticket_at_the_window_nobody_else_can_be_called_and_nobody_leaves() -> None:
    for situation in (CALLED, SERVING):
        assert not allowed(situation) & {A.CALL_NEXT, A.CALL_TICKET, A.PAUSE, A.SIGN_OUT}


def test_a_called_ticket_is_missed_only_after_the_calls_the_hall_demands() -> None:
    assert A.MISS not in allowed(replace(CALLED, calls=2))
    assert A.MISS in allowed(replace(CALLED, calls=3))
    assert A.MISS not in allowed(replace(SERVING, calls=3))


def test_pages_are_taken_only_for_a_ticket_and_with_a_camera() -> None:
    assert A.CAPTURE in allowed(SERVING)
    assert A.CAPTURE not in allowed(replace(SERVING, camera=False))
    assert A.CAPTURE not in allowed(replace(FREE, camera=True))


@given(situations)
def test_while_something_is_on_its_way_or_the_database_is_away_nothing_can_be_done(situation: Situation) -> None:
    assert allowed(replace(situation, busy=True)) == frozenset()
    assert allowed(replace(situation, online=False)) == frozenset()


@given(situations)
def test_undo_is_offered_only_while_the_window_is_free(situation: Situation) -> None:
    if A.UNDO_MISS in allowed(situation):
        assert situation.ticket is None and situation.may_undo
