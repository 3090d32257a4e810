"""What a notification says of a commit, and what can't be believed of it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.journal_signs import KIND, MOST, changes_of, sign_of
from hall.journal.record import Change


@given(st.integers(1, 10**15), st.lists(st.from_regex(KIND, fullmatch=True), max_size=20))
def test_what_is_told_is_read_again(first: int, kinds: list[str]) -> None:
    newest = first + len(kinds) - 1
    told = [Change(seq, kind) for seq, kind in enumerate(kinds, first)]
    assert list(changes_of(sign_of(newest, kinds))) == told


@given(st.text())
def test_any_text_at_all_is_read_as_records_without_a_gap_or_as_none(text: str) -> None:
    changes = changes_of(text)
    assert not changes or changes[0].seq >= 1
    assert all(later.seq == change.seq + 1 for change, later in itertools.pairwise(changes))


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "42",
        "42 ",
        "042 ticket.called",
        "-1 ticket.called",
        "４２ ticket.called",
        "42  ticket.called",
        "42 票.叫号",
        "42 ticket.called\n",
        "1 ticket.issued ticket.called",  # there is no record 0
        "9" * 30 + " ticket.called",
        "42" + " ticket.called" * MOST,
    ],
)
def test_garbage_tells_of_nothing(garbage: str) -> None:
    assert changes_of(garbage) == ()


def test_too_many_kinds_or_a_strange_one_are_left_out() -> None:
    assert sign_of(9_000, ["ticket.voided"] * 2_000) == "9000"
    assert sign_of(7, ["two words"]) == "7"
    assert sign_of(7, []) == "7"
