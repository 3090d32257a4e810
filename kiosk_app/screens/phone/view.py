"""Draws the page of the mobile number (手机号)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk_app.journey_state import Purpose
from kiosk_app.look import Look
from kiosk_app.screens.phone.view_model import LENGTH, PhoneState, PhoneViewModel
from kiosk_app.widgets.basic import CENTER, button, card, label, rename
from kiosk_app.widgets.keypad import Keypad


class PhoneView(QWidget):
    """The number in groups of 3-4-4, the keypad, the next step."""

    def __init__(self, model: PhoneViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        c = look.colours
        box: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if look.flat else QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        left = QVBoxLayout()
        left.setSpacing(look.gap)
        self._title = label("", look.title, c.text, bold=True, name="phone_title")
        left.addWidget(self._title)
        frame, inside = card(look)
        self._digits = label("", look.px(84), c.text, bold=True, align=CENTER, name="phone_digits")
        self._hint = label("", look.body, c.text_soft, align=CENTER, name="phone_hint")
        inside.addWidget(self._digits)
        inside.addWidget(self._hint)
        left.addWidget(frame)
        self._submit = button(self.tr("取号"), "phone_submit", look, model.submit, kind="primary")
        self._submit.setMinimumHeight(look.main_button)
        self._skip = button(self.tr("不留手机号，凭证件查询"), "phone_skip", look, model.skip)
        keypad = Keypad(look, model.type_digit, model.delete, model.clear)
        if look.flat:
            left.addStretch(1)
            left.addWidget(self._submit)
            left.addWidget(self._skip)
            box.addLayout(left, 1)
            box.addWidget(keypad, 1)
        else:
            left.addWidget(keypad, 1)
            left.addWidget(self._submit)
            left.addWidget(self._skip)
            box.addLayout(left, 1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: PhoneState) -> None:
        """Show ``state``."""
        filled = state.digits + "_" * (LENGTH - len(state.digits))
        self._digits.setText(f"{filled[:3]} {filled[3:7]} {filled[7:]}")
        c = self._look.colours
        check_in, complaint = state.purpose is Purpose.CHECK_IN, state.purpose is Purpose.COMPLAINT
        self._title.setText(self.tr("请留手机号，便于答复您") if complaint else self.tr("请输入手机号"))
        self._skip.setVisible(state.may_skip)
        self._skip.setEnabled(not state.searching)
        rename(self._submit, self._submit_words(state.purpose))
        if state.searching:
            self._hint.setText(self.tr("正在提交，请稍候") if complaint else self.tr("正在查询，请稍候"))
        elif state.wrong_start:
            self._hint.setText(self.tr("手机号以 1 开头，请检查"))
        elif state.complete:
            words = self.tr("请核对，无误后按“签到”") if check_in else self.tr("请核对，无误后按“取号”")
            self._hint.setText(self.tr("请核对，无误后按“提交”") if complaint else words)
        else:
            self._hint.setText(self.tr("还差 {count} 位").format(count=LENGTH - len(state.digits)))
        colour = c.alarm if state.wrong_start else c.text_soft
        self._hint.setStyleSheet(f"color: {colour}; background: transparent; border: none;")
        self._submit.setEnabled(state.complete)

    def _submit_words(self, purpose: Purpose) -> str:
        return {
            Purpose.CHECK_IN: self.tr("签到"),
            Purpose.COMPLAINT: self.tr("提交"),
        }.get(purpose, self.tr("取号"))
