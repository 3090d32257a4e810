"""Rows in columns (表格), for panels that list things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from display_app.panels.card import LEFT, body_of, fitting_rows, row_ground
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from qt_common.theme import Colours

HEAD = 3.6  # units: the line with the columns' names


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, perhaps with a smaller one below it."""

    text: str
    below: str = ""
    bold: bool = False
    colour: str = ""
    align: Qt.AlignmentFlag = LEFT


def rows_a_page(place: Place, title: str, heads: bool, least: float, wanted: int) -> int:
    """How many rows fit under title and heads."""
    room = body_of(place, title).height() - (HEAD * place.unit if heads else 0)
    fitting = max(int(room // (least * place.unit)), 1)
    return min(fitting, wanted) if wanted else max(min(fitting, fitting_rows(place, title, least)), 1)


def table_parts(
    place: Place,
    title: str,
    heads: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    widths: Sequence[float],
    *,
    slots: int,
    tallest: float,
) -> Iterator[Part]:
    """The heads and the rows of one page.

    Args:
        widths: shares of the columns.
        slots: for how many rows the height is shared.
    """
    body, unit, c = body_of(place, title), place.unit, place.colours
    top = body.top()
    if any(heads):
        box = QRect(body.left(), top, body.width(), int(HEAD * unit))
        cells = tuple(Cell(head, colour=c.text_soft) for head in heads)
        draw = partial(_row, unit=unit, c=c, cells=cells, widths=tuple(widths), first=True, pixels=2.3 * unit)
        yield Part(f"{place.name}.heads", box, (cells, tuple(widths), c), draw)
        top += box.height()
    height = min((body.bottom() - top) / max(slots, 1), tallest * unit)
    for index, row in enumerate(rows):
        box = QRect(body.left(), int(top + index * height), body.width(), int(height))
        pixels = min(3.2 * unit, height * 0.5)
        first = index == 0 and not any(heads)
        draw = partial(_row, unit=unit, c=c, cells=row, widths=tuple(widths), first=first, pixels=pixels)
        yield Part(f"{place.name}.{index}", box, (row, tuple(widths), first, unit, c), draw, "row")


def _row(
    painter: QPainter,
    box: QRect,
    *,
    unit: float,
    c: Colours,
    cells: tuple[Cell, ...],
    widths: tuple[float, ...],
    first: bool,
    pixels: float,
) -> None:
    row_ground(painter, box, c, first=first)
    x, whole = float(box.left()), sum(widths)
    for cell, share in zip(cells, widths, strict=True):
        width = box.width() * share / whole
        place = QRect(int(x), box.top(), int(width - unit), box.height())
        x += width
        ink = QColor(cell.colour or c.text).name()
        if not cell.below:
            write(painter, place, cell.text, int(pixels), ink, bold=cell.bold, align=cell.align)
            continue
        above = QRect(place.left(), place.top(), place.width(), int(place.height() * 0.56))
        below = QRect(place.left(), above.bottom(), place.width(), int(place.height() * 0.38))
        write(painter, above, cell.text, int(pixels * 0.94), ink, bold=cell.bold, align=cell.align)
        write(painter, below, cell.below, int(pixels * 0.7), c.text_soft, align=cell.align)
