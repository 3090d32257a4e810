"""A layout that is emptied leaves no item behind."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from qt_common.layout_items import take_widgets


def test_widgets_come_out_in_order_and_the_items_that_held_them_are_gone(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, inner = QVBoxLayout(page), QHBoxLayout()
    first, second, third = (QLabel(text, page) for text in "123")
    box.addWidget(first)
    box.addLayout(inner)
    inner.addWidget(second)
    box.addStretch(1)
    box.addWidget(third)
    held = [box.itemAt(0), inner.itemAt(0), box.itemAt(2), box.itemAt(3)]
    assert list(take_widgets(box)) == [first, second, third]
    assert not any(isValid(item) for item in held)
    assert all(isValid(widget) for widget in (first, second, third))
    assert box.count() == 0
