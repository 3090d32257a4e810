"""Draws a notice, large (通知公告)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)

from display_app.layouts.options import NoticesOptions
from display_app.panels.card import body_of, card_part
from display_app.panels.kind import Place
from display_app.panels.notices.words import Notices
from display_app.panels.parts import Part
from qt_common import theme
from qt_common.theme import Colours


def pages(place: Place, options: NoticesOptions, state: Notices) -> int:
    """One for each notice."""
    return len(state.texts)


def parts(place: Place, options: NoticesOptions, state: Notices, page: int) -> Iterator[Part]:
    """The card and the notice of the page."""
    yield from card_part(place, state.title)
    draw = partial(_draw, unit=place.unit, c=place.colours, text=state.texts[page % len(state.texts)])
    content = (state.texts[page % len(state.texts)], place.unit, place.colours)
    yield Part(f"{place.name}.text", body_of(place, state.title), content, draw)


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, text: str) -> None:
    """Broken into lines, in the largest size of which all of it fits."""
    painter.fillRect(box, QColor(c.surface))
    pixels = int(min(6 * unit, box.height() * 0.5))
    while True:
        document = QTextDocument()
        document.setDefaultFont(theme.font(pixels))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(0)
        document.setTextWidth(box.width())
        document.setPlainText(text)
        if document.size().height() <= box.height() or pixels <= 10:
            break
        pixels = max(int(pixels * 0.9), 10)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(c.text))
    painter.save()
    top = box.top() + max((box.height() - document.size().height()) / 2, 0)
    painter.translate(box.left(), top)
    painter.setClipRect(QRect(0, 0, box.width(), box.height()))
    document.documentLayout().draw(painter, context)
    painter.restore()
