"""Objects are kept while their rows stay as they are, and never longer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.kept_rows import KeptRows


def test_the_same_row_gives_the_same_object_and_a_changed_one_a_new_one() -> None:
    kept: KeptRows[list[object]] = KeptRows()
    first = kept.of((1, "waiting"), list)
    assert kept.of((1, "waiting"), list) is first
    changed = kept.of((1, "called"), list)
    assert changed == [1, "called"]
    assert kept.of((1, "waiting"), list) == [1, "waiting"]


@given(st.lists(st.tuples(st.integers(0, 20), st.text(max_size=2))))
def test_what_comes_out_is_always_what_the_row_says_and_the_memory_is_bounded(rows: list[tuple[int, str]]) -> None:
    kept: KeptRows[list[object]] = KeptRows(most=5)
    for row in rows:
        assert kept.of(row, list) == list(row)
        assert len(kept) <= 5
