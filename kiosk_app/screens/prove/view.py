"""Draws the page of the proof (核对身份)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall.progress.asking import LAST_DIGITS
from kiosk_app.look import Look
from kiosk_app.screens.prove.view_model import ProveState, ProveViewModel
from kiosk_app.widgets.basic import CENTER, button, card, label
from kiosk_app.widgets.keypad import Keypad


class ProveView(QWidget):
    """The card, or the last four digits of the telephone that was left."""

    def __init__(self, model: ProveViewModel, look: Look) -> None:
        super().__init__()
        c = look.colours
        box: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if look.flat else QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        left = QVBoxLayout()
        left.setSpacing(look.gap)
        left.addWidget(label(self.tr("请刷身份证，或输入手机号后四位"), look.title, c.text, bold=True))
        frame, inside = card(look)
        self._digits = label("", look.px(84), c.text, bold=True, align=CENTER, name="prove_digits")
        self._hint = label("", look.body, c.text_soft, align=CENTER, name="prove_hint")
        inside.addWidget(self._digits)
        inside.addWidget(self._hint)
        left.addWidget(frame)
        self._submit = button(self.tr("查询"), "prove_submit", look, model.submit, kind="primary")
        self._submit.setMinimumHeight(look.main_button)
        keypad = Keypad(look, model.type_digit, model.delete, model.clear)
        if look.flat:
            left.addStretch(1)
            left.addWidget(self._submit)
            box.addLayout(left, 1)
            box.addWidget(keypad, 1)
        else:
            left.addWidget(keypad, 1)
            left.addWidget(self._submit)
            box.addLayout(left, 1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ProveState) -> None:
        """Show ``state``."""
        self._digits.setText(" ".join(state.digits.ljust(LAST_DIGITS, "_")))
        words = self.tr("登记时留的手机号，最后四位数字；也可以把登记时刷的身份证放在感应区")
        self._hint.setText(self.tr("正在查询，请稍候") if state.searching else words)
        self._submit.setEnabled(state.complete and not state.searching)
