"""Geometry of quadrilaterals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.document_camera.quads import (
    area,
    corner_errors,
    intersection,
    is_plausible,
    ordered,
    overlap,
    reduce_to_four,
)

SQUARE = np.array([[10.0, 10.0], [110.0, 10.0], [110.0, 110.0], [10.0, 110.0]])


def moved(across: float, down: float) -> np.ndarray:
    return SQUARE + np.array([across, down])


@given(st.permutations(range(4)))
def test_corners_come_out_clockwise_from_the_top_left(order: list[int]) -> None:
    assert np.array_equal(ordered(SQUARE[order]), SQUARE)
    assert area(ordered(SQUARE[order])) == pytest.approx(10_000)


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(SQUARE, SQUARE) == pytest.approx(1)
    assert overlap(SQUARE, moved(50, 0)) == pytest.approx(1 / 3)
    assert overlap(SQUARE, moved(500, 0)) == 0


@given(st.integers(0, 3))
def test_corner_errors_do_not_depend_on_the_first_corner(turn: int) -> None:
    assert corner_errors(np.roll(moved(3, 4), turn, axis=0), SQUARE) == pytest.approx([5, 5, 5, 5])


def test_cut_corners_are_restored() -> None:
    cut = np.array([[30, 10], [90, 10], [110, 30], [110, 90], [90, 110], [30, 110], [10, 90], [10, 30]], float)
    quad = reduce_to_four(cut)
    assert quad is not None
    assert quad == pytest.approx(SQUARE)


def test_a_triangle_has_no_four_corners() -> None:
    assert reduce_to_four(np.array([[0, 0], [10, 0], [0, 10]], float)) is None


@pytest.mark.parametrize(
    "quad",
    [
        SQUARE * 0.05,
        SQUARE[[0, 2, 1, 3]],
        SQUARE[::-1],
        np.array([[0, 0], [100, 0], [190, 100], [90, 100]], float),
        moved(400, 0),
        SQUARE * [1, np.nan],
        np.array([[0, 0], [300, 0], [300, 12], [0, 12]], float),
    ],
    ids=["tiny", "crossed", "anticlockwise", "slanted", "outside", "not a number", "a strip"],
)
def test_what_can_not_be_a_page_is_not_plausible(quad: np.ndarray) -> None:
    assert not is_plausible(quad, 320, 240)


def test_a_page_is_plausible() -> None:
    assert is_plausible(SQUARE, 320, 240)


def test_parallel_lines_do_not_meet() -> None:
    assert np.isnan(intersection(np.array([[0, 0], [1, 0]], float), np.array([[0, 1], [1, 0]], float))).all()
