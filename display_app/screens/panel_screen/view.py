"""Draws a screen of panels (画面): each panel in its place, the moving strips over them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QTimer, Slot
from PySide6.QtGui import QPainter, QRegion, QResizeEvent

from display_app.layouts.grid import rects, united
from display_app.panels.catalogue import KINDS
from display_app.panels.kind import Place, Strip
from display_app.panels.parts import Part, PartsView
from display_app.screens.panel_screen.moving import Moving
from display_app.screens.panel_screen.state import ScreenState
from display_app.screens.panel_screen.turns import Stay, turn_at
from display_app.screens.panel_screen.view_model import ScreenViewModel
from qt_common import theme

TURN_MS = 500


class ScreenView(PartsView):
    """The window of a display.

    Args:
        seconds: a clock that pages turn by.
    """

    def __init__(self, view_model: ScreenViewModel, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(self._parts_now)
        self.setObjectName("window_screen" if view_model.for_window else "main_board")
        self._model = view_model
        self._seconds = seconds
        self._began = seconds()
        self._moving = Moving(self, seconds)
        self._pages: tuple[tuple[str, int], ...] = ()
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._turn_pages)
        self._turn.start()
        view_model.state_changed.connect(self._show)
        self._name_for_readers(view_model.state)

    def place_of(self, panel: str) -> QRect:
        """Where a panel stands, whether it is its turn or not."""
        layout = self._model.layout
        return self._areas()[layout.area_of(panel)]

    def shown_panels(self) -> tuple[str, ...]:
        """The panels whose turn it is."""
        return tuple(name for name, _ in self._pages)

    @property
    def frames(self) -> int:
        """How often moving text was painted."""
        return self._moving.frames

    def paint_moving(self, painter: QPainter, exposed: QRegion) -> None:
        """The strips."""
        self._moving.paint(painter, exposed)

    def moving_region(self) -> QRegion:
        """What the strips cover."""
        return self._moving.region

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout for the new ratio, and arrange the parts anew."""
        self._model.fit(event.size().width(), event.size().height())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.refresh()

    def _parts_now(self) -> Sequence[Part]:
        self.set_ground(self._colours().ground)
        turns: list[tuple[str, int]] = []
        strips: list[Strip] = []
        parts: list[Part] = []
        for panel, page, place, state in self._visible():
            kind, options = KINDS[self._model.layout.panels[panel].panel], self._model.layout.panels[panel]
            turns.append((panel, page))
            parts += kind.parts(place, options, state, page)
            strips += kind.strips(place, options, state)
        self._pages = tuple(turns)
        self._moving.show(strips)
        return parts

    def _visible(self) -> Iterator[tuple[str, int, Place, Any]]:
        """The panels whose turn it is, with page, place and words."""
        layout, states = self._model.layout, dict(self._model.state.panels)
        areas = self._areas()
        for area in layout.spans:
            stays = []
            for name in layout.panels_in(area):
                options, state = layout.panels[name], states.get(name)
                if state is not None:
                    pages = KINDS[options.panel].pages(self._place(name, areas[area]), options, state)
                    stays.append(Stay(name, pages, options.seconds))
            turn = turn_at(stays, self._seconds() - self._began)
            if turn is not None:
                yield turn[0], turn[1], self._place(turn[0], areas[area]), states[turn[0]]

    def _place(self, panel: str, rect: QRect) -> Place:
        unit = min(self.width(), self.height()) / 100 * self._model.layout.panels[panel].text
        return Place(panel, rect, unit, self._colours(), self.devicePixelRatioF())

    def _areas(self) -> dict[str, QRect]:
        """The areas' rectangles; an area whose panels have nothing to show is taken over by its heir's."""
        layout, states = self._model.layout, dict(self._model.state.panels)
        spans = layout.spans
        for name, options in layout.panels.items():
            if not options.gives_way_to or states.get(name) is not None:
                continue
            area, heir = layout.area_of(name), layout.area_of(options.gives_way_to)
            whole = united(spans[area], spans[heir]) if area in spans and heir in spans else None
            if whole is not None and all(states.get(other) is None for other in layout.panels_in(area)):
                spans[heir] = whole
        unit = min(self.width(), self.height()) / 100
        minima = {
            layout.area_of(name): (options.min_width * unit, options.min_height * unit)
            for name, options in layout.panels.items()
            if options.min_width or options.min_height
        }
        return rects(spans, layout.rows, layout.columns, (self.width(), self.height()), minima)

    def _colours(self) -> theme.Colours:
        return theme.colours(elder=self._model.layout.theme == "high_contrast")

    @Slot(object)
    def _show(self, state: ScreenState) -> None:
        self._name_for_readers(state)
        self.refresh()

    @Slot()
    def _turn_pages(self) -> None:
        if tuple((panel, page) for panel, page, _, _ in self._visible()) != self._pages:
            self.refresh()

    def _name_for_readers(self, state: ScreenState) -> None:
        self.setAccessibleName(state.title)
        self.setAccessibleDescription(state.spoken)
