"""The bottom line: pause, help, call bar, sign-out, rating and devices (底栏)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from counter_app.actions import Action
from counter_app.model import RatingStage
from counter_app.screens.work.state import WorkState
from counter_app.widgets import ElidedLabel, LampLabel
from qt_common import theme
from qt_common.device_words import DeviceWords
from qt_common.layout_items import take_widgets

# Somebody with many roles has many doors, and the smallest screen still shows the lamps.
MOST_KEYS = 4  # with more doors their keys are told by the tool tips
NARROW = "QPushButton { padding: 8px 9px; }"


class BottomBar(QFrame):
    """See `WorkState`."""

    pressed = Signal(object)  # Action
    call_bar_wanted = Signal()
    health_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        c = theme.colours()
        self.setObjectName("bottom")
        self.setFixedHeight(58)
        self.setStyleSheet(f"QFrame#bottom {{ background: {c.surface}; border-top: 1px solid {c.line}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        self._buttons = {action: QPushButton() for action in (Action.PAUSE, Action.HELP, Action.SIGN_OUT)}
        for action, button in self._buttons.items():
            button.setObjectName(f"action_{action}")
            button.clicked.connect(lambda _checked=False, a=action: self.pressed.emit(a))
        self._bar = QPushButton()
        self._bar.setObjectName("call_bar_open")
        self._bar.clicked.connect(self.call_bar_wanted)
        self._health = QPushButton()
        self._health.setObjectName("health_open")
        self._health.clicked.connect(self.health_wanted)
        for button in (*self._buttons.values(), self._bar, self._health):
            button.setFont(theme.font(17))
            button.setStyleSheet(NARROW)
            row.addWidget(button)
        self._doors = QHBoxLayout()
        self._doors.setSpacing(10)
        row.addLayout(self._doors)
        self._rating = ElidedLabel()
        self._rating.setObjectName("rating_line")
        self._rating.setFont(theme.font(17))
        row.addSpacing(12)
        row.addWidget(self._rating, 1)
        self._words = DeviceWords(self)
        self._lamps = {kind: LampLabel() for kind in ("rating_pad", "document_camera")}
        for kind, lamp in self._lamps.items():
            lamp.setObjectName(f"lamp_{kind}")
            lamp.setFont(theme.font(17))
            row.addSpacing(8)
            row.addWidget(lamp)

    def render_state(self, state: WorkState) -> None:
        """Draw ``state``."""
        allowed = state.allowed
        texts = {
            Action.PAUSE: self.tr("暂停服务 P"),
            Action.HELP: self.tr("求助 F1"),
            Action.SIGN_OUT: self.tr("签退"),
        }
        for action, button in self._buttons.items():
            button.setText(texts[action])
            button.setEnabled(action in allowed)
        self._bar.setText(self.tr("叫号条 F8"))
        self._show_health(state.troubles)
        self._rating.setText(self._rating_words(state))
        for kind, lamp in self._lamps.items():
            condition, name = state.condition(kind), self._words.kind(kind)
            words = (self._words.state(condition), self._words.what_to_do(kind, condition))
            hint = self.tr("{device}：{state}").format(device=name, state=" ".join(filter(None, words)))
            lamp.show_lamp(state.lamp(kind), name, hint)

    def show_doors(self, doors: Sequence[tuple[str, str, str]]) -> None:
        """Buttons of the other pages (name, words, key) that the clerk is offered."""
        for old in take_widgets(self._doors):
            old.hide()
            old.deleteLater()
        many = len(doors) > MOST_KEYS
        for name, words, key in doors:
            button = QPushButton(words if many else f"{words} {key}")
            button.setToolTip(f"{words} {key}")
            button.setAccessibleName(f"{words} {key}")
            button.setObjectName(f"page_open_{name}")
            button.setFont(theme.font(17))
            button.setStyleSheet(NARROW)
            button.clicked.connect(partial(self.page_wanted.emit, name))
            self._doors.addWidget(button)

    def _show_health(self, troubles: int) -> None:
        text = self.tr("设备 {count} F9").format(count=troubles) if troubles else self.tr("设备 F9")
        self._health.setText(text)
        hint = self.tr("{count} 台设备需要处理").format(count=troubles) if troubles else self.tr("设备健康")
        self._health.setToolTip(hint)
        self._health.setAccessibleName(hint)
        kind = "alarm" if troubles else ""
        if self._health.property("kind") != kind:
            self._health.setProperty("kind", kind)
            self._health.style().unpolish(self._health)
            self._health.style().polish(self._health)

    def _rating_words(self, state: WorkState) -> str:
        line = state.rating
        if line is None:
            return ""
        texts = {
            RatingStage.ASKING: self.tr("{label} 正在请群众评价，可以直接叫下一位"),
            RatingStage.RATED: self.tr("{label} 已评价"),
            RatingStage.DECLINED: self.tr("{label} 群众选择不评价"),
            RatingStage.SILENT: self.tr("{label} 未评价"),
            RatingStage.NO_PAD: self.tr("{label} 评价器不可用，未能请群众评价"),
        }
        text = texts[line.stage].format(label=line.label)
        return text if line.saved else text + self.tr("（已存本机，待数据库恢复后写入）")
