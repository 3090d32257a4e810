"""Draws today's windows and clerks (今日窗口人员)."""

from __future__ import annotations

from collections.abc import Iterator

from display_app.layouts.options import DutyOptions
from display_app.panels.card import card_part, pages_of
from display_app.panels.duty.words import Duty
from display_app.panels.kind import Place
from display_app.panels.parts import Part
from display_app.panels.tables import Cell, rows_a_page, table_parts

LEAST, TALLEST = 6.2, 8.4  # units a row


def pages(place: Place, options: DutyOptions, state: Duty) -> int:
    """As many as the windows need."""
    return pages_of(len(state.rows), rows_a_page(place, state.title, False, LEAST, options.rows))


def parts(place: Place, options: DutyOptions, state: Duty, page: int) -> Iterator[Part]:
    """The card and the windows of the page."""
    yield from card_part(place, state.title)
    room = rows_a_page(place, state.title, False, LEAST, options.rows)
    shown = state.rows[page * room : (page + 1) * room]
    rows = [
        (
            Cell(row.number, bold=True, colour=place.colours.primary),
            Cell(row.window),
            Cell(row.who, row.below, bold=True),
        )
        for row in shown
    ]
    slots = room if len(state.rows) > room else len(rows)
    widths = (0.16, 0.46, 0.38)
    yield from table_parts(place, state.title, ("", "", ""), rows, widths, slots=slots, tallest=TALLEST)
