"""Draws the start page of a desk without a window (管理席)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counter_app.screens.start.view_model import StartState, StartViewModel
from counter_app.widgets import MessageBar, label
from qt_common import theme
from qt_common.layout_items import take_widgets

COLUMNS = 3


class StartView(QWidget):
    """One large button a page, the health of the devices, sign-out."""

    page_wanted = Signal(str)
    health_wanted = Signal()

    def __init__(self, view_model: StartViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._vm = view_model
        self._title = label("start_title", 34, bold=True)
        self._title.setStyleSheet(f"color: {theme.colours().primary};")
        self._who = label("start_who", 22)
        self._message = MessageBar()
        self._doors = QGridLayout()
        self._doors.setSpacing(18)
        self._health = _large("start_health")
        self._health.clicked.connect(self.health_wanted)
        self._out = QPushButton()
        self._out.setObjectName("start_sign_out")
        self._out.setFont(theme.font(18))
        self._out.clicked.connect(view_model.sign_out)
        shortcut = QShortcut(QKeySequence("F9"), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.health_wanted)
        self._lay_out()
        view_model.state_changed.connect(self.render_state)
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.render_state(self._vm.state)
        super().changeEvent(event)

    @Slot(object)
    def render_state(self, state: StartState) -> None:
        """Draw ``state``."""
        self._title.setText(self.tr("管理席"))
        clerk = state.signed.clerk if state.signed is not None else None
        who = self.tr("{name}，工号 {number}").format(name=clerk.name, number=clerk.number) if clerk else ""
        self._who.setText(who)
        self._message.show_message(state.message, self.tr("请选择要打开的页面，也可以直接按功能键。"))
        self._out.setText(self.tr("签退"))
        self._out.setEnabled(not state.busy)
        if state.troubles:
            self._health.setText(self.tr("设备健康 F9\n{count} 台需要处理").format(count=state.troubles))
        else:
            self._health.setText(self.tr("设备健康 F9"))

    def show_doors(self, doors: Sequence[tuple[str, str, str]]) -> None:
        """Buttons of the pages (name, words, key) that the person is offered; the first has the focus."""
        for old in take_widgets(self._doors):
            if old is not self._health:
                old.hide()
                old.deleteLater()
        buttons = []
        for name, words, key in doors:
            button = _large(f"start_open_{name}")
            button.setText(f"{words} {key}")
            button.clicked.connect(lambda _checked=False, page=name: self.page_wanted.emit(page))
            buttons.append(button)
        for place, button in enumerate([*buttons, self._health]):
            self._doors.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.setFocusProxy(buttons[0] if buttons else self._health)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self._who, 1)
        head.addWidget(self._out)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.setSpacing(18)
        outer.addLayout(head)
        outer.addWidget(self._message)
        outer.addSpacing(24)
        outer.addLayout(self._doors)
        outer.addStretch(1)
        self.show_doors(())


def _large(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setFont(theme.font(24, bold=True))
    button.setMinimumHeight(120)
    button.setAutoDefault(True)  # Enter presses it too
    return button
