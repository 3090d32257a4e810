"""Small parts of the bench's window (模拟台部件)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGroupBox, QLabel, QPushButton, QVBoxLayout, QWidget

from qt_common import theme


def button(text: str, name: str, pressed: Callable[[], object], *, kind: str = "plain") -> QPushButton:
    """A button with its object name."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    made.clicked.connect(lambda: pressed())
    return made


def words(name: str) -> QLabel:
    """A line of text that wraps."""
    made = QLabel()
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def choice(name: str, accessible: str) -> QComboBox:
    """A list to choose from."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(accessible)
    return made


class Group(QGroupBox):
    """A titled group; a subclass fills `column` and shows the state."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setFont(theme.font(15))
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
