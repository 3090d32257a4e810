"""Where the areas of a layout stand, at any size of the screen (版面网格)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

EMPTY = "."  # a cell that nothing stands in


@dataclass(frozen=True, slots=True)
class Span:
    """The cells of an area: from row and column up to, not including, the last."""

    row: int
    column: int
    last_row: int
    last_column: int


class NotARectangle(ValueError):
    """The cells of an area are no rectangle; ``area`` says which."""

    def __init__(self, area: str) -> None:
        super().__init__(area)
        self.area = area


def spans(areas: Sequence[Sequence[str]]) -> dict[str, Span]:
    """The areas by name, from rows of cells.

    Raises:
        NotARectangle: an area's cells leave a gap or stick out.
    """
    cells: dict[str, list[tuple[int, int]]] = {}
    for row, names in enumerate(areas):
        for column, name in enumerate(names):
            if name != EMPTY:
                cells.setdefault(name, []).append((row, column))
    found = {}
    for name, taken in cells.items():
        rows, columns = [r for r, _ in taken], [c for _, c in taken]
        span = Span(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
        if len(taken) != (span.last_row - span.row) * (span.last_column - span.column):
            raise NotARectangle(name)
        found[name] = span
    return found


def united(first: Span, second: Span) -> Span | None:
    """Both as one; None when together they are no rectangle."""
    both = Span(
        min(first.row, second.row),
        min(first.column, second.column),
        max(first.last_row, second.last_row),
        max(first.last_column, second.last_column),
    )
    return both if _cells(both) == _cells(first) + _cells(second) else None


def edges(weights: Sequence[float], total: int, minima: Sequence[float]) -> list[int]:
    """The edges of the tracks in ``total`` pixels: by weight, but none below its minimum while there is room."""
    least = [float(m) for m in minima]
    if sum(least) > total:
        least = [m * total / sum(least) for m in least]
    fixed: set[int] = set()
    sizes: list[float] = []
    while True:
        rest = total - sum(least[n] for n in fixed)
        weight = sum(w for n, w in enumerate(weights) if n not in fixed) or 1.0
        sizes = [least[n] if n in fixed else rest * w / weight for n, w in enumerate(weights)]
        short = {n for n, size in enumerate(sizes) if n not in fixed and size < least[n]}
        if not short:
            break
        fixed |= short
    found, at = [0], 0.0
    for size in sizes:
        at += size
        found.append(round(at))
    return found


def rects(
    areas: Mapping[str, Span],
    rows: Sequence[float],
    columns: Sequence[float],
    size: tuple[int, int],
    minima: Mapping[str, tuple[float, float]],
) -> dict[str, QRect]:
    """The rectangle of each area.

    Args:
        size: width and height of the screen, in pixels.
        minima: least width and height of areas, in pixels; of an area over several tracks each takes its share.
    """
    wide, high = [0.0] * len(columns), [0.0] * len(rows)
    for name, (width, height) in minima.items():
        span = areas[name]
        _raise(wide, columns, span.column, span.last_column, width)
        _raise(high, rows, span.row, span.last_row, height)
    x, y = edges(columns, size[0], wide), edges(rows, size[1], high)
    return {
        name: QRect(
            x[s.column],
            y[s.row],
            x[s.last_column] - x[s.column],
            y[s.last_row] - y[s.row],
        )
        for name, s in areas.items()
    }


def _raise(minima: list[float], weights: Sequence[float], first: int, last: int, least: float) -> None:
    whole = sum(weights[first:last])
    for n in range(first, last):
        minima[n] = max(minima[n], least * weights[n] / whole)


def _cells(span: Span) -> int:
    return (span.last_row - span.row) * (span.last_column - span.column)
