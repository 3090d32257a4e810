"""The kiosk's own keypads (键盘): digits, or letters for pinyin initials."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk_app.look import Look
from kiosk_app.widgets.basic import button
from qt_common import theme

DIGITS = ("123", "456", "789")
LETTERS = ("1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ")


class Keypad(QWidget):
    """Keys named ``key_A`` …, ``key_delete`` and ``key_clear``.

    Args:
        typed: called with one character, upper case.
        deleted: the last character goes.
        cleared: all goes.
        letters: letters A … Z too.
        digits: False leaves the digits out where only letters are of use.
    """

    def __init__(
        self,
        look: Look,
        typed: Callable[[str], None],
        deleted: Callable[[], None],
        cleared: Callable[[], None],
        *,
        letters: bool = False,
        digits: bool = True,
    ) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(12))
        delete = QCoreApplication.translate("Keypad", "删除")
        clear = QCoreApplication.translate("Keypad", "清空")
        rows = (LETTERS if digits else LETTERS[1:]) if letters else DIGITS
        for y, row in enumerate(rows):
            for x, character in enumerate(row):
                self._key(character, f"key_{character}", self._types(typed, character), y, x)
        if letters:
            self._key(delete, "key_delete", deleted, len(rows) - 1, 6, 2)
            self._key(clear, "key_clear", cleared, len(rows) - 1, 8, 2)
        else:
            self._key(clear, "key_clear", cleared, 3, 0)
            self._key("0", "key_0", self._types(typed, "0"), 3, 1)
            self._key(delete, "key_delete", deleted, 3, 2)

    @staticmethod
    def _types(typed: Callable[[str], None], character: str) -> Callable[[], None]:
        return lambda: typed(character)

    def _key(self, text: str, name: str, pressed: Callable[[], None], y: int, x: int, wide: int = 1) -> None:
        key = button(text, name, self._look, pressed, kind="key")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.setFont(theme.font(self._look.px(54 if len(text) == 1 else 36), bold=len(text) == 1))
        key.setMinimumHeight(self._look.px(84))
        key.setMinimumWidth(self._look.px(60))
        self._grid.addWidget(key, y, x, 1, wide)
