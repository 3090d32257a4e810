"""What stands around every page (页眉页脚): hall, clock, opening state; back, home, elder, language, help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hall.business_calendar.calendar import OpeningState
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.look import Look
from kiosk_app.widgets.basic import CENTER, button, label
from qt_common import theme

CORNER_TOUCHES = 5  # within the seconds of CORNER_SECONDS
CORNER_SECONDS = 5
_OWN_BUTTONS = frozenset({Page.PROGRESS, Page.TICKET, Page.NOTICE})  # pages that bring the ways out themselves


class Header(QFrame):
    """Hall name (with the hidden corner), time, weekday, opening state."""

    def __init__(self, hall_name: str, look: Look, corner: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._look = look
        self._corner = corner
        self._touches = 0
        self._seconds = 0
        c = look.colours
        self.setFixedHeight(look.header)
        box = QHBoxLayout(self)
        box.setContentsMargins(look.margin, 0, look.margin, 0)
        box.setSpacing(look.gap)
        self._name = label(hall_name, look.px(50), c.on_primary, bold=True, name="hall_name")
        box.addWidget(self._name, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addStretch(1)
        self._clock = label(
            "", look.px(40 if look.landscape else 46), c.on_primary, bold=True, align=CENTER, name="clock"
        )
        self._day = label("", look.px(34 if look.elder else 28), c.on_primary, align=CENTER, name="day")
        for widget in (self._clock, self._day):
            widget.setWordWrap(False)
            right.addWidget(widget)
        right.addStretch(1)
        box.addLayout(right)
        self._state = label("", look.px(36), c.primary, bold=True, align=CENTER, name="opening")
        self._state.setWordWrap(False)
        self._state.setStyleSheet(
            f"color: {c.primary}; background: {c.on_primary}; border-radius: {look.px(14)}px;"
            f" padding: {look.px(12)}px {look.px(20)}px;"
        )
        box.addWidget(self._state, 0, CENTER)
        hidden = QPushButton(self)
        hidden.setObjectName("staff_corner")
        hidden.setProperty("kind", "corner")
        hidden.setGeometry(0, 0, look.header, look.header)
        hidden.clicked.connect(self._touched)

    def show_time(self, now: datetime) -> None:
        """Draw the hall's time; once a second."""
        self._clock.setText(f"{now:%H:%M}")
        days = (
            self.tr("星期一"),
            self.tr("星期二"),
            self.tr("星期三"),
            self.tr("星期四"),
            self.tr("星期五"),
            self.tr("星期六"),
            self.tr("星期日"),
        )
        date = self.tr("{month}月{day}日").format(month=now.month, day=now.day)
        self._day.setText(f"{date} {days[now.weekday()]}")
        self._seconds += 1
        if self._seconds >= CORNER_SECONDS:
            self._seconds = self._touches = 0

    def show_opening(self, opening: OpeningState | None, *, online: bool) -> None:
        """Draw whether numbers are given."""
        if not online:
            words = self.tr("系统恢复中")
        elif opening is None:
            words = ""
        else:
            words = self._opening_words(opening)
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _opening_words(self, opening: OpeningState) -> str:
        known = {
            "正在办公": self.tr("正在办公"),
            "周末便民服务": self.tr("周末便民服务"),
            "午间休息": self.tr("午间休息"),
            "未到办公时间": self.tr("未到办公时间"),
            "已下班": self.tr("已下班"),
            "休息日": self.tr("休息日"),
        }
        return known.get(opening.words) or (self.tr("正在办公") if opening.open else self.tr("暂不取号"))

    def _touched(self) -> None:
        if self._touches == 0:
            self._seconds = 0
        self._touches += 1
        if self._touches >= CORNER_TOUCHES:
            self._touches = 0
            self._corner()


class Footer(QFrame):
    """返回, 返回首页 on every page; 长辈版, English, 人工帮助."""

    def __init__(self, journey: Journey, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._journey = journey
        self.setFixedHeight(look.button + look.px(36))
        box = QHBoxLayout(self)
        box.setContentsMargins(look.margin, look.px(16), look.margin, look.px(16))
        box.setSpacing(look.px(18))
        self._back = button(self.tr("返回"), "back", look, journey.back)
        self._home = button(self.tr("返回首页"), "home", look, journey.home)
        self._elder = button("", "elder", look, self._toggle_elder)
        self._language = button("", "language", look, self._toggle_language)
        self._help = button(self.tr("人工帮助"), "help", look, journey.ask_help)
        for widget in (self._back, self._home, self._elder, self._language, self._help):
            widget.setFont(theme.font(look.px(40 if look.elder else 36)))
            widget.setProperty("kind", "foot")
            widget.setMinimumWidth(look.px(150))
            box.addWidget(widget, 1)

    def draw(self, state: JourneyState) -> None:
        """Show what makes sense on the page."""
        home = state.page is Page.HOME
        self._back.setVisible(not home)
        self._back.setEnabled(self._journey.can_go_back)
        self._home.setVisible(not home)
        self._elder.setVisible(state.page is not Page.STAFF)
        self._elder.setText(self.tr("标准版") if state.elder else self.tr("长辈版"))
        self._language.setVisible(home and not state.elder)
        self._language.setText("中文" if state.language == "en" else "English")
        self._help.setVisible(state.page is not Page.STAFF)
        for widget in (self._elder, self._language):
            widget.setAccessibleName(widget.text())
        self.setVisible(state.page not in _OWN_BUTTONS)

    def _toggle_elder(self) -> None:
        self._journey.set_elder(not self._journey.state.elder)

    def _toggle_language(self) -> None:
        self._journey.set_language("zh" if self._journey.state.language == "en" else "en")


class IdleQuestion(QFrame):
    """“您还在吗？” over the page."""

    def __init__(self, look: Look, stay: Callable[[], None], leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        c = look.colours
        self.setObjectName("idle_question")
        self.setStyleSheet("QFrame#idle_question { background: rgba(10, 20, 40, 170); }")
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        inner = QFrame()
        inner.setProperty("card", True)
        box = QVBoxLayout(inner)
        box.setContentsMargins(look.margin * 2, look.margin, look.margin * 2, look.margin)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("您还在吗？"), look.px(66), c.text, bold=True, align=CENTER))
        self._words = label("", look.big, c.text, align=CENTER, name="idle_words")
        self._words.setMinimumHeight(look.big * 3)
        box.addWidget(self._words)
        box.addWidget(button(self.tr("继续办理"), "idle_stay", look, stay, kind="primary"))
        box.addWidget(button(self.tr("返回首页"), "idle_leave", look, leave))
        outer.addWidget(inner, 0, CENTER)
        outer.addStretch(1)
        inner.setMinimumWidth(look.px(860))
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Ask, with what is left; 0 hides it."""
        self._words.setText(self.tr("{seconds} 秒后返回首页，已填内容将清除").format(seconds=seconds))
        self.setVisible(seconds > 0)
        if seconds > 0:
            self.raise_()
