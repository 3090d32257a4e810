"""Draws 办件公示: a list that scrolls when it does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from display_app.layouts.options import PublicCasesOptions
from display_app.panels.card import CENTRE, RIGHT, body_of, card_part
from display_app.panels.kind import Place, Strip
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.public_cases.words import CaseRow, Cases
from qt_common.theme import Colours

ROW = 6.4  # units high
SPEED = 5.0  # units a second: each line can be read twice


def parts(place: Place, options: PublicCasesOptions, state: Cases, page: int) -> Iterator[Part]:
    """The card; the lines are a strip."""
    yield from card_part(place, state.title)
    if not state.rows:
        draw = partial(_nothing, unit=place.unit, c=place.colours, text=state.nothing)
        yield Part(f"{place.name}.nothing", body_of(place, state.title), (state.nothing, place.colours), draw)


def strips(place: Place, options: PublicCasesOptions, state: Cases) -> Iterator[Strip]:
    """The lines."""
    if state.rows:
        body = body_of(place, state.title)
        content = (state.rows, body.width(), place.unit, place.colours, place.ratio)
        draw = partial(_pictures, state.rows, body.width(), place)
        ground = place.colours.surface
        yield Strip(place.name, body, content, draw, 0, SPEED * place.unit, ground, upright=True)


def _nothing(painter: QPainter, box: QRect, *, unit: float, c: Colours, text: str) -> None:
    painter.fillRect(box, QColor(c.surface))
    write(painter, box, text, int(2.8 * unit), c.text_soft, align=CENTRE)


def _pictures(rows: tuple[CaseRow, ...], width: int, place: Place) -> list[QPixmap]:
    return [_row(row, width, place) for row in rows]


def _row(row: CaseRow, width: int, place: Place) -> QPixmap:
    unit, c = place.unit, place.colours
    height = int(ROW * unit)
    pixmap = QPixmap(max(int(width * place.ratio), 1), max(int(height * place.ratio), 1))
    pixmap.setDevicePixelRatio(place.ratio)
    pixmap.fill(QColor(c.surface))
    painter = QPainter(pixmap)
    painter.setPen(QColor(c.line))
    painter.drawLine(0, height - 1, width, height - 1)
    if width > 52 * unit:
        who = QRect(0, 0, int(13 * unit), height)
        time = QRect(width - int(9 * unit), 0, int(9 * unit), height)
        item = QRect(who.right(), 0, time.left() - who.right(), height)
        write(painter, who, row.who, int(3 * unit), c.text, bold=True)
        write(painter, item, row.item, int(3 * unit), c.text)
        write(painter, time, row.time, int(3 * unit), c.text_soft, align=RIGHT)
    else:
        above, below = (
            QRect(0, 0, width, int(height * 0.52)),
            QRect(0, int(height * 0.5), width, int(height * 0.46)),
        )
        write(painter, above, row.item, int(2.5 * unit), c.text)
        write(painter, below, row.who, int(2.3 * unit), c.text_soft)
        write(painter, below, row.time, int(2.3 * unit), c.text_soft, align=RIGHT)
    painter.end()
    return pixmap
