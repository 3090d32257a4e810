"""What panels have in common (面板外观): cards, titles, rows that share a height."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from qt_common.theme import Colours

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
MARGIN = 0.8  # units around each panel
PADDING = 1.4  # units inside a card
TITLE = 4.6  # units high


def inside(place: Place) -> QRect:
    """The panel's rectangle without its margin."""
    margin = int(MARGIN * place.unit)
    return place.rect.adjusted(margin, margin, -margin, -margin)


def body_of(place: Place, title: str) -> QRect:
    """What a card leaves for its rows, under its title."""
    padding = int(PADDING * place.unit)
    top = int((TITLE + 0.6) * place.unit) if title else int(0.4 * place.unit)
    return inside(place).adjusted(padding, top, -padding, -int(0.4 * place.unit))


def card_part(place: Place, title: str) -> Iterator[Part]:
    """The ground of a panel with its title."""
    draw = partial(_card, unit=place.unit, c=place.colours, title=title)
    yield Part(f"{place.name}.card", inside(place), (title, place.colours), draw)


def rounded(painter: QPainter, box: QRect, unit: float, ground: str, line: str | None = None) -> None:
    """A rounded ground, with a line around it or none."""
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(line or ground))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), unit, unit)


def fitting_rows(place: Place, title: str, least: float, wanted: int = 0) -> int:
    """How many rows of at least ``least`` units a card has room for; ``wanted`` when that is fewer."""
    room = max(int(body_of(place, title).height() // (least * place.unit)), 1)
    return min(wanted, room) if wanted else room


def pages_of(count: int, a_page: int) -> int:
    """How many pages so many rows need, at least 1."""
    return max(-(-count // a_page), 1)


def row_boxes(place: Place, title: str, rows: int, tallest: float) -> list[QRect]:
    """The boxes of rows that share the card's height, none higher than ``tallest`` units."""
    body = body_of(place, title)
    height = min(body.height() / max(rows, 1), tallest * place.unit)
    return [
        QRect(body.left(), body.top() + int(n * height), body.width(), int((n + 1) * height) - int(n * height))
        for n in range(rows)
    ]


def row_ground(painter: QPainter, box: QRect, c: Colours, *, first: bool) -> None:
    """The ground of a row in a card, with a line above all but the first."""
    painter.fillRect(box, QColor(c.surface))
    if not first:
        painter.setPen(QColor(c.line))
        painter.drawLine(box.left(), box.top(), box.right(), box.top())


def _card(painter: QPainter, box: QRect, *, unit: float, c: Colours, title: str) -> None:
    rounded(painter, box, unit, c.surface, c.line)
    if title:
        padding = int(PADDING * unit)
        head = QRect(padding, int(0.3 * unit), box.width() - 2 * padding, int(TITLE * unit))
        write(painter, head, title, int(3.1 * unit), c.primary, bold=True)
        painter.setPen(QColor(c.line))
        painter.drawLine(head.left(), head.bottom(), head.right(), head.bottom())
