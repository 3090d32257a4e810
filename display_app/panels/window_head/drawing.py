"""Draws the head of a window screen (窗口标题)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from display_app.layouts.options import WindowHeadOptions
from display_app.panels.card import CENTRE, RIGHT
from display_app.panels.kind import Place
from display_app.panels.lettering import fitted_font, write
from display_app.panels.parts import Part
from display_app.panels.window_head.words import WindowHead
from qt_common.theme import Colours


def parts(place: Place, options: WindowHeadOptions, state: WindowHead, page: int) -> Iterator[Part]:
    """One part."""
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state)
    yield Part(place.name, place.rect, (state, place.colours), draw)


def _draw(painter: QPainter, rect: QRect, *, unit: float, c: Colours, state: WindowHead) -> None:
    painter.fillRect(rect, QColor(c.primary))
    unit = min(unit, rect.height() / 18)
    inner = rect.adjusted(int(3 * unit), 0, -int(3 * unit), 0)
    number = QRect(inner.left(), inner.top(), int(min(44 * unit, inner.width() * 0.5)), inner.height())
    write(painter, number, state.number_words, int(12 * unit), c.on_primary, bold=True)
    right = QRect(number.right(), inner.top(), inner.right() - number.right(), inner.height())
    above = QRect(right.left(), right.top() + int(right.height() * 0.05), right.width(), int(right.height() * 0.5))
    below = QRect(right.left(), above.bottom(), right.width(), int(right.height() * 0.4))
    write(painter, above, state.name, int(6.4 * unit), c.on_primary, align=RIGHT)
    _marks(painter, below, unit, c, state)


def _marks(painter: QPainter, box: QRect, unit: float, c: Colours, state: WindowHead) -> None:
    """From the right: clock, word about old data, the marks on grounds of their own."""
    pixels = int(4.2 * unit)
    right = box.right()
    for text in (state.clock, state.stale):
        if text:
            width = min(_width(text, pixels), max(right - box.left(), 1))
            write(
                painter,
                QRect(right - width, box.top(), width, box.height()),
                text,
                pixels,
                c.primary_soft,
                align=RIGHT,
            )
            right -= width + int(2.4 * unit)
    for text in reversed(state.badges):
        width = min(_width(text, pixels) + int(3 * unit), right - box.left())
        if width <= 4 * unit:
            break
        mark = QRect(right - width, box.top() + int(box.height() * 0.04), width, int(box.height() * 0.86))
        painter.setBrush(QColor(c.surface))
        painter.setPen(QColor(c.surface))
        painter.drawRoundedRect(mark, unit, unit)
        write(painter, mark.adjusted(int(unit), 0, -int(unit), 0), text, pixels, c.warn, bold=True, align=CENTRE)
        right -= width + int(1.6 * unit)


def _width(text: str, pixels: int) -> int:
    return int(QFontMetricsF(fitted_font(text, pixels, 0, bold=True)).horizontalAdvance(text)) + 2
