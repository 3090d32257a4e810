"""Draws a page of 政务公开."""

from __future__ import annotations

from collections.abc import Iterator

from display_app.layouts.options import GuidesOptions
from display_app.panels.card import card_part, inside, pages_of
from display_app.panels.guides.words import GuideRow, Guides
from display_app.panels.kind import Place
from display_app.panels.parts import Part
from display_app.panels.tables import Cell, rows_a_page, table_parts

LEAST, TALLEST = 6.6, 9.0  # units a row
NARROW = 75  # units: below, fee and windows go under the item


def pages(place: Place, options: GuidesOptions, state: Guides) -> int:
    """As many as the items need."""
    return pages_of(len(state.rows), _room(place, options, state))


def parts(place: Place, options: GuidesOptions, state: Guides, page: int) -> Iterator[Part]:
    """The card, the columns' names and the items of the page."""
    yield from card_part(place, state.title)
    room = _room(place, options, state)
    rows = state.rows[page * room : (page + 1) * room]
    slots = room if len(state.rows) > room else len(rows)
    if _narrow(place):
        cells = [_short(row) for row in rows]
        yield from table_parts(place, state.title, ("", ""), cells, (0.64, 0.36), slots=slots, tallest=TALLEST)
        return
    full = [_full(row) for row in rows]
    widths = (0.5, 0.18, 0.18, 0.14)
    yield from table_parts(place, state.title, state.heads, full, widths, slots=slots, tallest=TALLEST)


def _room(place: Place, options: GuidesOptions, state: Guides) -> int:
    return rows_a_page(place, state.title, not _narrow(place), LEAST, options.rows)


def _narrow(place: Place) -> bool:
    return inside(place).width() < NARROW * place.unit


def _short(row: GuideRow) -> tuple[Cell, ...]:
    return (Cell(row.item, row.where, bold=True), Cell(row.days, row.fee))


def _full(row: GuideRow) -> tuple[Cell, ...]:
    return (Cell(row.item, row.department, bold=True), Cell(row.days), Cell(row.fee), Cell(row.where))
