"""Draws the published figures (满意度公示): a bar, the share in words, and from how many ratings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from display_app.layouts.options import SatisfactionOptions
from display_app.panels.card import RIGHT, card_part, fitting_rows, pages_of, row_boxes, row_ground
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.satisfaction.words import FigureRow, Figures
from qt_common.theme import Colours

LEAST, TALLEST = 8.6, 12.0  # units a row


def pages(place: Place, options: SatisfactionOptions, state: Figures) -> int:
    """As many as the figures need."""
    return pages_of(len(state.rows), fitting_rows(place, state.title, LEAST))


def parts(place: Place, options: SatisfactionOptions, state: Figures, page: int) -> Iterator[Part]:
    """The card, and one part for each figure of the page."""
    yield from card_part(place, state.title)
    room = fitting_rows(place, state.title, LEAST)
    rows = state.rows[page * room : (page + 1) * room]
    boxes = row_boxes(place, state.title, room if len(state.rows) > room else len(rows), TALLEST)
    for index, (row, box) in enumerate(zip(rows, boxes, strict=False)):
        draw = partial(_draw, unit=place.unit, c=place.colours, row=row, first=index == 0)
        yield Part(f"{place.name}.{index}", box, (row, index == 0, place.unit, place.colours), draw, "figure")


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, row: FigureRow, first: bool) -> None:
    row_ground(painter, box, c, first=first)
    pixels = int(min(3.2 * unit, box.height() * 0.34))
    upper = QRect(box.left(), box.top() + int(0.06 * box.height()), box.width(), int(box.height() * 0.42))
    share = QRect(upper.right() - int(13 * unit), upper.top(), int(13 * unit), upper.height())
    who = QRect(upper.left(), upper.top(), share.left() - upper.left(), upper.height())
    write(painter, who, row.who, pixels, c.text)
    write(painter, share, row.share, int(pixels * 1.15), c.good, bold=True, align=RIGHT)
    bar = QRect(box.left(), upper.bottom() + int(0.04 * box.height()), box.width(), int(box.height() * 0.12))
    painter.fillRect(bar, QColor(c.primary_soft))
    painter.fillRect(
        QRect(bar.left(), bar.top(), int(bar.width() * row.percent / 100), bar.height()), QColor(c.good)
    )
    lower = QRect(box.left(), bar.bottom(), box.width(), int(box.height() * 0.3))
    write(painter, lower, row.counts, int(pixels * 0.74), c.text_soft)
