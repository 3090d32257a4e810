"""Draws the page that waits for the kiosk itself (请稍候)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk_app.widgets.basic import CENTER, label
from kiosk_app.widgets.spinner import Spinner

if TYPE_CHECKING:
    from kiosk_app.look import Look


class WaitView(QWidget):
    """A turning arc and two lines; what was touched follows by itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.margin, look.margin, look.margin)
        box.setSpacing(look.px(40))
        box.addStretch(1)
        box.addWidget(Spinner(look), 0, CENTER)
        title = self.tr("请稍候")
        box.addWidget(label(title, look.title, look.colours.text, bold=True, align=CENTER, name="wait_title"))
        words = self.tr("正在为您准备，马上就好，不用再按。")
        box.addWidget(label(words, look.big, look.colours.text, align=CENTER, name="wait_text"))
        box.addStretch(2)
