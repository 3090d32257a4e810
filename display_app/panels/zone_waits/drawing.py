"""Draws the waits of the zones (各区等候)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.layouts.options import ZoneWaitsOptions
from display_app.panels.card import RIGHT, inside, pages_of, rounded
from display_app.panels.kind import Place
from display_app.panels.lettering import write
from display_app.panels.parts import Part
from display_app.panels.zone_waits.words import ZoneRow
from qt_common.theme import Colours

LEAST, TALLEST, GAP = 5.6, 12.0, 0.8  # units


def pages(place: Place, options: ZoneWaitsOptions, state: tuple[ZoneRow, ...]) -> int:
    """As many as the zones need."""
    return pages_of(len(state), _room(place))


def parts(place: Place, options: ZoneWaitsOptions, state: tuple[ZoneRow, ...], page: int) -> Iterator[Part]:
    """One part for each zone of the page."""
    unit, inner, room = place.unit, inside(place), _room(place)
    rows = state[page * room : (page + 1) * room]
    height = min((inner.height() + GAP * unit) / max(min(len(state), room), 1), TALLEST * unit)
    for index, row in enumerate(rows):
        box = QRect(
            inner.left(), inner.top() + int(index * height), inner.width(), max(int(height - GAP * unit), 1)
        )
        draw = partial(_draw, unit=unit, c=place.colours, row=row)
        yield Part(f"{place.name}.{index}", box, (row, unit, place.colours), draw, "zone")


def _room(place: Place) -> int:
    return max(int((inside(place).height() + GAP * place.unit) / ((LEAST + GAP) * place.unit)), 1)


def _draw(painter: QPainter, box: QRect, *, unit: float, c: Colours, row: ZoneRow) -> None:
    rounded(painter, box, unit, c.primary_soft)
    inner = box.adjusted(int(1.6 * unit), 0, -int(1.6 * unit), 0)
    pixels = int(min(4.4 * unit, box.height() * 0.58))
    wide = int(inner.width())
    name = QRect(inner.left(), inner.top(), int(wide * 0.22), inner.height())
    people = QRect(name.left() + int(wide * 0.25), inner.top(), int(wide * 0.29), inner.height())
    wait = QRect(people.left() + int(wide * 0.32), inner.top(), int(wide * 0.43), inner.height())
    write(painter, name, row.name, pixels, c.primary_dark, bold=True, smallest=0.5)
    write(painter, people, row.waiting, pixels, c.text, bold=True, smallest=0.5)
    write(painter, wait, row.estimate, pixels, c.text, align=RIGHT, smallest=0.5)
