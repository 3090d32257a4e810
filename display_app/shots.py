"""Pictures of every screen of the displays with sample states (截图), without a database."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from display_app.desk import BoardReading
from display_app.screens.main_board.view import BoardView
from display_app.screens.main_board.view_model import BoardViewModel
from display_app.screens.window_screen.view import WindowView
from display_app.screens.window_screen.view_model import WindowViewModel
from hall.identity import Role
from hall.profile import HallProfile
from hall.queueing.board import Board, CallLine, PublicCase, WindowLine, WindowScreen, ZoneWait
from hall.queueing.estimate import Estimate
from hall.staffing.clerk import Clerk
from hall.staffing.window import Pause, WindowState

SIZES = {
    "1080p": QSize(1920, 1080),
    "4k": QSize(3840, 2160),
    "wall": QSize(3840, 1080),
    "standing": QSize(1080, 1920),
}
PROFILE = HallProfile(
    "xiangfu",
    "祥符区政务服务大厅",
    notices=("工作时间：工作日 9:00–12:00，13:00–17:00", "窗口提供延时服务，已受理的事项办完为止"),
)
NOW = datetime(2025, 3, 3, 9, 41, tzinfo=PROFILE.zone)
CLERK = Clerk("1027", "张伟", "scjg", frozenset({Role.CLERK}), phone="0371-26668888")


def sample_board() -> BoardReading:
    """A morning in a hall with eight windows."""
    labels = ("A023", "B007", "A022", "C015", "A021", "B006", "A020", "D003")
    windows = (3, 5, 2, 7, 1, 6, 3, 8)
    calls = tuple(
        CallLine(90 - n, label, window, NOW - timedelta(minutes=n), 1, n > 1)
        for n, (label, window) in enumerate(zip(labels, windows, strict=True))
    )
    return BoardReading(
        Board(
            calls,
            (
                WindowLine(1, "市场准入综合窗口", "A", WindowState.OPEN, "A021"),
                WindowLine(2, "市场准入综合窗口", "A", WindowState.OPEN, "A022"),
                WindowLine(3, "无差别综合窗口", "A", WindowState.OPEN, "A023"),
                WindowLine(
                    4,
                    "不动产登记综合窗口",
                    "A",
                    WindowState.PAUSED,
                    None,
                    "区人社局",
                    NOW + timedelta(minutes=49),
                ),
                WindowLine(5, "社会事务综合窗口", "B", WindowState.OPEN, "B007"),
                WindowLine(
                    6,
                    "社会事务综合窗口",
                    "B",
                    WindowState.OPEN,
                    "B006",
                    temporary_until=NOW + timedelta(hours=6, minutes=19),
                ),
                WindowLine(7, "建设工程综合窗口", "B", WindowState.OPEN, None),
                WindowLine(8, "发证窗口", "B", WindowState.CLOSED, None),
            ),
            (ZoneWait("A", 12, 3, Estimate(15, 25)), ZoneWait("B", 3, 3, Estimate(0, 5))),
            NOW,
        ),
        (PublicCase("王*国", "食品经营许可", NOW - timedelta(minutes=8)),),
    )


def sample_window(**changes: object) -> WindowScreen:
    """3号窗口 with 张伟 at it."""
    given: dict[str, object] = {
        "number": 3,
        "name": "无差别综合窗口",
        "contact": "0371-26661003",
        "state": WindowState.OPEN,
        "clerk": CLERK,
        "post": "A岗",
        "label": "A023",
        "calls": 1,
        "serving": False,
        "pause": None,
        "temporary_until": None,
        "at": NOW,
        **changes,
    }
    return WindowScreen(**given)  # type: ignore[arg-type]


def board_at(size: QSize, *, state: str) -> BoardView:
    """A board in a state: ``announcing``, ``rest``, ``stale`` or ``empty``."""
    model = BoardViewModel(PROFILE, lambda: NOW + timedelta(minutes=3 if state == "stale" else 0))
    reading = sample_board()
    if state != "empty":
        model.show_reading(reading)
    if state == "announcing":
        model.show_waiting(reading.board.calls[1:2])
        model.show_announced(reading.board.calls[0])
    if state == "stale":
        model.show_offline()
    view = BoardView(model)
    model.setParent(view)
    view.resize(size)
    return view


def window_at(size: QSize, screen: WindowScreen) -> WindowView:
    """A window screen."""
    model = WindowViewModel(3, PROFILE, lambda: NOW)
    model.show_reading(screen)
    view = WindowView(model)
    model.setParent(view)
    view.resize(size)
    return view


def shots(language: str, mode: str) -> list[tuple[str, QWidget]]:
    """Every screen, named; ``language`` is already installed, ``mode`` has no meaning on a wall.

    The sizes are in `SIZES`, window screens also 1024×600 and 600×1024.
    """
    found: list[tuple[str, QWidget]] = []
    for name, size in SIZES.items():
        states = ("announcing", "rest", "stale", "empty") if name in ("1080p", "wall") else ("announcing", "rest")
        found += [(f"display_board_{name}_{state}", board_at(size, state=state)) for state in states]
    pause = Pause("到局里送审材料", "区人社局", NOW, NOW + timedelta(minutes=49))
    screens = {
        "called": sample_window(),
        "serving": sample_window(serving=True),
        "free": sample_window(label=None),
        "paused": sample_window(label=None, state=WindowState.PAUSED, pause=pause),
        "closed": sample_window(label=None, state=WindowState.CLOSED, clerk=None, post=""),
    }
    for name, screen in screens.items():
        found.append((f"display_window_{name}", window_at(QSize(1024, 600), screen)))
    found.append(("display_window_standing", window_at(QSize(600, 1024), screens["called"])))
    found.append(("display_window_bar", window_at(QSize(1920, 360), screens["paused"])))
    return found
