"""The bottom line: pause, help, call bar, sign-out, rating and devices (底栏)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from counter_app.actions import Action
from counter_app.model import Lamp, RatingStage
from counter_app.screens.work.state import WorkState
from counter_app.widgets import ElidedLabel, LampLabel
from qt_common import theme


class BottomBar(QFrame):
    """See `WorkState`."""

    pressed = Signal(object)  # Action
    call_bar_wanted = Signal()

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
        for button in (*self._buttons.values(), self._bar):
            button.setFont(theme.font(17))
            row.addWidget(button)
        self._rating = ElidedLabel()
        self._rating.setObjectName("rating_line")
        self._rating.setFont(theme.font(17))
        row.addSpacing(12)
        row.addWidget(self._rating, 1)
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
        self._rating.setText(self._rating_words(state))
        names = {"rating_pad": self.tr("评价器"), "document_camera": self.tr("高拍仪")}
        for kind, lamp in self._lamps.items():
            state_of = state.lamp(kind)
            hint = self.tr("{device}：{state}").format(device=names[kind], state=self._lamp_words(kind, state_of))
            lamp.show_lamp(state_of, names[kind], hint)

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

    def _lamp_words(self, kind: str, lamp: Lamp) -> str:
        unsure = {
            "rating_pad": self.tr("已连接，本机启动后还没有收到过按键"),
            "document_camera": self.tr("已连接，工作受限"),
        }
        return {
            Lamp.OK: self.tr("正常"),
            Lamp.UNSURE: unsure[kind],
            Lamp.STARTING: self.tr("正在连接"),
            Lamp.AWAY: self.tr("未连接，正在自动重连，请检查电源和数据线"),
            Lamp.FAULT: self.tr("故障，请联系管理员"),
            Lamp.ABSENT: self.tr("本机未配置"),
        }[lamp]
