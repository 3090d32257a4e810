"""A page on which something is typed (输入页): a question, what was typed, the keypad, the step on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.widgets.basic import CENTER, button, card, label, paint
from kiosk_app.widgets.keypad import Keypad


class TypingPage(QWidget):
    """One below the other, or beside each other where there is little height.

    Args:
        name: of the page; its labels and the button that leads on are called after it.
        typed: name of the label with what was typed.
        beside: the keypad stands beside the rest.
        shares: of the width, for the rest and the keypad.
        more: further buttons, below the one that leads on.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        typed: str,
        keypad: Keypad,
        submit: Callable[[], None],
        *,
        beside: bool,
        shares: tuple[int, int] = (1, 1),
        more: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__()
        self._ink = look.colours
        box: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        rest = QVBoxLayout()
        rest.setSpacing(look.gap)
        self.title = label("", look.title, self._ink.text, bold=True, name=f"{name}_title")
        rest.addWidget(self.title)
        frame, inside = card(look)
        self.typed = label("", look.px(84), self._ink.text, bold=True, align=CENTER, name=f"{name}_{typed}")
        self._hint = label("", look.body, self._ink.text_soft, align=CENTER, name=f"{name}_hint")
        inside.addWidget(self.typed)
        inside.addWidget(self._hint)
        rest.addWidget(frame)
        self.submit = button("", f"{name}_submit", look, submit, kind="primary")
        self.submit.setMinimumHeight(look.main_button)
        if beside:
            rest.addStretch(1)
        else:
            rest.addWidget(keypad, 1)
        for each in (self.submit, *more):
            rest.addWidget(each)
        box.addLayout(rest, shares[0])
        if beside:
            box.addWidget(keypad, shares[1])

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Below what was typed; in the alarm's colour when it is wrong."""
        self._hint.setText(text)
        paint(self._hint, self._ink.alarm if wrong else self._ink.text_soft)
