"""Draws the head line (标题栏)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from display_app.layouts.options import HeadOptions
from display_app.panels.card import RIGHT
from display_app.panels.head.words import Head
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from qt_common.theme import Colours

NARROW = 130  # units: below, the date goes under the hall's name


def parts(place: Place, options: HeadOptions, state: Head, page: int) -> Iterator[Part]:
    """One part: the clock changes once a minute."""
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state)
    yield Part(place.name, place.rect, (state, place.colours), draw)


def _draw(painter: QPainter, rect: QRect, *, unit: float, c: Colours, state: Head) -> None:
    painter.fillRect(rect, QColor(c.primary))
    unit = min(unit, rect.height() / 7.5)
    inner = rect.adjusted(int(3 * unit), 0, -int(3 * unit), 0)
    clock_width = int(15 * unit)
    clock = QRect(inner.right() - clock_width, inner.top(), clock_width, inner.height())
    write(painter, clock, state.clock, int(5.4 * unit), c.on_primary, bold=True, align=RIGHT)
    if inner.width() < NARROW * unit:
        top = QRect(inner.left(), inner.top(), inner.width() - clock_width, int(inner.height() * 0.62))
        below = QRect(top.left(), top.bottom(), top.width(), int(inner.height() * 0.3))
        write(painter, top, state.hall, int(4.4 * unit), c.on_primary, bold=True)
        words = "   ".join(text for text in (state.date, state.stale) if text)
        write(painter, below, words, int(2.4 * unit), c.primary_soft)
        return
    date = QRect(clock.left() - int(30 * unit), inner.top(), int(29 * unit), inner.height())
    write(painter, date, state.date, int(3 * unit), c.primary_soft, align=RIGHT)
    name = QRect(inner.left(), inner.top(), date.left() - inner.left(), inner.height())
    if state.stale:
        stale = QRect(name.right() - int(34 * unit), name.top(), int(34 * unit), name.height())
        write(painter, stale, state.stale, int(2.6 * unit), c.primary_soft, align=RIGHT)
        name.setRight(stale.left())
    write(painter, name, state.hall, int(4.6 * unit), c.on_primary, bold=True)
