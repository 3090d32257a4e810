"""Draws the health desk (设备健康台)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counter_app.model import DeviceHealth
from counter_app.screens.health.view_model import HealthState, HealthViewModel
from counter_app.widgets import card, label
from qt_common import theme
from qt_common.device_condition import Condition
from qt_common.device_words import DeviceWords
from qt_common.layout_items import take_widgets

WIDTHS = (0, 0, 0, 0, 1)  # place, device, condition, since; what to do takes the rest


class HealthView(QWidget):
    """One line a device: where, which, how, since when, what to do."""

    back_wanted = Signal()

    def __init__(self, view_model: HealthViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("health_page")
        self._vm = view_model
        self._words = DeviceWords(self)
        self._title = label("health_title", 28, bold=True)
        self._title.setStyleSheet(f"color: {theme.colours().primary};")
        self._summary = label("health_summary", 19)
        self._back = QPushButton()
        self._back.setObjectName("health_back")
        self._back.setFont(theme.font(18))
        self._back.clicked.connect(self.back_wanted)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(28)
        self._table.setVerticalSpacing(0)
        self._table.setContentsMargins(24, 12, 24, 12)
        for column, stretch in enumerate(WIDTHS):
            self._table.setColumnStretch(column, stretch)
        self._lay_out()
        for key in ("Escape", "F9"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.back_wanted)
        view_model.state_changed.connect(self.render_state)
        self.setFocusProxy(self._back)
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.render_state(self._vm.state)
        super().changeEvent(event)

    @Slot(object)
    def render_state(self, state: HealthState) -> None:
        """Draw ``state``."""
        self._title.setText(self.tr("设备健康"))
        self._back.setText(self.tr("返回 F9"))
        count = sum(device.condition.needs_hand for device in state.rows)
        if not state.rows:
            summary = self.tr("本机没有配置设备。")
        elif count:
            summary = self.tr("{count} 台设备需要处理，共 {all} 台。").format(count=count, all=len(state.rows))
        else:
            summary = self.tr("共 {all} 台设备，没有需要处理的。").format(all=len(state.rows))
        self._summary.setText(summary)
        self._clear()
        heads = (self.tr("位置"), self.tr("设备"), self.tr("状态"), self.tr("开始时间"), self.tr("怎么办"))
        for column, text in enumerate(heads):
            head = label(f"health_head_{column}", 17, soft=True)
            head.setText(text)
            head.setMinimumHeight(40)
            self._table.addWidget(head, 0, column)
        for number, device in enumerate(state.rows):
            self._draw(device, 2 * number + 1)

    def _draw(self, device: DeviceHealth, row: int) -> None:
        c = theme.colours()
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {c.line};")
        self._table.addWidget(line, row, 0, 1, len(WIDTHS))
        condition = device.condition
        colour, sign = c.good, "●"
        if condition.needs_hand:
            colour, sign = c.alarm, "✕"
        elif condition is not Condition.READY:
            colour, sign = c.warn, "▲"
        if condition in (Condition.STARTING, Condition.ABSENT):
            colour, sign = c.text_soft, "○"
        place = self.tr("本机") if device.own else self._words.station(device.station)
        texts = (
            ("place", place),
            ("kind", self._words.kind(device.kind)),
            ("state", f"{sign} {self._words.state(condition)}"),
            ("since", f"{device.since.astimezone(self._vm.zone):%m-%d %H:%M}" if device.since else "—"),
            ("to_do", self._words.what_to_do(device.kind, condition)),
        )
        for column, (name, text) in enumerate(texts):
            part = label(
                f"health_{device.station}_{device.kind}_{name}", 19, bold=name == "state", wrap=name == "to_do"
            )
            part.setText(text)
            part.setMinimumHeight(56)
            if name == "state":
                part.setStyleSheet(f"color: {colour};")
            self._table.addWidget(part, row + 1, column)

    def _clear(self) -> None:
        for widget in take_widgets(self._table):
            widget.hide()
            widget.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        head.addWidget(self._back)
        frame = card("health_card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._table)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("health_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(frame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)
