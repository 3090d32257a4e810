"""The head line of the work page: window, clerk, state, queue, clock (页眉)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from counter_app.screens.work.state import WorkState
from counter_app.widgets import ElidedLabel
from hall.staffing.window import WindowState
from qt_common import theme


class HeadLine(QFrame):
    """See `WorkState`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        c = theme.colours()
        self.setObjectName("head")
        self.setFixedHeight(60)
        self.setStyleSheet(f"QFrame#head {{ background: {c.primary}; }} QLabel {{ color: {c.on_primary}; }}")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(22)
        self._window = self._text("head_window", 26, bold=True)
        self._name = ElidedLabel()
        self._name.setObjectName("head_window_name")
        self._name.setFont(theme.font(19))
        self._clerk = self._text("head_clerk", 18)
        self._state = self._text("head_state", 18, bold=True)
        self._waiting = self._text("head_waiting", 18)
        self._longest = self._text("head_longest", 18)
        self._clock = self._text("head_clock", 26, bold=True)
        row.addWidget(self._window)
        row.addWidget(self._name, 1)
        for part in (self._clerk, self._state, self._waiting, self._longest, self._clock):
            row.addWidget(part)

    def render_state(self, state: WorkState, now: datetime | None) -> None:
        """Draw ``state`` at ``now``."""
        snapshot, signed = state.snapshot, state.signed
        if snapshot is None or signed is None:
            return
        window = snapshot.window
        self._window.setText(self.tr("{window}号窗口").format(window=window.number))
        self._name.setText(window.name)
        post = self.tr("{post}岗").format(post=window.post) if window.post else ""
        self._clerk.setText(
            self.tr("{name}（{post}） 工号{number}").format(
                name=signed.clerk.name, post=post, number=signed.clerk.number
            )
        )
        words = {
            WindowState.OPEN: self.tr("● 正在服务"),
            WindowState.PAUSED: self.tr("❚❚ 暂停服务"),
            WindowState.CLOSED: self.tr("○ 未开放"),
        }
        self._state.setText(words[window.state])
        self._waiting.setText(self.tr("等候 {count} 人").format(count=len(snapshot.waiting)))
        self.tick(state, now)

    def tick(self, state: WorkState, now: datetime | None) -> None:
        """The clock goes on."""
        if now is None or state.snapshot is None:
            return
        self._clock.setText(f"{now:%H:%M}")
        since = state.snapshot.longest_wait_since
        minutes = int(max((now - since).total_seconds(), 0) // 60) if since else None
        self._longest.setText(
            self.tr("最长 {minutes} 分钟").format(minutes=minutes) if minutes is not None else self.tr("无人等候")
        )

    def _text(self, name: str, pixels: int, *, bold: bool = False) -> QLabel:
        text = QLabel(alignment=Qt.AlignmentFlag.AlignVCenter)
        text.setObjectName(name)
        text.setFont(theme.font(pixels, bold=bold))
        return text
