"""Draws the page of departments (部门)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hall.queueing.availability import Why
from kiosk_app.hindrance_words import HindranceWords
from kiosk_app.look import Look
from kiosk_app.screens.departments.view_model import (
    DepartmentCard,
    DepartmentsState,
    DepartmentsViewModel,
    badge_of,
)
from kiosk_app.widgets.basic import Tile, button, clear, label
from kiosk_app.widgets.pager import Pager

LONG_NAME = 30  # letters


class DepartmentsView(QWidget):
    """Tiles with open windows and people waiting."""

    def __init__(self, model: DepartmentsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._hindrances = HindranceWords(self)
        if look.elder:
            self._columns, self._rows = (2, 2) if look.flat else (1, 4)
        else:
            self._columns, self._rows = (3, 3) if look.landscape else (2, 3) if look.low else (2, 6)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        head = QHBoxLayout() if look.flat else QVBoxLayout()
        head.addWidget(label(self.tr("请选择办事部门"), look.title, look.colours.text, bold=True), 1)
        box.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.gap)
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        words = self.tr("不知道是哪个部门？直接查找事项")
        if look.elder or look.low:
            words = self.tr("大家常办的事") if look.elder else self.tr("查找事项")
        (head if look.flat else box).addWidget(button(words, "search_items", look, model.search))
        model.fit(self._columns * self._rows)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: DepartmentsState) -> None:
        """Show ``state``."""
        clear(self._grid)
        for index, card in enumerate(state.cards.shown):
            y, x = divmod(index, self._columns)
            self._grid.addWidget(self._tile(card, state), y, x)
        for y in range(self._rows):
            self._grid.setRowStretch(y, 1)
        for x in range(self._columns):
            self._grid.setColumnStretch(x, 1)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _title_pixels(self, english: str) -> int:
        """English names take two or three lines of smaller letters; 0 is a tile's usual size."""
        if not english:
            return 0
        return self._look.small if len(english) > LONG_NAME else self._look.body

    def _tile(self, card: DepartmentCard, state: DepartmentsState) -> Tile:
        line, hindrance = card.line, card.hindrance if state.live else None
        lines: tuple[str, ...] = ()
        if hindrance is not None and (hindrance.refused or hindrance.why is Why.PAUSED):
            lines = (self._hindrances.short(hindrance, state.today),)
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
