"""Draws the running line (滚动公告)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from display_app.layouts.options import TickerOptions
from display_app.panels.kind import Place, Strip
from display_app.panels.parts import Part
from qt_common import theme

GAP = 6.0  # units between two texts


def parts(place: Place, options: TickerOptions, state: tuple[str, ...], page: int) -> Iterator[Part]:
    """The ground, for the moments without any text."""
    colour = place.colours.primary_dark
    yield Part(place.name, place.rect, place.colours, lambda p, r: p.fillRect(r, QColor(colour)))


def strips(place: Place, options: TickerOptions, state: tuple[str, ...]) -> Iterator[Strip]:
    """The texts, one after the other."""
    height = place.rect.height()
    content = (state, height, place.colours, place.ratio, place.unit)
    draw = partial(_pictures, state, height, place)
    gap, speed = int(GAP * place.unit), options.speed * place.unit
    yield Strip(place.name, place.rect, content, draw, gap, speed, place.colours.primary_dark)


def _pictures(texts: tuple[str, ...], height: int, place: Place) -> list[QPixmap]:
    return [_text(text, height, place) for text in texts]


def _text(text: str, height: int, place: Place) -> QPixmap:
    font = theme.font(int(min(height * 0.5, 5 * place.unit)))
    width = int(QFontMetricsF(font).horizontalAdvance(text)) + 2
    pixmap = QPixmap(int(width * place.ratio), max(int(height * place.ratio), 1))
    pixmap.setDevicePixelRatio(place.ratio)
    pixmap.fill(QColor(place.colours.primary_dark))
    painter = QPainter(pixmap)
    painter.setFont(font)
    painter.setPen(QColor(place.colours.on_primary))
    painter.drawText(QRect(0, 0, width, height), int(Qt.AlignmentFlag.AlignVCenter), text)
    painter.end()
    return pixmap
