"""Draws the page of the proof (核对身份)."""

from __future__ import annotations

from hall.progress.asking import LAST_DIGITS
from kiosk_app.look import Look
from kiosk_app.screens.prove.view_model import ProveState, ProveViewModel
from kiosk_app.widgets.basic import rename
from kiosk_app.widgets.keypad import Keypad
from kiosk_app.widgets.typing_page import TypingPage


class ProveView(TypingPage):
    """The card, or the last four digits of the telephone that was left."""

    def __init__(self, model: ProveViewModel, look: Look) -> None:
        keypad = Keypad(look, model.type_digit, model.delete, model.clear)
        super().__init__(look, "prove", "digits", keypad, model.submit, beside=look.flat)
        self.title.setText(self.tr("刷身份证，或输入手机号后四位"))
        rename(self.submit, self.tr("查询"))
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ProveState) -> None:
        """Show ``state``."""
        self.typed.setText(" ".join(state.digits.ljust(LAST_DIGITS, "_")))
        words = self.tr("登记时留的手机号，最后四位数字；也可以把登记时刷的身份证放在感应区")
        self.hint(self.tr("正在查询，请稍候") if state.searching else words)
        self.submit.setEnabled(state.complete and not state.searching)
