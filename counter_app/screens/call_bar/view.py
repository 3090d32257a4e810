"""The call bar (叫号条): a slim strip above everything else, for clerks who work in another program all day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from counter_app.actions import HOT_KEYS, Action
from counter_app.screens.work.action_words import ActionWords
from counter_app.screens.work.state import WorkState
from counter_app.screens.work.view_model import WorkViewModel
from counter_app.widgets import ActionButton, ElidedLabel, label
from hall.queueing.ticket import TicketState
from hall.staffing.window import WindowState
from qt_common import theme

BUTTONS = (Action.CALL_NEXT, Action.RECALL, Action.START, Action.FINISH, Action.MISS, Action.HELP)


class CallBar(QFrame):
    """Number, what is next, six buttons; the same keys as the work page while the bar has the focus."""

    expand_wanted = Signal()

    def __init__(self, view_model: WorkViewModel, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        c = theme.colours()
        self.setObjectName("call_bar")
        self.setStyleSheet(f"QFrame#call_bar {{ background: {c.surface}; border: 2px solid {c.primary}; }}")
        self._vm = view_model
        self._words = ActionWords(self)
        self._drag = QPoint()
        self._number = label("bar_number", 30, bold=True)
        self._number.setStyleSheet(f"color: {c.primary};")
        self._number.setMinimumWidth(86)
        self._text = ElidedLabel()
        self._text.setObjectName("bar_text")
        self._text.setFont(theme.font(16))
        self._buttons = {action: ActionButton(f"bar_{action}") for action in BUTTONS}
        self._expand = QPushButton()
        self._expand.setObjectName("bar_expand")
        self._expand.setFont(theme.font(16))
        self._expand.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._expand.clicked.connect(self.expand_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self._number)
        row.addWidget(self._text, 1)
        for action, button in self._buttons.items():
            button.setMinimumHeight(48)
            button.setFixedWidth(96)
            button.clicked.connect(partial(self._pressed, action, ""))
            row.addWidget(button)
        row.addWidget(self._expand)
        self.resize(1180, 64)
        self._connect_keys()
        view_model.state_changed.connect(self.render_state)
        self._retranslate()
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.render_state(self._vm.state)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.expand_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag = event.globalPosition().toPoint() - self.frameGeometry().topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.move(event.globalPosition().toPoint() - self._drag)

    @Slot(object)
    def render_state(self, state: WorkState) -> None:
        """Draw ``state``."""
        if state.snapshot is None:
            return
        current = state.snapshot.current
        self._number.setText(current.label if current else "—")
        if state.message is not None:
            text = state.message.text
        elif current is not None:
            words = {TicketState.CALLED: self.tr("已叫号"), TicketState.SERVING: self.tr("办理中")}
            text = f"{words.get(current.state, '')}　{current.item_name}　{current.holder}"
        elif state.snapshot.window.state is WindowState.PAUSED:
            text = self.tr("暂停服务")
        else:
            text = self.tr("等候 {count} 人").format(count=len(state.snapshot.waiting))
        self._text.setText(text)
        for action, button in self._buttons.items():
            button.setEnabled(action in state.allowed)
            kind = "primary" if action is state.next_action else "plain"
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                button.style().unpolish(button)
                button.style().polish(button)

    def _pressed(self, action: Action, key: str, _checked: bool = False) -> None:
        self._vm.press(action, key=key)

    def _enter(self) -> None:
        action = self._vm.state.next_action
        if action is not None:
            self._vm.press(action, key="Return")

    def _retranslate(self) -> None:
        words = self._words.all()
        for action, button in self._buttons.items():
            button.set_words(*words[action])
        self._expand.setText(self.tr("展开 F8"))
        self.setWindowTitle(self.tr("叫号条"))

    def _connect_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            HOT_KEYS[action]: partial(self._pressed, action, HOT_KEYS[action]) for action in BUTTONS
        }
        keys |= {"Return": self._enter, "Enter": self._enter, "F8": self.expand_wanted.emit}
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
