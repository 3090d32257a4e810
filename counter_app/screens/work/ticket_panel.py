"""The current ticket, and who comes next and why (当前号票)."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.model import DeskSnapshot
from counter_app.screens.work.queue_panel import person_words
from counter_app.screens.work.state import WorkState
from counter_app.widgets import ElidedLabel, label
from hall.queueing.identity_check import CheckedIdentity, Match
from hall.queueing.ticket import Ticket, TicketState
from hall.staffing.window import Pause, WindowState
from qt_common import theme


class TicketPanel(QFrame):
    """A card with the number large, then 下一位为何是他 under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        c = theme.colours()
        self.setObjectName("ticket_panel")
        self.setProperty("card", "true")
        self._number = label("ticket_number", 60, bold=True)
        self._number.setStyleSheet(f"color: {c.primary};")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(140)
        self._chip = label("ticket_state", 17, bold=True)
        self._item = label("ticket_item", 21, bold=True, wrap=True)
        self._person = ElidedLabel()
        self._person.setObjectName("ticket_person")
        self._person.setFont(theme.font(18))
        self._card = label("ticket_card", 18, bold=True)
        self._checked: CheckedIdentity | None = None
        self._times = label("ticket_times", 18, soft=True)
        self._why = QFrame()
        self._why.setObjectName("why_card")
        self._why.setStyleSheet(f"QFrame#why_card {{ background: {c.primary_soft}; border-radius: 8px; }}")
        self._next = label("next_ticket", 18, bold=True)
        self._next.setStyleSheet(f"color: {c.primary_dark};")
        self._reason = ElidedLabel()
        self._reason.setObjectName("next_reason")
        self._reason.setFont(theme.font(16))

        right = QVBoxLayout()
        right.setSpacing(4)
        for part in (self._item, self._person, self._card, self._times):
            right.addWidget(part)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._number)
        left.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignHCenter)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addLayout(left)
        top.addLayout(right, 1)
        why = QHBoxLayout(self._why)
        why.setContentsMargins(14, 8, 14, 8)
        why.setSpacing(12)
        why.addWidget(self._next)
        why.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._why)

    def render_state(self, state: WorkState, now: datetime | None) -> None:
        """Draw ``state`` at ``now``."""
        snapshot = state.snapshot
        if snapshot is None:
            return
        current = snapshot.current
        self._number.setText(current.label if current else "—")
        if current is not None:
            self._item.setText(current.item_name)
            who = person_words(current)
            self._person.setText(who or self.tr("免登记取号"))
        else:
            self._idle(snapshot)
        self._show_card(current)
        self._show_chip(snapshot, current)
        self._show_next(snapshot)
        self.tick(state, now)

    def show_card(self, checked: CheckedIdentity) -> None:
        """A card was compared; shown as long as that ticket is here."""
        self._checked = checked

    def _show_card(self, current: Ticket | None) -> None:
        checked = self._checked
        if checked is None or current is None or checked.ticket != current.id:
            self._card.hide()
            return
        c = theme.colours()
        words, colour = {
            Match.SAME: (self.tr("与取号证件一致"), c.good),
            Match.PRINCIPAL: (self.tr("与委托人证件一致（代办）"), c.good),
            Match.OTHER: (self.tr("与取号证件不一致，请核对是否本人"), c.alarm),
            Match.UNNAMED: (self.tr("取号时没有出示证件，无从核对"), c.text_soft),
        }[checked.match]
        self._card.setText(words)
        self._card.setStyleSheet(f"color: {colour};")
        self._card.show()

    def tick(self, state: WorkState, now: datetime | None) -> None:
        """Times go on."""
        current = state.snapshot.current if state.snapshot else None
        if now is None or current is None:
            self._times.setText("")
            return
        began = current.called_at or now
        waited = self.tr("等候 {time}").format(time=clock_words(began - current.queued_at))
        if current.state is TicketState.SERVING and current.started_at is not None:
            served = self.tr("已办理 {time}").format(time=clock_words(now - current.started_at))
        else:
            served = self.tr("叫号后 {time}").format(time=clock_words(now - began))
        self._times.setText(f"{waited}　{served}")

    def _idle(self, snapshot: DeskSnapshot) -> None:
        pause = snapshot.window.pause
        if snapshot.window.state is WindowState.PAUSED and pause is not None:
            self._item.setText(self.tr("暂停服务：{reason}").format(reason=pause.reason))
            self._person.setText(self._whereabouts(pause))
            return
        waiting = bool(snapshot.waiting)
        self._item.setText(self.tr("窗口空闲，请叫下一位") if waiting else self.tr("窗口空闲，暂时无人等候"))
        self._person.setText("" if waiting else self.tr("有人取号后这里会自动更新。"))

    def _whereabouts(self, pause: Pause) -> str:
        return self.tr("去向：{place}　预计 {time} 返回").format(
            place=pause.whereabouts, time=f"{pause.back_at:%H:%M}"
        )

    def _show_chip(self, snapshot: DeskSnapshot, current: Ticket | None) -> None:
        c = theme.colours()
        if current is None:
            paused = snapshot.window.state is WindowState.PAUSED
            text, ground, colour = (self.tr("暂停") if paused else self.tr("空闲")), c.ground, c.text_soft
        elif current.state is TicketState.SERVING:
            text, ground, colour = self.tr("办理中"), c.good, c.on_primary
        else:
            text = self.tr("已叫号，第 {count} 次").format(count=current.calls)
            ground, colour = c.accent, c.on_accent
        self._chip.setText(text)
        self._chip.setStyleSheet(f"background: {ground}; color: {colour}; border-radius: 6px; padding: 2px 10px;")

    def _show_next(self, snapshot: DeskSnapshot) -> None:
        choice = snapshot.upcoming
        if choice is None:
            self._next.setText(self.tr("下一位：无"))
            self._reason.setText(self.tr("没有本窗口获授权办理的号票在等候"))
        else:
            self._next.setText(self.tr("下一位：{label}").format(label=choice.ticket.label))
            self._reason.setText(self.tr("为何是他 ⓘ {reason}").format(reason=choice.reason))
        self._why.setAccessibleName(f"{self._next.text()} {self._reason.text()}")


def clock_words(span: timedelta) -> str:
    """8′12″, or 1:08′12″ above an hour."""
    seconds = int(max(span.total_seconds(), 0))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}′{seconds:02d}″" if hours else f"{minutes}′{seconds:02d}″"
