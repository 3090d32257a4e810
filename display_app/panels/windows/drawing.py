"""Draws the list of windows (窗口一览)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.layouts.options import WindowsOptions
from display_app.panels.card import RIGHT, card_part, fitting_rows, pages_of, row_boxes, row_ground
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.windows.words import Tone, WindowRow
from qt_common.theme import Colours

LEAST, TALLEST = 5.2, 8.0  # units a row


def pages(place: Place, options: WindowsOptions, state: tuple[WindowRow, ...]) -> int:
    """As many as the windows need."""
    return pages_of(len(state), fitting_rows(place, options.title or "", LEAST, options.rows))


def parts(place: Place, options: WindowsOptions, state: tuple[WindowRow, ...], page: int) -> Iterator[Part]:
    """The card, and one part for each window of the page."""
    title = options.title or ""
    yield from card_part(place, title)
    room = fitting_rows(place, title, LEAST, options.rows)
    rows = state[page * room : (page + 1) * room]
    boxes = row_boxes(place, title, room if len(state) > room else max(len(rows), 1), TALLEST)
    for index, (row, box) in enumerate(zip(rows, boxes, strict=False)):
        draw = partial(_draw, unit=place.unit, c=place.colours, row=row, first=index == 0)
        content = (row, index == 0, place.unit, place.colours)
        yield Part(f"{place.name}.{index}", box, content, draw, "window")


def tone_ink(c: Colours, tone: Tone) -> str:
    """The colour of a window's status."""
    return {Tone.OPEN: c.good, Tone.PAUSED: c.warn, Tone.CLOSED: c.text_soft}[tone]


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, row: WindowRow, first: bool) -> None:
    """Number, name, what it does; with marks, 去向, return or end under its name."""
    row_ground(painter, box, c, first=first)
    ink = c.text_soft if row.tone is Tone.CLOSED else c.text
    pixels = int(min(3.3 * unit, box.height() * 0.6))
    number = QRect(box.left(), box.top(), int(min(10 * unit, box.width() * 0.16)), box.height())
    status_width = int(min(18 * unit, box.width() * 0.26))
    status = QRect(box.right() - status_width, box.top(), status_width, box.height())
    middle = QRect(number.right(), box.top(), status.left() - number.right() - int(unit), box.height())
    write(painter, number, row.number, int(pixels * 1.18), ink, bold=True)
    write(painter, status, row.status, pixels, tone_ink(c, row.tone), bold=row.tone is not Tone.CLOSED, align=RIGHT)
    second = "  ".join(text for text in (row.badge, row.detail) if text)
    if not second:
        write(painter, middle, row.name, pixels, ink)
        return
    half = int(middle.height() * 0.46)
    above = QRect(middle.left(), middle.top() + int(middle.height() * 0.05), middle.width(), half)
    below = QRect(middle.left(), above.bottom(), middle.width(), half)
    write(painter, above, row.name, int(pixels * 0.76), ink)
    write(painter, below, second, int(pixels * 0.76), c.warn)
