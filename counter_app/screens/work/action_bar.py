"""The action bar (操作栏): a button for every action with its key; which ones are enabled is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.actions import Action
from counter_app.widgets import ActionButton
from qt_common import theme

FIRST = (Action.CALL_NEXT, Action.RECALL, Action.START, Action.FINISH)
SECOND = (Action.MISS, Action.TRANSFER, Action.SUSPEND, Action.VOID)


class ActionBar(QWidget):
    """Two rows of buttons; 撤销过号 takes the place of 过号 while it is possible, 恢复服务 that of 叫下一位."""

    pressed = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action_bar")
        # The theme's primary buttons have a border of their own; the next step must show its focus all the same.
        self.setStyleSheet(f"QPushButton[kind='primary']:focus {{ border: 3px solid {theme.colours().accent}; }}")
        self._buttons: dict[Action, ActionButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        places = {a: (0, i) for i, a in enumerate(FIRST)} | {a: (1, i) for i, a in enumerate(SECOND)}
        places[Action.RESUME_WINDOW] = (0, 0)
        places[Action.UNDO_MISS] = (1, 0)
        for action, (row, column) in places.items():
            button = ActionButton(f"action_{action}", large=row == 0)
            button.clicked.connect(lambda _checked=False, a=action: self.pressed.emit(a))
            self._buttons[action] = button
            grid.addWidget(button, row, column)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._buttons[Action.VOID].setProperty("kind", "plain")

    def show_words(self, words: dict[Action, tuple[str, str, str]]) -> None:
        """Name, key and hint of each action."""
        for action, button in self._buttons.items():
            button.set_words(*words[action])

    def show_actions(self, enabled: Iterable[Action], following: Action | None, *, paused: bool) -> None:
        """Enable what makes sense and mark the next step."""
        allowed = set(enabled)
        self._buttons[Action.RESUME_WINDOW].setVisible(paused)
        self._buttons[Action.CALL_NEXT].setVisible(not paused)
        undo = Action.UNDO_MISS in allowed
        self._buttons[Action.UNDO_MISS].setVisible(undo)
        self._buttons[Action.MISS].setVisible(not undo)
        for action, button in self._buttons.items():
            button.setEnabled(action in allowed)
            kind = "primary" if action is following else "plain"
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                button.style().unpolish(button)
                button.style().polish(button)

    def focus(self, action: Action) -> None:
        """The next step gets the focus."""
        self._buttons[action].setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus_in(self) -> bool:
        """True when one of the buttons has the focus."""
        return any(button.hasFocus() for button in self._buttons.values())

    def focused(self) -> Action | None:
        """The action whose button has the focus."""
        return next((action for action, button in self._buttons.items() if button.hasFocus()), None)
