"""Tiles in rows and columns of the same size (格子)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk_app.widgets.basic import clear

if TYPE_CHECKING:
    from kiosk_app.look import Look


class TileGrid(QGridLayout):
    """Keeps its room whether it is full or not."""

    def __init__(self, look: Look, columns: int, rows: int) -> None:
        super().__init__()
        self._columns = columns
        self.setSpacing(look.gap)
        for y in range(rows):
            self.setRowStretch(y, 1)
        for x in range(columns):
            self.setColumnStretch(x, 1)
        self.room = columns * rows

    def fill(self, tiles: Iterable[QWidget]) -> None:
        """These instead of those before."""
        clear(self)
        for index, tile in enumerate(tiles):
            y, x = divmod(index, self._columns)
            self.addWidget(tile, y, x)
