"""Draws the page of departments (部门)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk_app.screens.departments.view_model import (
    DepartmentCard,
    DepartmentsState,
    DepartmentsViewModel,
    badge_of,
)
from kiosk_app.widgets.basic import Tile, button, label, page_box
from kiosk_app.widgets.pager import Pager
from kiosk_app.widgets.tile_grid import TileGrid

if TYPE_CHECKING:
    from hall.queueing.availability import Hindrance
    from kiosk_app.look import Look

LONG_NAME = 30  # letters


class DepartmentsView(QWidget):
    """Tiles with open windows and people waiting."""

    def __init__(self, model: DepartmentsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        if look.elder:
            columns, rows = (2, 2) if look.flat else (1, 4)
        else:
            columns, rows = (3, 3) if look.landscape else (2, 3) if look.low else (2, 6)
        box = page_box(self, look)
        head = QHBoxLayout() if look.flat else QVBoxLayout()
        head.addWidget(label(self.tr("请选择办事部门"), look.title, look.colours.text, bold=True), 1)
        box.addLayout(head)
        self._grid = TileGrid(look, columns, rows)
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        words = self.tr("不知道是哪个部门？直接查找事项")
        if look.elder or look.low:
            words = self.tr("大家常办的事") if look.elder else self.tr("查找事项")
        (head if look.flat else box).addWidget(button(words, "search_items", look, model.search))
        model.fit(self._grid.room)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: DepartmentsState) -> None:
        """Show ``state``."""
        self._grid.fill(self._tile(card, state) for card in state.cards.shown)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _title_pixels(self, english: str) -> int:
        """English names take two or three lines of smaller letters; 0 is a tile's usual size."""
        if not english:
            return 0
        return self._look.small if len(english) > LONG_NAME else self._look.body

    def _hindered(self, hindrance: Hindrance, today: date) -> str:
        """What stands in the way, empty when only a window that is not open yet does."""
        # Late: the page stands before anybody knows what stands in the way.
        from hall.queueing.availability import Why
        from kiosk_app.hindrance_words import HindranceWords

        if not hindrance.refused and hindrance.why is not Why.PAUSED:
            return ""
        return HindranceWords(self).short(hindrance, today)

    def _tile(self, card: DepartmentCard, state: DepartmentsState) -> Tile:
        line, hindrance = card.line, card.hindrance if state.live else None
        lines: tuple[str, ...] = ()
        if hindrance is not None and (words := self._hindered(hindrance, state.today)):
            lines = (words,)
        elif state.live:
            opened = (
                self.tr("开放窗口 {count} 个").format(count=line.open_windows)
                if line.open_windows
                else self.tr("窗口未开放")
            )
            lines = (self.tr("{opened}　等候 {waiting} 人").format(opened=opened, waiting=line.waiting),)
        return Tile(
            card.english or line.name,
            lines,
            f"department_{line.code}",
            self._look,
            lambda: self._model.choose(line.code),
            badge=badge_of(line.name),
            title_pixels=self._title_pixels(card.english),
            resting=hindrance is not None and hindrance.refused,
        )
