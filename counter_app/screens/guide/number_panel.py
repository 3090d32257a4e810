"""The number that was just taken, large (导办取号结果)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counter_app.screens.guide.taking import NUMBER_STANDS, TakePhase, TakingState
from counter_app.widgets import label
from qt_common import theme

WIDTH = 470


class NumberPanel(QFrame):
    """Stands where the form stood: the number, where to wait, and what to do with it."""

    told = Signal()
    given_up = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_number")
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        c = theme.colours()
        self._title = label("guide_number_title", 22, bold=True, wrap=True)
        self._number = label("guide_number_label", 104, bold=True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setStyleSheet(f"color: {c.primary};")
        self._where = label("guide_number_where", 22, bold=True, wrap=True)
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wait = label("guide_number_wait", 19, wrap=True)
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble = label("guide_number_trouble", 18, wrap=True)
        self._trouble.setStyleSheet(f"color: {c.alarm};")
        self._hint = label("guide_number_hint", 18, wrap=True)
        self._told = QPushButton()
        self._told.setObjectName("guide_number_told")
        self._told.setProperty("kind", "primary")
        self._told.clicked.connect(self.told)
        self._drop = QPushButton()
        self._drop.setObjectName("guide_number_drop")
        self._drop.clicked.connect(self.given_up)
        self._close = QPushButton()
        self._close.setObjectName("guide_number_close")
        self._close.setProperty("kind", "primary")
        self._close.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._drop, self._told, self._close):
            button.setFont(theme.font(18, bold=button is not self._drop))
            button.setMinimumHeight(50)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addStretch(1)
        for part in (self._number, self._where, self._wait):
            column.addWidget(part)
        column.addStretch(1)
        for part in (self._trouble, self._hint):
            column.addWidget(part)
        column.addLayout(buttons)
        self._phase = TakePhase.IDLE

    def render_state(self, state: TakingState) -> None:
        """Draw ``state``; hidden without a number."""
        issued = state.issued
        stands = state.phase in NUMBER_STANDS and issued is not None
        self.setVisible(stands)
        if not stands or issued is None:
            self._phase = state.phase
            return
        self._title.setText(self._titles()[state.phase])
        self._number.setText(issued.ticket.label)
        void = state.phase is TakePhase.VOIDED
        self._number.setStyleSheet(f"color: {theme.colours().text_soft if void else theme.colours().primary};")
        windows = "、".join(str(number) for number in issued.windows)
        where = self.tr("{zone} 区，{windows} 号窗口") if windows else self.tr("{zone} 区，请留意叫号")
        self._where.setText(where.format(zone=issued.ticket.zone, windows=windows))
        ahead = self.tr("前面 {count} 人").format(count=issued.people_ahead)
        if issued.estimate is not None:
            low, high = issued.estimate.low, issued.estimate.high
            ahead += self.tr("，约 {low}–{high} 分钟").format(low=low, high=high)
        self._wait.setText("" if void else ahead)
        self._trouble.setText(state.error or state.trouble)
        self._trouble.setVisible(bool(state.error or state.trouble))
        self._hint.setText(self._hints(state))
        shown = state.phase is TakePhase.SHOWN
        self._told.setText(self.tr("已告知 Enter"))
        self._drop.setText(self.tr("放弃 Esc"))
        self._close.setText(self.tr("继续 Enter"))
        self._told.setVisible(shown)
        self._drop.setVisible(shown)
        self._close.setVisible(not shown)
        for button in (self._told, self._drop):
            button.setEnabled(not state.saving)
        if state.phase is not self._phase:
            self._phase = state.phase
            (self._told if shown else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _titles(self) -> dict[TakePhase, str]:
        return {
            TakePhase.SHOWN: self.tr("请把号码写给群众"),
            TakePhase.PAPER: self.tr("号票已打印"),
            TakePhase.TOLD: self.tr("取号完成（无纸）"),
            TakePhase.VOIDED: self.tr("号码已作废"),
        }

    def _hints(self, state: TakingState) -> str:
        if state.away:
            return self.tr("数据库暂时无法连接，号码仍保留，请稍候再按。")
        if state.phase is TakePhase.SHOWN:
            return self.tr("告知后按 Enter，号码开始排队；{seconds} 秒内未确认自动作废。").format(
                seconds=state.seconds_left
            )
        return {
            TakePhase.PAPER: self.tr("请把号票交给群众，提醒留意叫号。"),
            TakePhase.TOLD: self.tr("号码已开始排队，请提醒群众留意叫号。"),
        }.get(state.phase) or self.tr("需要时请重新取号。")
