"""The choice of how the kiosk is shown (显示方式), over the page: size, language, contrast, height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk_app.widgets.basic import CENTER, Tile, button, label
from kiosk_app.widgets.plates import Plate, Veil

if TYPE_CHECKING:
    from kiosk_app.journey import Journey
    from kiosk_app.look import Look


class ModeChoice(Veil):
    """Large switches; each says in words whether it is on.

    Args:
        done: closes the choice; a touch beside the card does too.
    """

    def __init__(self, journey: Journey, look: Look, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._journey = journey
        self._done = done
        self.setObjectName("mode_choice")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.margin, look.header if look.low else look.margin, look.margin, look.margin)
        outer.addStretch(1)
        self._card = inner = Plate(look)
        box = QVBoxLayout(inner)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.margin)
        box.setSpacing(look.gap)
        title = label(self.tr("显示方式"), look.title, look.colours.text, bold=True, align=CENTER)
        title.setMinimumHeight(look.title * 2)
        box.addWidget(title)
        grid = QGridLayout()
        grid.setSpacing(look.gap)
        columns = 2 if look.flat else 1
        for index, tile in enumerate(self._switches(look)):
            tile.setMinimumHeight(look.px(260 if look.low else 220 if look.landscape else 190))
            grid.addWidget(tile, *divmod(index, columns))
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        box.addLayout(grid)
        finish = button(self.tr("好了"), "modes_done", look, done, kind="primary")
        finish.setMinimumHeight(look.main_button)
        box.addWidget(finish)
        outer.addWidget(inner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the card closes."""
        event.accept()
        if not self._card.geometry().contains(event.position().toPoint()):
            self._done()

    def _switches(self, look: Look) -> list[Tile]:
        state = self._journey.state
        modes = state.modes
        english = state.language == "en"
        choices = [
            (
                self.tr("长辈版"),
                self.tr("大字，少选项，有语音"),
                "mode_elder",
                "elder",
                modes.elder,
                lambda: self._journey.set_modes(replace(modes, elder=not modes.elder)),
            ),
            (
                self.tr("高对比"),
                self.tr("黑底白字黄字，有语音"),
                "mode_contrast",
                "contrast",
                modes.contrast,
                lambda: self._journey.set_modes(replace(modes, contrast=not modes.contrast)),
            ),
            (
                "中文" if english else "English",
                "切换到中文" if english else "Switch to English",
                "mode_language",
                "language",
                False,
                lambda: self._journey.set_language("zh" if english else "en"),
            ),
        ]
        if not look.landscape:
            choices.append(
                (
                    self.tr("低位操作"),
                    self.tr("按键移到下方，坐轮椅也够得着"),
                    "mode_low",
                    "low",
                    modes.low,
                    lambda: self._journey.set_modes(replace(modes, low=not modes.low)),
                )
            )
        return [self._switch(look, *choice) for choice in choices]

    def _switch(
        self, look: Look, title: str, line: str, name: str, icon: str, chosen: bool, pressed: Callable[[], None]
    ) -> Tile:
        words = self.tr("已打开，再按关闭") if chosen else line
        return Tile(title, (words,), name, look, pressed, icon=icon, kind="chosen" if chosen else "tile")
