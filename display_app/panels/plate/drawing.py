"""Draws the staff plate (公示牌); upright at the side, lying in a low place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from display_app.layouts.options import PlateOptions
from display_app.panels.card import CENTRE, LEFT, rounded
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.plate.words import PlateState
from qt_common.theme import Colours


def parts(place: Place, options: PlateOptions, state: PlateState, page: int) -> Iterator[Part]:
    """One part."""
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state)
    yield Part(place.name, place.rect, (state, place.colours), draw)


def _draw(painter: QPainter, rect: QRect, *, unit: float, c: Colours, state: PlateState) -> None:
    painter.fillRect(rect, QColor(c.ground))
    margin = int(2 * unit)
    card = rect.adjusted(margin, margin, -margin, -margin)
    rounded(painter, card, 2 * unit, c.surface, c.line)
    inner = card.adjusted(margin, margin, -margin, -margin)
    lines = [line for line in (f"{state.name}  {state.post}".strip(), state.number, state.contact) if line]
    upright = rect.height() > rect.width()
    has_picture = bool(state.initial) or state.photo is not None
    if has_picture:
        size = int(min(inner.width() * 0.6, inner.height() * (0.48 if upright else 0.9)))
        if not upright:
            size = int(min(size, inner.width() * 0.36))
        left = inner.left() + (inner.width() - size) // 2 if upright else inner.left()
        picture = QRect(left, inner.top() if upright else inner.top() + (inner.height() - size) // 2, size, size)
        painter.setBrush(QColor(c.primary_soft))
        painter.setPen(QColor(c.primary_soft))
        painter.drawEllipse(picture)
        if state.photo is not None:
            portrait(painter, picture, state.photo.image)
        else:
            write(painter, picture, state.initial, int(size * 0.5), c.primary, bold=True, align=CENTRE)
        inner = inner.adjusted(0, size + margin, 0, 0) if upright else inner.adjusted(size + 2 * margin, 0, 0, 0)
    if not lines:
        return
    line_height = min(inner.height() // len(lines), int(11 * unit))
    top = inner.top() + (0 if upright and has_picture else (inner.height() - line_height * len(lines)) // 2)
    for index, line in enumerate(lines):
        box = QRect(inner.left(), top + index * line_height, inner.width(), line_height)
        pixels = int(line_height * (0.62 if index == 0 else 0.44))
        ink = c.text if index == 0 else c.text_soft
        write(painter, box, line, pixels, ink, bold=not index, align=CENTRE if upright else LEFT)


def portrait(painter: QPainter, rect: QRect, image: QImage) -> None:
    """A photo cut to a circle; of a tall one rather the upper part, where the face is."""
    side = min(image.width(), image.height())
    cut = QRect((image.width() - side) // 2, (image.height() - side) // 4, side, side)
    circle = QPainterPath()
    circle.addEllipse(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(circle)
    painter.drawImage(rect, image, cut)
    painter.restore()
