"""Puts a board together (大厅屏): reading, announcing and drawing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from display_app.call_order import CallOrder
from display_app.calls import NewCalls
from display_app.desk import CALLS_READ, read_for_board
from display_app.figures import Figures
from display_app.figures_watch import FiguresWatch
from display_app.follower import Follower, Urgent
from display_app.hall_clock import HallClock
from display_app.layouts.options import CurrentCallOptions, RecentCallsOptions, WindowsOptions, ZoneWaitsOptions
from display_app.loudspeakers import Loudspeakers
from display_app.panels.current_call.words import decide as current_call
from display_app.panels.head.words import stale_words
from display_app.panels.recent_calls.words import decide as recent_calls
from display_app.panels.windows.words import decide as windows
from display_app.panels.zone_waits.words import decide as zone_waits
from display_app.screens.panel_screen.view import ScreenView
from display_app.screens.panel_screen.view_model import ScreenViewModel
from display_app.waits_watch import WaitsWatch
from hall.announcements import SpokenNotice
from hall.ports import Store
from hall.queueing.board import Board, CallLine, CallsNow
from qt_common.runner import Runner

TICK_MS = 1000


class BoardApp(QObject):
    """A running board; `view` is its window, `follower.slots` takes the feed's signals.

    Args:
        waits: forecasts the waits of the zones beside the reading, which only takes what is known of them.
        figures: reads what is shown beside the calls.
        branch: the 分大厅 it hangs in.
    """

    def __init__(
        self,
        store: Store,
        runner: Runner,
        model: ScreenViewModel,
        announcer: Loudspeakers,
        clock: HallClock,
        waits: WaitsWatch,
        figures: FiguresWatch,
        branch: str = "",
    ) -> None:
        super().__init__()
        self.model = model
        self.announcer = announcer
        self._clock = clock
        self._new_calls = NewCalls()
        self._order = CallOrder()
        self._board: Board | None = None
        self.view = ScreenView(model)
        self.follower = Follower(
            runner,
            lambda: read_for_board(store, waits.latest(), branch),
            fresh=self._fresh,
            offline=model.show_offline,
            urgent=Urgent(lambda feed: feed.calls_now(branch), self._fresh_calls),
            parent=self,
        )
        self._waits = waits
        self._figures = figures
        figures.setParent(self)
        figures.renewed.connect(self._renewed)
        waits.renewed.connect(self.follower.slots.refresh)
        announcer.started.connect(self._started)
        announcer.rested.connect(self._rested)
        announcer.waiting_changed.connect(self._waiting)
        announcer.notice_began.connect(self._notice_began)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self._tick.start()

    def describe(self) -> dict[str, Any]:
        """What the board shows, for the demo and the tests; all of it is public."""
        scene = self.model.scene
        call = current_call(scene, CurrentCallOptions(), "")
        return {
            "app": "display",
            "screen": "main_board",
            "hero": {
                "text": call.text,
                "label": call.label,
                "window": int(call.window),
                "announcing": call.announcing,
            }
            if call.label
            else None,
            "calls": [
                {"label": r.label, "window": r.window, "stage": str(r.stage)}
                for r in recent_calls(scene, RecentCallsOptions(), "")
            ],
            "windows": [
                {"number": r.number, "status": r.status, "detail": r.detail}
                for r in windows(scene, WindowsOptions(), "")
            ],
            "zones": [
                {"name": r.name, "waiting": r.waiting, "estimate": r.estimate}
                for r in zone_waits(scene, ZoneWaitsOptions(), "")
            ],
            "layout": self.model.layout.title,
            "panels": list(self.view.shown_panels()),
            "announcements_waiting": len(self.announcer.waiting),
            "announcements_lag_s": round(self.announcer.lag_seconds, 1),
            "frames": self.view.frames,
            "stale": stale_words(scene),
        }

    def close(self) -> None:
        """Stop the clock and the voice."""
        self._tick.stop()
        self.follower.close()
        self._waits.close()
        self._figures.close()
        self.announcer.close()
        self.view.close()

    def _fresh_calls(self, now: CallsNow) -> bool:
        """The calls of this moment, on the board as it was read; its other parts follow."""
        board = self._board
        if board is None or not board.knows(now):
            return False
        self._fresh(board.with_calls(now, CALLS_READ))
        return True

    def _fresh(self, board: Board) -> None:
        self._board = board = self._order.arranged(board)
        self._clock.set_by(board.at)
        mine = self.model.calls_of(board)
        with self.model.as_one():
            self.announcer.keep(mine)
            new = self._new_calls.observe(mine, board.at)
            self.model.show_board(board)
            self.announcer.announce(new)
        self._waits.follow(board)
        self._figures.follow()

    @Slot(object)
    def _renewed(self, figures: Figures) -> None:
        self.model.show_figures(figures)

    @Slot(object)
    def _started(self, line: CallLine) -> None:
        self.model.show_announced(line)

    @Slot()
    def _rested(self) -> None:
        self.model.show_rest()

    @Slot(object)
    def _waiting(self, lines: tuple[CallLine, ...]) -> None:
        self.model.show_waiting(lines)

    @Slot(object)
    def _notice_began(self, notice: SpokenNotice) -> None:
        self.model.show_notice(notice)

    @Slot()
    def _ticked(self) -> None:
        self.announcer.look_at_clock(self.model.scene.board)
        self.model.refresh()
