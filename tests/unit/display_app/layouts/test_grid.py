"""Where areas stand: nothing overlaps, nothing is left over, minima hold while there is room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from display_app.layouts.grid import NotARectangle, Span, edges, rects, spans, united
from display_app.layouts.shipped import shipped, shipped_names

WEIGHTS = st.lists(st.floats(0.5, 500), min_size=1, max_size=8)


@given(WEIGHTS, st.integers(1, 8000), st.data())
def test_tracks_fill_the_screen_and_keep_their_minima(
    weights: list[float], total: int, data: st.DataObject
) -> None:
    minima = data.draw(st.lists(st.floats(0, 900), min_size=len(weights), max_size=len(weights)))
    found = edges(weights, total, minima)
    assert (found[0], found[-1]) == (0, total)
    assert found == sorted(found)
    if sum(minima) <= total:
        sizes = [b - a for a, b in pairwise(found)]
        assert all(size >= least - 1.01 for size, least in zip(sizes, minima, strict=True))


@given(st.integers(1, 8000), st.integers(1, 8000), st.sampled_from(shipped_names()))
def test_the_areas_of_a_shipped_layout_cover_any_screen_once(width: int, height: int, name: str) -> None:
    layout = shipped(name)
    places = list(rects(layout.spans, layout.rows, layout.columns, (width, height), {}).values())
    assert sum(place.width() * place.height() for place in places) == width * height
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_a_minimum_is_kept_on_a_small_screen_and_the_rest_is_shared() -> None:
    assert edges([1, 1, 2], 400, [150, 0, 0]) == [0, 150, 233, 400]


def test_an_area_that_is_no_rectangle_is_named() -> None:
    with pytest.raises(NotARectangle) as refused:
        spans([["a", "a"], ["b", "a"]])
    assert refused.value.area == "a"


SPANS = st.tuples(*[st.integers(0, 4)] * 2, *[st.integers(1, 4)] * 2).map(
    lambda s: Span(s[0], s[1], s[0] + s[2], s[1] + s[3])
)


@given(SPANS, SPANS)
def test_two_areas_are_one_only_if_they_are_a_rectangle_together(first: Span, second: Span) -> None:
    def cells(span: Span) -> set[tuple[int, int]]:
        return {(r, c) for r in range(span.row, span.last_row) for c in range(span.column, span.last_column)}

    assume(not cells(first) & cells(second))
    both = united(first, second)
    if both is not None:
        assert cells(both) == cells(first) | cells(second)
    assert united(second, first) == both
