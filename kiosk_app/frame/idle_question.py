"""“您还在吗？”: asked over the page of whoever seems to have left (无人操作)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk_app.widgets.basic import CENTER, button, label
from kiosk_app.widgets.plates import Plate, Veil

if TYPE_CHECKING:
    from kiosk_app.look import Look


class IdleQuestion(Veil):
    """“您还在吗？” over the page."""

    def __init__(self, look: Look, stay: Callable[[], None], leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        c = look.colours
        self.setObjectName("idle_question")
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        inner = Plate(look)
        box = QVBoxLayout(inner)
        box.setContentsMargins(look.margin * 2, look.margin, look.margin * 2, look.margin)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("您还在吗？"), look.px(66), c.text, bold=True, align=CENTER))
        self._words = label("", look.big, c.text, align=CENTER, name="idle_words")
        self._words.setMinimumHeight(look.big * 3)
        box.addWidget(self._words)
        box.addWidget(button(self.tr("继续办理"), "idle_stay", look, stay, kind="primary"))
        box.addWidget(button(self.tr("返回首页"), "idle_leave", look, leave))
        outer.addWidget(inner, 0, CENTER)
        outer.addStretch(1)
        inner.setMinimumWidth(look.px(860))
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Ask, with what is left; 0 hides it."""
        self._words.setText(self.tr("{seconds} 秒后返回首页，已填内容将清除").format(seconds=seconds))
        self.setVisible(seconds > 0)
        if seconds > 0:
            self.raise_()
