"""Draws the parts of a window screen (窗口屏各区)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from display_app.screens.lettering import write
from display_app.screens.window_screen.state import Mood, PlateState, WindowState
from qt_common.theme import NORMAL

RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter

# mood -> ground, headline, words
COLOURS = {
    Mood.CONNECTING: (NORMAL.ground, NORMAL.text_soft, NORMAL.text_soft),
    Mood.FREE: (NORMAL.ground, NORMAL.good, NORMAL.text),
    Mood.CALLED: (NORMAL.primary_dark, NORMAL.on_primary, NORMAL.on_primary),
    Mood.SERVING: (NORMAL.ground, NORMAL.primary, NORMAL.text),
    Mood.PAUSED: (NORMAL.ground, NORMAL.warn, NORMAL.text),
    Mood.CLOSED: (NORMAL.ground, NORMAL.text_soft, NORMAL.text_soft),
}


def head(painter: QPainter, rect: QRect, unit: float, state: WindowState) -> None:
    """“3号窗口 无差别综合窗口”, badge, word about old data, clock."""
    painter.fillRect(rect, QColor(NORMAL.primary))
    inner = rect.adjusted(int(3 * unit), 0, -int(3 * unit), 0)
    number = QRect(inner.left(), inner.top(), int(min(44 * unit, inner.width() * 0.5)), inner.height())
    write(painter, number, state.number_words, int(12 * unit), NORMAL.on_primary, bold=True)
    right = QRect(number.right(), inner.top(), inner.right() - number.right(), inner.height())
    above = QRect(right.left(), right.top(), right.width(), int(right.height() * 0.6))
    below = QRect(right.left(), above.bottom(), right.width(), int(right.height() * 0.32))
    write(painter, above, state.name, int(6.4 * unit), NORMAL.on_primary, align=RIGHT)
    words = "   ".join(text for text in (state.badge, state.stale, state.clock) if text)
    write(painter, below, words, int(3.8 * unit), NORMAL.primary_soft, align=RIGHT)


def message(painter: QPainter, rect: QRect, unit: float, state: WindowState) -> None:
    """The ticket's number as large as it goes, or 暂停服务 with 去向 and return."""
    ground, ink, soft = COLOURS[state.mood]
    painter.fillRect(rect, QColor(ground))
    inner = rect.adjusted(int(3 * unit), int(2 * unit), -int(3 * unit), -int(2 * unit))
    lines = [line for line in (state.words, *state.details) if line]
    line_height = int(min(12 * unit, inner.height() * 0.5 / max(len(lines), 1)))
    large = QRect(inner.left(), inner.top(), inner.width(), inner.height() - len(lines) * line_height)
    pixels = int(large.height() * (0.86 if state.mood in (Mood.CALLED, Mood.SERVING) else 0.55))
    write(painter, large, state.headline, pixels, ink, bold=True, align=CENTRE, smallest=0.2)
    for index, line in enumerate(lines):
        box = QRect(inner.left(), large.bottom() + index * line_height, inner.width(), line_height)
        write(painter, box, line, int(line_height * 0.66), soft, align=CENTRE)


def plate(painter: QPainter, rect: QRect, unit: float, state: PlateState | None) -> None:
    """The staff plate (公示牌); upright at the side, lying below on a standing screen."""
    painter.fillRect(rect, QColor(NORMAL.ground))
    if state is None:
        return
    margin = int(2 * unit)
    card = rect.adjusted(margin, margin, -margin, -margin)
    painter.setBrush(QColor(NORMAL.surface))
    painter.setPen(QColor(NORMAL.line))
    painter.drawRoundedRect(card, 2 * unit, 2 * unit)
    inner = card.adjusted(margin, margin, -margin, -margin)
    lines = [line for line in (f"{state.name}  {state.post}".strip(), state.number, state.contact) if line]
    upright = rect.height() > rect.width()
    has_picture = bool(state.initial) or state.photo is not None
    if has_picture:
        size = int(min(inner.width() * 0.6, inner.height() * (0.48 if upright else 0.9)))
        left = inner.left() + (inner.width() - size) // 2 if upright else inner.left()
        picture = QRect(left, inner.top() if upright else inner.top() + (inner.height() - size) // 2, size, size)
        painter.setBrush(QColor(NORMAL.primary_soft))
        painter.setPen(QColor(NORMAL.primary_soft))
        painter.drawEllipse(picture)
        if state.photo is not None:
            portrait(painter, picture, state.photo.image)
        else:
            write(painter, picture, state.initial, int(size * 0.5), NORMAL.primary, bold=True, align=CENTRE)
        inner = inner.adjusted(0, size + margin, 0, 0) if upright else inner.adjusted(size + 2 * margin, 0, 0, 0)
    if not lines:
        return
    line_height = min(inner.height() // len(lines), int(11 * unit))
    top = inner.top() + (0 if upright and has_picture else (inner.height() - line_height * len(lines)) // 2)
    for index, line in enumerate(lines):
        box = QRect(inner.left(), top + index * line_height, inner.width(), line_height)
        align = CENTRE if upright else Qt.AlignmentFlag.AlignLeft
        pixels = int(line_height * (0.62 if index == 0 else 0.44))
        write(
            painter, box, line, pixels, NORMAL.text if index == 0 else NORMAL.text_soft, bold=not index, align=align
        )


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
