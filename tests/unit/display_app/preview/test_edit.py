"""Changing one value in a layout's text: what is asked for changes, all else stays."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_app.layouts.shipped import shipped_names, shipped_text
from display_app.preview.edit import Value, set_value

VALUES = st.one_of(
    st.booleans(),
    st.integers(-1000, 1000),
    st.floats(0, 1000).map(lambda number: round(number, 2)),
    st.text(max_size=20),
    st.lists(st.text(max_size=6), max_size=4),
    st.none(),
)


@given(st.sampled_from(shipped_names()), st.data(), VALUES)
def test_one_value_changes_and_all_else_stays(name: str, data: st.DataObject, value: Value | None) -> None:
    text = shipped_text(name)
    before = tomllib.loads(text)
    table = data.draw(st.sampled_from(["", *(f"panels.{panel}" for panel in before["panels"])]))
    known: dict[str, Any] = before if not table else before["panels"][table.partition(".")[2]]
    keys = [key for key in known if key != "panels"]
    key = data.draw(st.sampled_from([*keys, "seconds"]))
    after = tomllib.loads(set_value(text, table, key, value))
    expected = tomllib.loads(text)
    place = expected if not table else expected["panels"][table.partition(".")[2]]
    if value is None:
        place.pop(key, None)
    else:
        place[key] = list(value) if isinstance(value, list) else value
    assert after == expected


@pytest.mark.parametrize("name", shipped_names())
def test_comments_stay(name: str) -> None:
    text = shipped_text(name)
    changed = set_value(set_value(text, "", "title", "另"), "", "title", None)
    assert [line for line in changed.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
