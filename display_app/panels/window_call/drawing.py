"""Draws what a window screen is about (窗口叫号)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from display_app.layouts.options import WindowCallOptions
from display_app.panels.card import CENTRE
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.window_call.words import Message, Mood
from qt_common.theme import Colours


def parts(place: Place, options: WindowCallOptions, state: Message, page: int) -> Iterator[Part]:
    """One part."""
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state)
    yield Part(place.name, place.rect, (state, place.colours), draw)


def _colours(c: Colours, mood: Mood) -> tuple[str, str, str]:
    """Ground, headline, words."""
    return {
        Mood.CONNECTING: (c.ground, c.text_soft, c.text_soft),
        Mood.FREE: (c.ground, c.good, c.text),
        Mood.CALLED: (c.primary_dark, c.on_primary, c.on_primary),
        Mood.SERVING: (c.ground, c.primary, c.text),
        Mood.PAUSED: (c.ground, c.warn, c.text),
        Mood.CLOSED: (c.ground, c.text_soft, c.text_soft),
    }[mood]


def _draw(painter: QPainter, rect: QRect, *, unit: float, c: Colours, state: Message) -> None:
    """The ticket's number as large as it goes, or 暂停服务 with 去向 and return."""
    ground, ink, soft = _colours(c, state.mood)
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
