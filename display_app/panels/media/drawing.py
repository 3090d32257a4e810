"""Draws a picture (图片): whole, or cut so that it fills its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from display_app.layouts.options import MediaOptions
from display_app.panels.card import inside
from display_app.panels.kind import Place
from display_app.panels.parts import Part
from display_app.panels.scene import Picture


def parts(place: Place, options: MediaOptions, state: Picture, page: int) -> Iterator[Part]:
    """One part."""
    draw = partial(_draw, picture=state, fill=options.fill, ground=place.colours.ground)
    yield Part(place.name, inside(place), (state, options.fill, place.colours), draw)


def _draw(painter: QPainter, box: QRect, *, picture: Picture, fill: bool, ground: str) -> None:
    painter.fillRect(box, QColor(ground))
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    size = QSizeF(picture.image.size()).scaled(QSizeF(box.size()), mode)
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(QRectF(box).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(box)
    painter.drawImage(target, picture.image)
