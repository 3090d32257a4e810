"""The order of calls: explainable, the same for the same input, and nobody starves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.queueing.calling import run_length
from hall.queueing.ordering import OrderingRules, choose_next
from hall.queueing.ticket import PriorityClass, Ticket
from tests.support.fake_store import ZONE
from tests.unit.hall.queueing.test_ticket import ticket

NOW = datetime(2025, 3, 3, 10, 0, tzinfo=ZONE)
RULES = OrderingRules(priority_run=2, longest_wait_minutes=60)
ORDINARY, CARE, GREEN = PriorityClass.ORDINARY, PriorityClass.CARE, PriorityClass.GREEN


def waiting(number: int, minutes: float, priority: PriorityClass = ORDINARY, item: str = "SX002") -> Ticket:
    at = NOW - timedelta(minutes=minutes)
    return replace(
        ticket(),
        id=number,
        number=number,
        issued_at=at,
        queued_at=at,
        priority=priority,
        priority_reason="" if priority is ORDINARY else "老人",
        item=item,
    )


tickets = st.lists(
    st.builds(
        waiting,
        st.integers(1, 999),
        st.floats(0, 200),
        st.sampled_from(list(PriorityClass)),
        st.sampled_from(["SX001", "SX002", "SX015"]),
    ),
    max_size=12,
    unique_by=lambda t: t.number,
)


def test_nobody_waits() -> None:
    assert choose_next([], window=3, rules=RULES, now=NOW) is None


def test_first_come_first_served() -> None:
    choice = choose_next([waiting(2, 5), waiting(1, 8)], window=3, rules=RULES, now=NOW)
    assert choice is not None
    assert choice.ticket.number == 1
    assert choice.reason == "最先取号，已等候8分钟"


@pytest.mark.req("Q-10")
def test_a_priority_goes_first_and_its_reason_is_told() -> None:
    choice = choose_next([waiting(1, 30), waiting(2, 1, CARE)], window=3, rules=RULES, now=NOW)
    assert choice is not None
    assert choice.ticket.number == 2
    assert choice.reason == "老弱病残孕军优先：老人，已等候1分钟"


def test_after_a_run_of_priorities_an_ordinary_one_is_called() -> None:
    queue = [waiting(1, 30), waiting(2, 5, GREEN), waiting(3, 4, GREEN)]
    choice = choose_next(queue, window=3, priority_run=2, rules=RULES, now=NOW)
    assert choice is not None
    assert choice.ticket.number == 1
    assert "已连续办理2位优先" in choice.reason


def test_the_longest_wait_guard_is_exact() -> None:
    queue = [waiting(1, 60), waiting(2, 1, GREEN)]
    guarded = choose_next(queue, window=3, priority_run=1, rules=RULES, now=NOW)
    before = choose_next(queue, window=3, priority_run=1, rules=RULES, now=NOW - timedelta(microseconds=1))
    assert guarded is not None and guarded.ticket.number == 1
    assert before is not None and before.ticket.number == 2


def test_a_transferred_ticket_waits_for_its_window_only() -> None:
    only_five = replace(waiting(1, 50), only_window=5)
    assert choose_next([only_five], window=3, rules=RULES, now=NOW) is None
    choice = choose_next([only_five, waiting(2, 10)], window=5, rules=RULES, now=NOW)
    assert choice is not None and choice.ticket.number == 1


def test_specialities_go_first_within_the_class() -> None:
    queue = [waiting(1, 30, item="SX001"), waiting(2, 10, item="SX015")]
    choice = choose_next(queue, window=3, specialities=frozenset({"SX015"}), rules=RULES, now=NOW)
    assert choice is not None and choice.ticket.number == 2
    assert "专办事项" in choice.reason


@given(tickets, st.integers(0, 4), st.randoms())
def test_the_same_people_give_the_same_choice_in_any_order(queue: list[Ticket], run: int, random: object) -> None:
    shuffled = list(queue)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = choose_next(queue, window=3, priority_run=run, rules=RULES, now=NOW)
    assert first == choose_next(shuffled, window=3, priority_run=run, rules=RULES, now=NOW)


@given(tickets, st.integers(0, 4))
def test_no_jump_without_a_reason(queue: list[Ticket], run: int) -> None:
    choice = choose_next(queue, window=3, priority_run=run, rules=RULES, now=NOW)
    if choice is None:
        assert queue == []
        return
    earlier = [t for t in queue if t.queued_at < choice.ticket.queued_at]
    if earlier and choice.ticket.priority is ORDINARY:
        assert "优先" in choice.reason
    assert choice.reason


@given(st.lists(st.sampled_from(list(PriorityClass)), min_size=1, max_size=60))
def test_nobody_starves(arrivals: list[PriorityClass]) -> None:
    """One ordinary ticket against a stream of priorities is called after at most ``priority_run`` of them."""
    poor = waiting(1, 1)
    queue, called, history = [poor], [], []
    for number, priority in enumerate([*arrivals, *[GREEN] * 5], start=2):
        queue.append(waiting(number, 0.5, priority))
        choice = choose_next(queue, window=3, priority_run=run_length(history), rules=RULES, now=NOW)
        assert choice is not None
        queue.remove(choice.ticket)
        called.append(choice.ticket)
        history.insert(0, choice.ticket.priority)
    assert poor in called
    assert called.index(poor) <= RULES.priority_run


appointments = st.builds(
    lambda number, minutes, ahead, item: replace(
        waiting(number, minutes, PriorityClass.APPOINTMENT, item), priority_from=NOW + timedelta(minutes=ahead)
    ),
    st.integers(1, 999),
    st.floats(0, 55),
    st.integers(-30, 30),
    st.sampled_from(["SX001", "SX002", "SX015"]),
)
mixed = st.lists(st.one_of(appointments, st.builds(waiting, st.integers(1, 999), st.floats(0, 55))), max_size=12,
                 unique_by=lambda t: t.number)  # fmt: skip


@given(mixed, st.sampled_from([frozenset(), frozenset({"SX001"}), frozenset({"SX001", "SX015"})]))
def test_an_appointment_before_its_slot_never_jumps(queue: list[Ticket], specialities: frozenset[str]) -> None:
    choice = choose_next(queue, window=3, specialities=specialities, rules=RULES, now=NOW)
    if choice is None:
        return
    chosen = choice.ticket
    passed = [t for t in queue if t.queued_at < chosen.queued_at]
    if passed and chosen.class_at(NOW) is ORDINARY:
        # Only a speciality of the window goes before who came first.
        assert chosen.item in specialities and all(t.item not in specialities for t in passed)
        assert "专办" in choice.reason
    shuffled = choose_next(queue[::-1], window=3, specialities=specialities, rules=RULES, now=NOW)
    assert shuffled == choice


@given(mixed, st.integers(0, 3))
def test_nobody_starves_behind_appointments_and_specialities(queue: list[Ticket], run: int) -> None:
    """Whoever has waited longer than the guard is next, or next after one priority, whatever else waits."""
    old = waiting(1000, 61)
    special = frozenset({"SX015"})
    everybody = [*queue, old]
    choice = choose_next(everybody, window=3, specialities=special, priority_run=run, rules=RULES, now=NOW)
    assert choice is not None
    if choice.ticket != old:
        assert run == 0 and choice.ticket.class_at(NOW) is not ORDINARY
        everybody.remove(choice.ticket)
        choice = choose_next(everybody, window=3, specialities=special, priority_run=1, rules=RULES, now=NOW)
    assert choice is not None and choice.ticket == old


@pytest.mark.req("Q-10")
def test_on_a_crowded_day_priorities_take_turns_with_those_beyond_the_guard() -> None:
    queue = [waiting(n, 100 - n) for n in range(1, 6)] + [waiting(n, 20 - n, CARE) for n in range(11, 14)]
    called, history = [], []
    while queue:
        choice = choose_next(queue, window=3, priority_run=run_length(history), rules=RULES, now=NOW)
        assert choice is not None
        queue.remove(choice.ticket)
        called.append(choice.ticket.number)
        history.insert(0, choice.ticket.priority)
    assert called == [11, 1, 12, 2, 13, 3, 4, 5]
