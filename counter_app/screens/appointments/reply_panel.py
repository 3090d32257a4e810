"""The reply to a booking, to be handed over (预约答复)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from counter_app.screens.appointments.replying import Given, ReplyState
from counter_app.widgets import label
from hall.appointments.replied import ReplyWay
from qt_common import theme

WIDTH = 470


class ReplyPanel(QFrame):
    """All lines of the reply; P prints, S sends, Enter goes on."""

    given = Signal(object)  # ReplyWay
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("appointments_reply")
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        self._title = label("appointments_reply_title", 22, bold=True)
        self._text = label("appointments_reply_text", 18, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._ways = label("appointments_reply_ways", 18, wrap=True)
        self._trouble = label("appointments_reply_trouble", 17, wrap=True)
        self._trouble.setStyleSheet(f"color: {theme.colours().alarm};")
        self._buttons = {way: QPushButton() for way in ReplyWay}
        buttons = QHBoxLayout()
        for way, button in self._buttons.items():
            button.setObjectName(f"appointments_reply_{way}")
            button.clicked.connect(lambda _checked=False, w=way: self.given.emit(w))
        self._close = QPushButton()
        self._close.setObjectName("appointments_reply_close")
        self._close.setProperty("kind", "primary")
        self._close.clicked.connect(self.closed)
        for button in (*self._buttons.values(), self._close):
            button.setFont(theme.font(17, bold=button is self._close))
            button.setMinimumHeight(48)
            buttons.addWidget(button)
        scroll = QScrollArea()
        scroll.setObjectName("appointments_reply_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.viewport().setAutoFillBackground(False)
        self._text.setStyleSheet("background: transparent;")
        scroll.setWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)
        for part in (self._ways, self._trouble):
            column.addWidget(part)
        column.addLayout(buttons)
        self._shown: object = None

    def render_state(self, state: ReplyState) -> None:
        """Draw ``state``; hidden without a reply."""
        booked = state.booked
        self.setVisible(booked is not None)
        if booked is None:
            self._shown = None
            return
        self._title.setText(self.tr("预约答复"))
        self._text.setText("\n\n".join(booked.reply.lines))
        self._buttons[ReplyWay.PAPER].setText(self.tr("打印 P"))
        self._buttons[ReplyWay.SMS].setText(self.tr("短信 S"))
        self._close.setText(self.tr("继续 Enter"))
        for way, button in self._buttons.items():
            button.setEnabled(state.may(way))
        self._ways.setText(self._way_words(state))
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))
        if booked is not self._shown:
            self._shown = booked
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_words(self, state: ReplyState) -> str:
        paper = {
            Given.NOT_YET: self.tr("未打印") if state.can_print else self.tr("本站无打印机"),
            Given.BUSY: self.tr("正在打印"),
            Given.GIVEN: self.tr("已打印"),
            Given.FAILED: self.tr("未打印"),
            Given.IN_DOUBT: self.tr("打印结果不明，请查看打印机"),
        }[state.paper]
        has_phone = state.booked is not None and bool(state.booked.appointment.person.phone)
        none = self.tr("本站无短信设备") if has_phone else self.tr("没有手机号，不能发短信")
        sms = {
            Given.NOT_YET: self.tr("短信未发") if state.can_text else none,
            Given.BUSY: self.tr("正在发短信"),
            Given.GIVEN: self.tr("短信已发出"),
            Given.FAILED: self.tr("短信未发出，可打印"),
            Given.IN_DOUBT: self.tr("短信可能已发出，请电话核实"),
        }[state.sms]
        return f"{paper} · {sms}"
