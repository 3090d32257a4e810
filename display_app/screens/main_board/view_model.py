"""Decides what the main board says (大厅屏): turns readings, announcements and the clock into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from display_app.desk import BoardReading
from display_app.screens.main_board.state import (
    BoardState,
    CallRow,
    CallStage,
    Head,
    Hero,
    Tone,
    WindowRow,
    ZoneRow,
)
from hall.profile import HallProfile
from hall.queueing.board import LAST_CALLS, Board, CallLine, PublicCase, WindowLine, ZoneWait
from hall.queueing.estimate import Estimate
from hall.staffing.window import WindowState


class BoardViewModel(QObject):
    """Holds the board's state and emits it when it changes.

    Args:
        profile: name, notices and telephone of the hall.
        now: the hall's clock.
        zones: only these zones are shown (zone board); empty for the whole hall.
    """

    state_changed = Signal(object)  # BoardState

    def __init__(
        self,
        profile: HallProfile,
        now: Callable[[], datetime],
        zones: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._now = now
        self._zones = frozenset(zones)
        self._reading: BoardReading | None = None
        self._fresh = False
        self._announcing: CallLine | None = None
        self._waiting: tuple[CallLine, ...] = ()
        self.state = BoardState()
        self.refresh()

    def calls_of(self, board: Board) -> tuple[CallLine, ...]:
        """The board's calls that belong to this display's zones, newest first."""
        zone_of = {window.number: window.zone for window in board.windows}
        return tuple(line for line in board.calls if self._has(zone_of.get(line.window, "")))

    def show_reading(self, reading: BoardReading) -> None:
        """Show a fresh snapshot."""
        self._reading = reading
        self._fresh = True
        self.refresh()

    def show_offline(self) -> None:
        """Keep the last state and say quietly since when."""
        self._fresh = False
        self.refresh()

    def show_announced(self, line: CallLine) -> None:
        """A call's announcement begins."""
        self._announcing = line
        self.refresh()

    def show_rest(self) -> None:
        """Nothing is announced."""
        self._announcing = None
        self.refresh()

    def show_waiting(self, lines: tuple[CallLine, ...]) -> None:
        """These wait for their announcement."""
        self._waiting = lines
        self.refresh()

    def refresh(self) -> None:
        """Put the state together again; also called each second for the clock, and when the language changes."""
        now = self._now()
        reading = self._reading
        calls = self.calls_of(reading.board) if reading else ()
        state = BoardState(
            head=self._head(now),
            hero=self._hero(calls),
            welcome=self.tr("请留意叫号"),
            calls=tuple(self._call_row(line) for line in calls[:LAST_CALLS]),
            zones=self._zone_rows(reading.board.zones) if reading else (),
            windows=self._window_rows(reading.board.windows) if reading else (),
            ticker=self._ticker(reading.cases if reading else ()),
        )
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _has(self, zone: str) -> bool:
        return not self._zones or zone in self._zones

    def _head(self, now: datetime) -> Head:
        days = (
            self.tr("星期一"),
            self.tr("星期二"),
            self.tr("星期三"),
            self.tr("星期四"),
            self.tr("星期五"),
            self.tr("星期六"),
            self.tr("星期日"),
        )
        date = self.tr("{month}月{day}日 {weekday}").format(
            month=now.month, day=now.day, weekday=days[now.weekday()]
        )
        return Head(self._profile.hall_name, date, f"{now:%H:%M}", self._stale(now))

    def _stale(self, now: datetime) -> str:
        if self._fresh:
            return ""
        if self._reading is None:
            return self.tr("正在连接数据…")
        at = self._reading.board.at.astimezone(now.tzinfo)
        return self.tr("数据更新于 {time}").format(time=f"{at:%H:%M}")

    def _hero(self, calls: Sequence[CallLine]) -> Hero | None:
        line = self._announcing or next((call for call in calls if call not in self._waiting), None)
        if line is None:
            return None
        announcing = self._announcing is not None
        return Hero(
            template=self.tr("请 {number} 号|到 {window} 号窗口"),
            label=line.label,
            window=str(line.window),
            announcing=announcing,
            caption=self.tr("正在叫号") if announcing else self.tr("最近叫号"),
        )

    def _call_row(self, line: CallLine) -> CallRow:
        if line == self._announcing or (
            self._announcing is not None
            and (line.ticket, line.window) == (self._announcing.ticket, self._announcing.window)
        ):
            stage = CallStage.ANNOUNCING
        elif any((line.ticket, line.window) == (w.ticket, w.window) for w in self._waiting):
            stage = CallStage.WAITING
        else:
            stage = CallStage.DONE
        return CallRow(line.label, self.tr("{window}号窗口").format(window=line.window), stage)

    def _zone_rows(self, zones: Sequence[ZoneWait]) -> tuple[ZoneRow, ...]:
        return tuple(self._zone_row(zone) for zone in zones if self._has(zone.zone))

    def _zone_row(self, zone: ZoneWait) -> ZoneRow:
        return ZoneRow(
            self.tr("{zone}区").format(zone=zone.zone),
            self.tr("等候 {people} 人").format(people=zone.waiting),
            self._estimate(zone.estimate),
        )

    def _estimate(self, estimate: Estimate | None) -> str:
        if estimate is None:
            return self.tr("暂无开放窗口")
        if estimate.high <= 5:
            return self.tr("不到 5 分钟")
        return self.tr("约 {low}–{high} 分钟").format(low=estimate.low, high=estimate.high)

    def _window_rows(self, windows: Sequence[WindowLine]) -> tuple[WindowRow, ...]:
        """Open, paused and temporary windows; a window where nobody has signed in helps nobody to find the way."""
        return tuple(
            self._window_row(w)
            for w in windows
            if self._has(w.zone) and (w.state is not WindowState.CLOSED or w.temporary_until is not None)
        )

    def _window_row(self, window: WindowLine) -> WindowRow:
        badge = ""
        if window.temporary_until is not None:
            badge = self.tr("临时 至{time}").format(time=self._clock(window.temporary_until))
        row = WindowRow(
            number=self.tr("{window}号").format(window=window.number),
            name=window.name,
            status=self.tr("未开放"),
            detail="",
            badge=badge,
            tone=Tone.CLOSED,
        )
        if window.state is WindowState.OPEN:
            return replace(row, status=window.label or self.tr("正在服务"), tone=Tone.OPEN)
        if window.state is WindowState.PAUSED:
            detail = [self.tr("去向：{where}").format(where=window.whereabouts)] if window.whereabouts else []
            if window.back_at is not None:
                detail.append(self.tr("预计{time}返回").format(time=self._clock(window.back_at)))
            return replace(row, status=self.tr("暂停服务"), detail="  ".join(detail), tone=Tone.PAUSED)
        return row

    def _clock(self, at: datetime) -> str:
        return f"{at.astimezone(self._profile.zone):%H:%M}"

    def _ticker(self, cases: Sequence[PublicCase]) -> tuple[str, ...]:
        lines = list(self._profile.notices)
        lines.append(self.tr("投诉监督电话：{phone}").format(phone=self._profile.complaint_phone))
        for case in cases:
            who = case.holder or self.tr("办事群众")
            lines.append(
                self.tr("办件公示：{who} {item} 已于 {time} 办理完成").format(
                    who=who, item=case.item_name, time=self._clock(case.finished_at)
                )
            )
        return tuple(lines)
