"""The head line (页眉): hall, clock, whether numbers are given; the hidden corner of the staff."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk_app.day_words import DayWords
from kiosk_app.widgets.basic import CENTER, badge, button, label
from kiosk_app.widgets.plates import Edged, PressButton
from kiosk_app.widgets.zones import ZoneList
from qt_common import theme

if TYPE_CHECKING:
    from hall.business_calendar.calendar import OpeningState
    from kiosk_app.lobby_watch import LobbyState
    from kiosk_app.look import Look

Action = Callable[[], None]
CORNER_TOUCHES = 5  # within the seconds of CORNER_SECONDS
CORNER_SECONDS = 5


class Header(Edged):
    """Hall name, time, weekday, opening state.

    In the low mode it fills all that stands too high to be touched, and tells the waits and where to touch as well.
    """

    def __init__(
        self, hall_name: str, look: Look, corner: Callable[[], None], choose_modes: Callable[[], None]
    ) -> None:
        super().__init__(look.head_ground, look.colours.primary, look.line, below=True)
        self.setObjectName("header")
        self._look = look
        self._corner = corner
        self._touches = 0
        self._seconds = 0
        self.setFixedHeight(look.header)
        tall = look.low
        self._name = label(hall_name, look.px(72 if tall else 50), look.head_ink, bold=True, name="hall_name")
        self._clock = label(
            "", look.px(150 if tall else 40 if look.landscape else 46), look.head_ink, bold=True, name="clock"
        )
        self._days = DayWords(self)
        self._day = label("", look.px(44 if tall else 34 if look.elder else 28), look.head_ink, name="day")
        self._state = badge(
            "",
            look.px(36),
            look.head_ground,
            look.head_ink,
            look.px(14),
            around=(look.px(20), look.px(12)),
            name="opening",
        )
        for widget in (self._clock, self._day):
            widget.setWordWrap(False)
            widget.setAlignment(CENTER)
        self._zones = ZoneList(look, look.head_ink)
        self._choose_modes = choose_modes
        if tall:
            self._stand()
        else:
            self._lie()
        hidden = PressButton(look, "corner", parent=self)
        hidden.setObjectName("staff_corner")
        hidden.setGeometry(0, 0, look.px(150), min(look.px(150), look.header))
        hidden.clicked.connect(self._touched)

    def _lie(self) -> None:
        """Name at the left, clock and state at the right."""
        look = self._look
        box = QHBoxLayout(self)
        box.setContentsMargins(look.margin, 0, look.margin, 0)
        box.setSpacing(look.gap)
        box.addWidget(self._name, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addStretch(1)
        right.addWidget(self._clock)
        right.addWidget(self._day)
        right.addStretch(1)
        box.addLayout(right)
        box.addWidget(self._state, 0, CENTER)
        if look.landscape:
            modes = button(self.tr("显示方式"), "modes", look, self._choose_modes, kind="foot")
            modes.setFont(theme.font(look.px(40 if look.elder else 36)))
            modes.setMinimumHeight(look.px(84))
            modes.setMinimumWidth(look.px(220))
            box.addWidget(modes, 0, CENTER)
        self._zones.setParent(self)
        self._zones.hide()

    def _stand(self) -> None:
        """One below the other, in the middle."""
        look = self._look
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.margin, look.margin, look.margin)
        box.setSpacing(look.gap)
        self._name.setAlignment(CENTER)
        box.addWidget(self._name)
        box.addStretch(1)
        box.addWidget(self._clock)
        box.addWidget(self._day)
        box.addWidget(self._state, 0, CENTER)
        box.addStretch(1)
        box.addWidget(self._zones, 0, CENTER)
        box.addStretch(1)
        touch = self.tr("按键都在屏幕下半部分")
        box.addWidget(label(f"▼　{touch}　▼", look.big, look.head_ink, align=CENTER, name="low_hint"))

    def show_time(self, now: datetime) -> None:
        """Draw the hall's time; once a second."""
        self._clock.setText(f"{now:%H:%M}")
        self._day.setText(f"{self._days.day(now)} {self._days.weekday(now)}")
        self._seconds += 1
        if self._seconds >= CORNER_SECONDS:
            self._seconds = self._touches = 0

    def show_lobby(self, known: LobbyState) -> None:
        """Draw whether numbers are given, and the waits."""
        lobby = known.lobby
        words = self._opening_words(lobby.opening) if lobby else ""
        if not known.online:
            words = self.tr("系统恢复中")
        if self._look.low:
            self._zones.draw(lobby.board.zones if lobby else ())
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
