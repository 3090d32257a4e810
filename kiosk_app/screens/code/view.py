"""Draws the page of the typed code (输入预约码、号票号码)."""

from __future__ import annotations

from kiosk_app.journey_state import Purpose
from kiosk_app.look import Look
from kiosk_app.screens.code.view_model import CodeState, CodeViewModel
from kiosk_app.widgets.basic import rename
from kiosk_app.widgets.keypad import Keypad
from kiosk_app.widgets.typing_page import TypingPage


class CodeView(TypingPage):
    """The code in groups of four, the keyboard, the next step."""

    def __init__(self, model: CodeViewModel, look: Look) -> None:
        keyboard = Keypad(look, model.type_key, model.delete, model.clear, letters=True)
        super().__init__(look, "code", "typed", keyboard, model.submit, beside=look.landscape, shares=(2, 3))
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: CodeState) -> None:
        """Show ``state``."""
        check_in = state.purpose is Purpose.CHECK_IN
        self.title.setText(self._title_words(state.purpose))
        complaint = state.purpose is Purpose.COMPLAINT
        ask = self.tr("下一步") if complaint else self.tr("查询")
        rename(self.submit, self.tr("签到") if check_in else ask)
        filled = state.typed + "_" * (state.length - len(state.typed)) if check_in else state.typed or "_"
        self.typed.setText(f"{filled[:4]} {filled[4:]}" if check_in else filled)
        self.hint(self._hint_words(state), wrong=bool(state.never))
        self.submit.setEnabled(state.complete and not state.searching)

    def _title_words(self, purpose: Purpose) -> str:
        return {
            Purpose.CHECK_IN: self.tr("请输入预约码"),
            Purpose.PROGRESS: self.tr("请输入号码或编号"),
        }.get(purpose, self.tr("请输入号票号码"))

    def _hint_words(self, state: CodeState) -> str:
        if state.searching:
            return self.tr("正在查询，请稍候")
        if state.never:
            return self.tr("预约码里没有“{key}”，请核对").format(key=state.never)
        if state.purpose is Purpose.PROGRESS:
            return self.tr("号票号码（如 A023）、业务编号或受理编号，不分大小写")
        if state.purpose is Purpose.COMPLAINT:
            return self.tr("号票上最大的字，例如 A023")
        if state.complete:
            return self.tr("请核对，无误后按“签到”")
        return self.tr("还差 {count} 位").format(count=state.length - len(state.typed))
