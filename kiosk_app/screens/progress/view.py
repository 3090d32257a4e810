"""Draws the page of issuing (出票)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk_app.issuing import Phase
from kiosk_app.look import Look
from kiosk_app.screens.progress.view_model import ProgressState, ProgressViewModel
from kiosk_app.widgets.basic import CENTER, label
from kiosk_app.widgets.spinner import Spinner


class ProgressView(QWidget):
    """What happens now; nothing to press."""

    def __init__(self, model: ProgressViewModel, look: Look) -> None:
        super().__init__()
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        box.addStretch(1)
        box.addWidget(Spinner(look), 0, CENTER)
        self._label = label("", look.px(160), c.primary, bold=True, align=CENTER, name="progress_label")
        self._words = label("", look.title, c.text, bold=True, align=CENTER, name="progress_words")
        self._more = label("", look.body, c.text_soft, align=CENTER)
        for widget in (self._label, self._words, self._more):
            box.addWidget(widget)
        box.addStretch(1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ProgressState) -> None:
        """Show ``state``."""
        self._label.setText(state.label)
        self._label.setVisible(bool(state.label))
        more = ""
        if state.database_away:
            words = self.tr("号票已打印，正在登记，请稍候")
            more = self.tr("网络暂时不通，号票请保留；如长时间没有变化，请持号票到导办台。")
        elif state.phase in (Phase.ASKING, Phase.ISSUING):
            words = self.tr("正在取号，请稍候")
        elif state.phase is Phase.PRINTING:
            words = self.tr("正在打印号票，请稍候")
        else:
            words = self.tr("正在登记，请稍候")
        self._words.setText(words)
        self._more.setText(more)
