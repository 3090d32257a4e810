"""Draws the main board (大厅屏)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QTimer, Slot
from PySide6.QtGui import QPainter

from display_app.screens.main_board import drawing
from display_app.screens.main_board.layout import arrange
from display_app.screens.main_board.pieces import call_parts, side_parts, window_pages
from display_app.screens.main_board.state import BoardState
from display_app.screens.main_board.ticker import Ticker
from display_app.screens.main_board.view_model import BoardViewModel
from display_app.screens.parts import Part, PartsView

PAGE_MS = 8000  # how long a page of windows stands when they don't all fit


class BoardView(PartsView):
    """The board's window."""

    def __init__(self, view_model: BoardViewModel) -> None:
        super().__init__(self._parts_now)
        self.setObjectName("main_board")
        self._model = view_model
        self._page = 0
        self._ticker = Ticker(self)
        self._pages = QTimer(self)
        self._pages.setInterval(PAGE_MS)
        self._pages.timeout.connect(self._turn_page)
        self._pages.start()
        view_model.state_changed.connect(self._show)
        self._name_for_readers(view_model.state)

    def _parts_now(self) -> Sequence[Part]:
        """Head, newest call, last calls, zones, windows; the ticker paints itself."""
        state = self._model.state
        place = arrange(self.width(), self.height())
        pages = window_pages(place, len(state.zones), len(state.windows))
        page = self._page % pages
        self._ticker.show(state.ticker, place.ticker, place.unit)
        return [
            Part("head", place.head, state.head, lambda p, r: drawing.head(p, r, place, state.head)),
            Part("hero", place.hero, (state.hero, state.welcome), lambda p, r: drawing.hero(p, r, place, state)),
            *call_parts(place, state),
            *side_parts(place, state, page),
        ]

    def paint_moving(self, painter: QPainter, exposed: QRect) -> None:
        """The ticker."""
        self._ticker.paint(painter, exposed)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.refresh()

    @Slot(object)
    def _show(self, state: BoardState) -> None:
        self._name_for_readers(state)
        self.refresh()

    @Slot()
    def _turn_page(self) -> None:
        self._page += 1
        self.refresh()

    def _name_for_readers(self, state: BoardState) -> None:
        self.setAccessibleName(state.head.hall)
        self.setAccessibleDescription(state.hero.text if state.hero else state.welcome)
