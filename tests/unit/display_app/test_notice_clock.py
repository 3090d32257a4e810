"""Notices are spoken at their time, while the hall works."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from display_app.notice_clock import NoticeClock
from hall.announcements import Announcements, SpokenNotice
from hall.queueing.board import Board, WindowLine
from hall.staffing.window import WindowState

CLOSING = SpokenNotice(time(16, 45), "离下班还有十五分钟")
DUE = datetime(2025, 3, 3, 16, 45, tzinfo=ZoneInfo("Asia/Shanghai"))
SECOND = timedelta(seconds=1)


def board(state: WindowState) -> Board:
    return Board((), (WindowLine(3, "综合窗口", "A", state, None),), (), DUE)


def looks(times: list[datetime], hall: Board | None) -> list[tuple[SpokenNotice, ...]]:
    ticks = iter(times)
    clock = NoticeClock(Announcements(notices=(CLOSING,)), lambda: next(ticks))
    return [clock.due(hall) for _ in times]


def test_it_is_due_once_at_its_time() -> None:
    assert looks([DUE - SECOND, DUE, DUE + SECOND], board(WindowState.OPEN)) == [(), (CLOSING,), ()]


def test_a_display_started_later_does_not_make_up_for_it() -> None:
    assert looks([DUE + SECOND, DUE + 2 * SECOND], board(WindowState.OPEN)) == [(), ()]


def test_nothing_is_said_to_an_empty_hall() -> None:
    assert looks([DUE - SECOND, DUE], board(WindowState.CLOSED)) == [(), ()]
    assert looks([DUE - SECOND, DUE], None) == [(), ()]
