"""Objects are kept while their rows stay as they are, and never longer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.kept_rows import LEAST, MOST, KeptRows


def test_the_same_row_gives_the_same_object_and_a_changed_one_a_new_one() -> None:
    kept: KeptRows[list[object]] = KeptRows()
    first = kept.of((1, "waiting"), list)
    assert kept.of((1, "waiting"), list) is first
    changed = kept.of((1, "called"), list)
    assert changed == [1, "called"]
    assert kept.of((1, "waiting"), list) == [1, "waiting"]


@given(st.lists(st.tuples(st.integers(0, 20), st.text(max_size=2))))
def test_what_comes_out_is_always_what_the_row_says(rows: list[tuple[int, str]]) -> None:
    kept: KeptRows[list[object]] = KeptRows(least=5)
    for row in rows:
        assert kept.of(row, list) == list(row)


def test_the_queue_of_a_busy_hall_is_made_once() -> None:
    kept: KeptRows[list[object]] = KeptRows()
    queue = [(number, "waiting") for number in range(700)]
    made = [kept.of(row, list) for row in queue]
    for _ in range(20):
        assert all(kept.of(row, list) is one for row, one in zip(queue, made, strict=True))
    assert len(kept) <= 2 * len(queue)


def test_tickets_that_ended_are_let_go_and_a_new_day_lets_go_of_yesterday() -> None:
    kept: KeptRows[list[object]] = KeptRows()
    for number in range(5_000):  # a day: each ticket is looked at some times, and never again when it ended
        for state in ("waiting", "waiting", "called"):
            last = kept.of((number, state), list)
        assert len(kept) <= 3 * LEAST
    for number in range(5_000, 5_000 + 4 * LEAST):
        for state in ("waiting", "called"):
            kept.of((number, state), list)
    assert kept.of((4_999, "called"), list) is not last


def test_rows_that_are_asked_for_once_only_are_bounded_too() -> None:
    kept: KeptRows[list[object]] = KeptRows()
    for number in range(3 * MOST):
        kept.of((number, "ended"), list)
        assert len(kept) <= MOST
