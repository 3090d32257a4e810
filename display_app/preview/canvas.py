"""The screen that is tried, as large as there is room for, in the ratio of the real one (预览画布)."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from display_app.screens.panel_screen.view import ScreenView


class Canvas(QWidget):
    """Holds a screen; all its sizes come from its shorter side, so that it looks as the real one does."""

    def __init__(self, screen: ScreenView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_canvas")
        self.setMinimumSize(320, 240)
        self._screen = screen
        self._size = (16, 9)
        screen.setParent(self)

    def show_size(self, size: tuple[int, int]) -> None:
        """The real screen's width and height, in pixels."""
        if size != self._size:
            self._size = size
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ratio."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, height = self._size
        scale = min(self.width() / width, self.height() / height)
        wide, high = max(int(width * scale), 1), max(int(height * scale), 1)
        self._screen.setGeometry((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
