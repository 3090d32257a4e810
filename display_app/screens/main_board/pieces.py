"""Where each call, zone and window stands on the main board: one part each, so that only what changed is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.screens.main_board import drawing
from display_app.screens.main_board.layout import Layout
from display_app.screens.main_board.state import BoardState, CallRow, WindowRow, ZoneRow
from display_app.screens.parts import Part

ROWS = 4  # of the last calls, in two columns
ZONE_UNITS = 8.0
WINDOW_UNITS = 5.2
TALLEST_WINDOW_UNITS = 8.0


def call_parts(place: Layout, state: BoardState) -> Iterator[Part]:
    """The last eight calls, newest first, down the left column and then the right one."""
    unit = place.unit
    right = 1.4 if place.stands else 0.7
    inner = place.calls.adjusted(int(1.4 * unit), int(0.4 * unit), -int(right * unit), -int(1.2 * unit))
    width, height = (inner.width() - unit) / 2, (inner.height() - unit * (ROWS - 1)) / ROWS
    for index in range(2 * ROWS):
        column, row = divmod(index, ROWS)
        left, top = inner.left() + column * (width + unit), inner.top() + row * (height + unit)
        box = QRect(int(left), int(top), int(width), int(height))
        line = state.calls[index] if index < len(state.calls) else None
        yield Part(f"call_{index}", box, line, partial(_draw_call, unit=unit, row=line), "call")


def window_pages(place: Layout, zones: int, windows: int) -> int:
    """How many pages the windows need, at least 1."""
    return max(-(-windows // _windows_a_page(place, zones)), 1)


def side_parts(place: Layout, state: BoardState, page: int) -> Iterator[Part]:
    """How many wait in each zone, then the windows of this page."""
    unit = place.unit
    left = 1.4 if place.stands else 0.7
    inner = place.side.adjusted(int(left * unit), int(0.4 * unit), -int(1.4 * unit), -int(1.2 * unit))
    top = inner.top()
    for index, zone in enumerate(state.zones):
        box = QRect(inner.left(), top, inner.width(), int((ZONE_UNITS - 0.8) * unit))
        yield Part(f"zone_{index}", box, zone, partial(_draw_zone, unit=unit, row=zone), "zone")
        top += int(ZONE_UNITS * unit)
    card = QRect(inner.left(), top, inner.width(), inner.bottom() - top)
    yield Part("windows", card, None, partial(_draw_card, unit=unit))
    count = _windows_a_page(place, len(state.zones))
    rows = state.windows[page * count : (page + 1) * count]
    shown = count if len(state.windows) > count else max(len(rows), 1)
    height = min((card.height() - 4) / shown, TALLEST_WINDOW_UNITS * unit)
    for index, row in enumerate(rows):
        box = QRect(
            card.left() + int(1.4 * unit),
            card.top() + 2 + int(index * height),
            card.width() - int(2.8 * unit),
            int(height),
        )
        draw = partial(_draw_window, unit=unit, row=row, first=index == 0)
        yield Part(f"window_{index}", box, (row, index == 0), draw, "window")


def _windows_a_page(place: Layout, zones: int) -> int:
    left = place.side.height() - (zones * ZONE_UNITS + 2.5) * place.unit
    return max(int(left // (WINDOW_UNITS * place.unit)), 1)


def _draw_call(painter: QPainter, box: QRect, *, unit: float, row: CallRow | None) -> None:
    drawing.call(painter, box, unit, row)


def _draw_zone(painter: QPainter, box: QRect, *, unit: float, row: ZoneRow) -> None:
    drawing.zone(painter, box, unit, row)


def _draw_card(painter: QPainter, box: QRect, *, unit: float) -> None:
    drawing.window_card(painter, box, unit)


def _draw_window(painter: QPainter, box: QRect, *, unit: float, row: WindowRow, first: bool) -> None:
    drawing.window(painter, box, unit, row, first=first)
