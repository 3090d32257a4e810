"""Draws the page of the mobile number (手机号)."""

from __future__ import annotations

from kiosk_app.journey_state import Purpose
from kiosk_app.look import Look
from kiosk_app.screens.phone.view_model import LENGTH, PhoneState, PhoneViewModel
from kiosk_app.widgets.basic import button, rename
from kiosk_app.widgets.keypad import Keypad
from kiosk_app.widgets.typing_page import TypingPage


class PhoneView(TypingPage):
    """The number in groups of 3-4-4, the keypad, the next step."""

    def __init__(self, model: PhoneViewModel, look: Look) -> None:
        self._skip = button("", "phone_skip", look, model.skip)
        keypad = Keypad(look, model.type_digit, model.delete, model.clear)
        super().__init__(look, "phone", "digits", keypad, model.submit, beside=look.flat, more=(self._skip,))
        rename(self._skip, self.tr("不留手机号，凭证件查询"))
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: PhoneState) -> None:
        """Show ``state``."""
        filled = state.digits + "_" * (LENGTH - len(state.digits))
        self.typed.setText(f"{filled[:3]} {filled[3:7]} {filled[7:]}")
        complaint = state.purpose is Purpose.COMPLAINT
        self.title.setText(self.tr("请留手机号，便于答复您") if complaint else self.tr("请输入手机号"))
        self._skip.setVisible(state.may_skip)
        self._skip.setEnabled(not state.searching)
        rename(self.submit, self._submit_words(state.purpose))
        self.hint(self._hint_words(state), wrong=state.wrong_start and not state.searching)
        self.submit.setEnabled(state.complete)

    def _hint_words(self, state: PhoneState) -> str:
        complaint = state.purpose is Purpose.COMPLAINT
        if state.searching:
            return self.tr("正在提交，请稍候") if complaint else self.tr("正在查询，请稍候")
        if state.wrong_start:
            return self.tr("手机号以 1 开头，请检查")
        if state.complete:
            check_in = state.purpose is Purpose.CHECK_IN
            words = self.tr("请核对，无误后按“签到”") if check_in else self.tr("请核对，无误后按“取号”")
            return self.tr("请核对，无误后按“提交”") if complaint else words
        return self.tr("还差 {count} 位").format(count=LENGTH - len(state.digits))

    def _submit_words(self, purpose: Purpose) -> str:
        return {
            Purpose.CHECK_IN: self.tr("签到"),
            Purpose.COMPLAINT: self.tr("提交"),
        }.get(purpose, self.tr("取号"))
