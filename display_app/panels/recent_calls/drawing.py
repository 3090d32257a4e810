"""Draws the last calls (最近叫号): newest first, down one column and then the next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.layouts.options import RecentCallsOptions
from display_app.panels.card import RIGHT, TITLE, inside, rounded
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.recent_calls.words import CallRow, CallStage
from qt_common.theme import Colours


def parts(place: Place, options: RecentCallsOptions, state: tuple[CallRow, ...], page: int) -> Iterator[Part]:
    """One part for each call, so that a call that moves down the list is not drawn again."""
    unit, inner = place.unit, inside(place)
    if options.title:
        head = QRect(inner.left(), inner.top(), inner.width(), int(TITLE * unit))
        draw = partial(_title, unit=unit, c=place.colours, text=options.title)
        yield Part(f"{place.name}.title", head, (options.title, place.colours), draw)
        inner = inner.adjusted(0, head.height(), 0, 0)
    columns = min(options.columns, options.rows)
    rows = -(-options.rows // columns)
    width = (inner.width() - unit * (columns - 1)) / columns
    height = (inner.height() - unit * (rows - 1)) / rows
    for index in range(options.rows):
        column, row = divmod(index, rows)
        left, top = inner.left() + column * (width + unit), inner.top() + row * (height + unit)
        box = QRect(int(left), int(top), int(width), int(height))
        line = state[index] if index < len(state) else None
        draw_row = partial(_draw, unit=unit, c=place.colours, row=line)
        yield Part(f"{place.name}.{index}", box, (line, unit, place.colours), draw_row, "call")


def _title(painter: QPainter, box: QRect, *, unit: float, c: Colours, text: str) -> None:
    write(painter, box, text, int(3.1 * unit), c.primary, bold=True)


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, row: CallRow | None) -> None:
    announcing = row is not None and row.stage is CallStage.ANNOUNCING
    waiting = row is not None and row.stage is CallStage.WAITING
    ground = c.primary if announcing else c.primary_soft if waiting else c.surface
    rounded(painter, box, unit, ground, None if announcing else c.line)
    if row is None:
        return
    inner = box.adjusted(int(1.6 * unit), 0, -int(1.6 * unit), 0)
    label = QRect(inner.left(), inner.top(), int(inner.width() * 0.57), inner.height())
    window = QRect(inner.left() + int(inner.width() * 0.62), inner.top(), int(inner.width() * 0.38), inner.height())
    pixels = int(min(box.height() * 1.02, 15.5 * unit))
    write(painter, label, row.label, pixels, c.on_primary if announcing else c.primary, bold=True)
    ink = c.on_primary if announcing else c.text
    write(
        painter,
        window,
        row.window,
        int(min(box.height() * 0.4, 6 * unit)),
        ink,
        bold=True,
        align=RIGHT,
        smallest=0.42,
    )
