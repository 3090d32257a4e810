"""Draws the windows as tiles by zone (窗口分布), coloured by what they do; the words say the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from display_app.layouts.options import WindowsMapOptions
from display_app.panels.card import CENTRE, body_of, card_part
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.windows.drawing import tone_ink
from display_app.panels.windows.words import WindowRow
from display_app.panels.windows_map.words import WindowsMap, ZoneTiles
from qt_common.floor_map import FloorMapPainter, Marks, largest_text
from qt_common.theme import Colours

NAME = 4.2  # units: the line with the zone's name
SHAPE = 1.9  # a tile needs about so many times its height as width


def parts(place: Place, options: WindowsMapOptions, state: WindowsMap, page: int) -> Iterator[Part]:
    """The card, a line for each zone, and one part for each window."""
    title = options.title or ""
    yield from card_part(place, title)
    body, unit = body_of(place, title), place.unit
    if state.plan is not None:
        draw = partial(_floor, unit=unit, c=place.colours, state=state)
        yield Part(f"{place.name}.floor", body, (state, unit, place.colours), draw)
        return
    columns, height = _columns(state.zones, body, unit)
    width = body.width() / columns
    top = float(body.top())
    for number, zone in enumerate(state.zones):
        head = QRect(body.left(), int(top), body.width(), int(NAME * unit))
        name = partial(_zone, unit=unit, c=place.colours, text=zone.zone)
        yield Part(f"{place.name}.zone_{number}", head, (zone.zone, place.colours), name)
        top += NAME * unit
        for index, row in enumerate(zone.windows):
            down, across = divmod(index, columns)
            box = QRect(
                int(body.left() + across * width), int(top + down * height), int(width - unit), int(height - unit)
            )
            tile = partial(_tile, unit=unit, c=place.colours, row=row)
            content = (row, unit, place.colours)
            yield Part(f"{place.name}.{number}_{index}", box, content, tile, "tile")
        top += -(-len(zone.windows) // columns) * height


def _columns(state: tuple[ZoneTiles, ...], body: QRect, unit: float) -> tuple[int, float]:
    """How many tiles stand side by side so that all fit and have about their shape, and how high each is."""
    most = max((len(zone.windows) for zone in state), default=1)
    room = max(body.height() - len(state) * NAME * unit, 1.0)
    best, found = 0.0, (1, room)
    for columns in range(1, most + 1):
        rows = sum(-(-len(zone.windows) // columns) for zone in state) or 1
        height = min(room / rows, 26 * unit)
        large = min(body.width() / columns / SHAPE, height)
        if large > best:
            best, found = large, (columns, height)
    return found


def _floor(painter: QPainter, box: QRect, *, unit: float, c: Colours, state: WindowsMap) -> None:
    """The floor map; its text is as large as the places between the windows allow."""
    painter.fillRect(box, QColor(c.surface))
    plan = state.plan
    if plan is None:
        return
    marks = Marks(states=dict(state.states), labels=dict(state.labels))
    text = largest_text(plan, QRectF(box), marks, int(3 * unit))
    FloorMapPainter(plan, c, text).draw(painter, QRectF(box), marks)


def _zone(painter: QPainter, box: QRect, *, unit: float, c: Colours, text: str) -> None:
    painter.fillRect(box, QColor(c.surface))
    write(painter, box, text, int(3.2 * unit), c.primary_dark, bold=True)


def _tile(painter: QPainter, box: QRect, *, unit: float, c: Colours, row: WindowRow) -> None:
    painter.fillRect(box, QColor(c.surface))
    ink = tone_ink(c, row.tone)
    painter.setBrush(QColor(c.ground))
    painter.setPen(QColor(c.line))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), unit, unit)
    painter.fillRect(
        QRect(box.left() + int(unit), box.top() + 1, box.width() - int(2 * unit), int(unit)), QColor(ink)
    )
    inner = box.adjusted(int(0.8 * unit), int(1.2 * unit), -int(0.8 * unit), -int(0.6 * unit))
    details = [text for text in (row.badge, *row.detail.split("  ")) if text]
    number = QRect(inner.left(), inner.top(), inner.width(), int(inner.height() * (0.3 if details else 0.38)))
    name = QRect(inner.left(), number.bottom(), inner.width(), int(inner.height() * 0.18))
    rest = inner.bottom() - name.bottom()
    status = QRect(inner.left(), name.bottom(), inner.width(), int(rest * (0.46 if details else 1)))
    write(painter, number, row.number, int(number.height() * 0.9), c.text, bold=True, align=CENTRE)
    write(painter, name, row.name, int(name.height() * 0.86), c.text_soft, align=CENTRE)
    write(painter, status, row.status, int(min(status.height() * 0.8, 4 * unit)), ink, bold=True, align=CENTRE)
    height = (inner.bottom() - status.bottom()) // max(len(details), 1)
    for index, text in enumerate(details):
        line = QRect(inner.left(), status.bottom() + index * height, inner.width(), height)
        write(painter, line, text, int(min(height * 0.8, name.height() * 0.86)), c.warn, align=CENTRE, smallest=0.5)
