"""Draws the large clock (时钟)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.layouts.options import ClockOptions
from display_app.panels.card import CENTRE, inside, rounded
from display_app.panels.clock.words import Clock
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from qt_common.theme import Colours


def parts(place: Place, options: ClockOptions, state: Clock, page: int) -> Iterator[Part]:
    """One part."""
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state)
    yield Part(place.name, inside(place), (state, place.unit, place.colours), draw)


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, state: Clock) -> None:
    rounded(painter, box, unit, c.surface, c.line)
    inner = box.adjusted(int(unit), 0, -int(unit), 0)
    time = QRect(inner.left(), inner.top(), inner.width(), int(inner.height() * 0.66))
    date = QRect(inner.left(), time.bottom(), inner.width(), int(inner.height() * 0.28))
    write(painter, time, state.time, int(time.height() * 0.9), c.primary, bold=True, align=CENTRE, smallest=0.1)
    write(painter, date, state.date, int(date.height() * 0.62), c.text_soft, align=CENTRE, smallest=0.3)
