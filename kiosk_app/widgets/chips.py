"""Words to touch, in lines (候选词): as many as fit at the present width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.widgets.basic import button, clear


class Chips(QWidget):
    """Buttons named ``{name}_0``, ``{name}_1`` …; room for all lines is kept: nothing moves while typing."""

    def __init__(self, name: str, look: Look, chosen: Callable[[str], None], *, lines: int) -> None:
        super().__init__()
        self._name = name
        self._look = look
        self._chosen = chosen
        self._words: tuple[str, ...] = ()
        height = look.px(84)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(14))
        self._lines = [QHBoxLayout() for _ in range(lines)]
        for line in self._lines:
            line.setSpacing(look.px(14))
            box.addLayout(line)
        self.setFixedHeight(lines * height + (lines - 1) * look.px(14))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Offer these, the first ones where not all fit."""
        if words != self._words:
            self._words = words
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        for line in self._lines:
            clear(line)
        left = [(n, word) for n, word in enumerate(self._words)]
        for line in self._lines:
            room = self.width()
            while left:
                chip = self._chip(*left[0])
                wide = chip.minimumWidth() + line.spacing()
                if wide > room + line.spacing():
                    chip.deleteLater()
                    break
                line.addWidget(chip)
                room -= wide
                left.pop(0)
            line.addStretch(1)

    def _chip(self, index: int, word: str) -> QPushButton:
        chip = button(word, f"{self._name}_{index}", self._look, lambda: self._chosen(word), kind="word")
        chip.setMinimumHeight(self._look.px(84))
        chip.setMinimumWidth(chip.fontMetrics().horizontalAdvance(word) + self._look.px(64))
        return chip
