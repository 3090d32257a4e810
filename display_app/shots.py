"""Pictures of every shipped layout with sample states (截图), without a database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from display_app.layouts.shipped import Layouts, layouts_for
from display_app.samples import CLERK, NOW, PAUSE, PLAN, PROFILE, sample_board, sample_figures, sample_window
from display_app.screens.panel_screen.view import ScreenView
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.business_calendar.calendar import OpeningState
from hall.floor_map.plan import FloorPlan
from hall.queueing.board import WindowScreen
from hall.staffing.window import WindowState

__all__ = ["CLERK", "NOW", "PROFILE", "SIZES", "board_at", "sample_board", "sample_window", "shots", "window_at"]

SIZES = {
    "1080p": QSize(1920, 1080),
    "4k": QSize(3840, 2160),
    "wall": QSize(3840, 1080),
    "standing": QSize(1080, 1920),
}
EVENING = NOW.replace(hour=17, minute=12)
NOON = NOW.replace(hour=12, minute=20)


def board_at(
    size: QSize,
    *,
    state: str,
    layout: str = "",
    zones: tuple[str, ...] = (),
    plan: FloorPlan | None = None,
    seconds: Callable[[], float] | None = None,
) -> ScreenView:
    """A board in a state: ``announcing``, ``rest``, ``stale`` or ``empty``.

    Args:
        layout: a shipped one; empty for the one of the size's ratio.
        plan: a floor map, for the map of the windows.
        seconds: a clock that pages turn by; None for the machine's.
    """
    ahead = timedelta(minutes=3 if state == "stale" else 0)
    layouts = layouts_for("main", layout)
    model = ScreenViewModel(_settled(layouts, size), PROFILE, lambda: NOW + ahead, zones, plan=plan)
    board = sample_board()
    if state != "empty":
        model.show_board(board)
        model.show_figures(sample_figures())
    if state == "announcing":
        model.show_waiting(board.calls[1:2])
        model.show_announced(board.calls[0])
    if state == "stale":
        model.show_offline()
    return _view(model, size, seconds)


def window_at(
    size: QSize, screen: WindowScreen, *, layout: str = "", now: datetime = NOW, opening: OpeningState | None = None
) -> ScreenView:
    """A window screen."""
    model = ScreenViewModel(_settled(layouts_for("window", layout), size), PROFILE, lambda: now, number=3)
    figures = sample_figures()
    model.show_figures(replace(figures, slow=replace(figures.slow, opening=opening)))
    model.show_window(screen)
    return _view(model, size, None)


def _settled(layouts: Layouts, size: QSize) -> Layouts:
    """The same layouts, begun with the one for the size."""
    first = layouts.at(size.width(), size.height())
    return Layouts(tuple(sorted(layouts.variants, key=lambda v: v[1] is not first)), layouts.folder)


def _view(model: ScreenViewModel, size: QSize, seconds: Callable[[], float] | None) -> ScreenView:
    view = ScreenView(model) if seconds is None else ScreenView(model, seconds)
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
    found += [
        (f"display_zone_{state}", board_at(SIZES["1080p"], state=state, layout="zone", zones=("A",)))
        for state in ("announcing", "rest")
    ]
    found.append(("display_zone_all", board_at(SIZES["1080p"], state="rest", layout="zone")))
    for turn, elapsed in (("first", 0.0), ("second", 17.0), ("third", 29.0)):
        clock = _Standing(elapsed)
        found.append(
            (
                f"display_public_{turn}",
                board_at(SIZES["1080p"], state="rest", layout="public", seconds=clock, plan=PLAN),
            )
        )
        wall = board_at(SIZES["wall"], state="rest", seconds=_Standing(elapsed))
        found.append((f"display_board_wall_{turn}", wall))
    noon = OpeningState(False, "午间休息", NOW.replace(hour=13, minute=0))
    over = OpeningState(False, "已下班", NOW.replace(day=4, hour=9, minute=0))
    nobody = sample_window(label=None, state=WindowState.CLOSED, clerk=None, post="")
    small = QSize(1024, 600)
    paused = sample_window(label=None, state=WindowState.PAUSED, pause=PAUSE)
    temporary = sample_window(serving=True, temporary_until=NOW + timedelta(hours=6, minutes=19))
    screens = {
        "called": window_at(small, sample_window()),
        "serving": window_at(small, sample_window(serving=True)),
        "free": window_at(small, sample_window(label=None)),
        "paused": window_at(small, paused),
        "closed": window_at(small, nobody),
        "noon": window_at(small, nobody, now=NOON, opening=noon),
        "over": window_at(small, nobody, now=EVENING, opening=over),
        "temporary": window_at(small, temporary),
        "extended": window_at(small, replace(temporary, at=EVENING), now=EVENING),
        "standing": window_at(QSize(600, 1024), sample_window()),
        "standing_paused": window_at(QSize(600, 1024), paused),
        "bar": window_at(QSize(1920, 360), paused),
        "citizen_called": window_at(QSize(1920, 1080), sample_window(), layout="citizen"),
        "citizen_free": window_at(QSize(1366, 768), sample_window(label=None), layout="citizen"),
        "citizen_paused": window_at(QSize(1366, 768), paused, layout="citizen"),
    }
    found += [(f"display_window_{name}", view) for name, view in screens.items()]
    return found


class _Standing:
    """A clock that is the start when it is asked first, and so many seconds later from then on."""

    def __init__(self, elapsed: float) -> None:
        self._elapsed = elapsed
        self._asked = False

    def __call__(self) -> float:
        self._asked, first = True, not self._asked
        return 0.0 if first else self._elapsed
