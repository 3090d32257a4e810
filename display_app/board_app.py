"""Puts a board together (大厅屏): reading, announcing and drawing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from display_app.announcer import Announcer
from display_app.calls import NewCalls
from display_app.desk import BoardReading, read_for_board
from display_app.follower import Follower
from display_app.hall_clock import HallClock
from display_app.screens.main_board.view import BoardView
from display_app.screens.main_board.view_model import BoardViewModel
from display_app.waits_watch import WaitsWatch
from hall.ports import Store
from hall.queueing.board import CallLine
from qt_common.runner import Runner

TICK_MS = 1000


class BoardApp(QObject):
    """A running board; `view` is its window, `follower.slots` takes the feed's signals.

    Args:
        waits: forecasts the waits of the zones beside the reading, which only takes what is known of them.
        branch: the 分大厅 it hangs in.
    """

    def __init__(
        self,
        store: Store,
        runner: Runner,
        model: BoardViewModel,
        announcer: Announcer,
        clock: HallClock,
        waits: WaitsWatch,
        branch: str = "",
    ) -> None:
        super().__init__()
        self.model = model
        self.announcer = announcer
        self._clock = clock
        self._new_calls = NewCalls()
        self.view = BoardView(model)
        self.follower = Follower(
            runner,
            lambda: read_for_board(store, waits.latest(), branch),
            fresh=self._fresh,
            offline=model.show_offline,
            parent=self,
        )
        self._waits = waits
        waits.renewed.connect(self.follower.slots.refresh)
        announcer.started.connect(self._started)
        announcer.rested.connect(self._rested)
        announcer.waiting_changed.connect(self._waiting)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self._tick.start()

    def describe(self) -> dict[str, Any]:
        """What the board shows, for the demo and the tests; all of it is public."""
        state = self.model.state
        return {
            "app": "display",
            "screen": "main_board",
            "hero": {
                "text": state.hero.text,
                "label": state.hero.label,
                "window": int(state.hero.window),
                "announcing": state.hero.announcing,
            }
            if state.hero
            else None,
            "calls": [{"label": r.label, "window": r.window, "stage": str(r.stage)} for r in state.calls],
            "windows": [{"number": r.number, "status": r.status, "detail": r.detail} for r in state.windows],
            "zones": [{"name": r.name, "waiting": r.waiting, "estimate": r.estimate} for r in state.zones],
            "stale": state.head.stale,
        }

    def close(self) -> None:
        """Stop the clock and the voice."""
        self._tick.stop()
        self.follower.close()
        self._waits.close()
        self.announcer.close()
        self.view.close()

    def _fresh(self, reading: BoardReading) -> None:
        self._clock.set_by(reading.board.at)
        mine = self.model.calls_of(reading.board)
        self.announcer.keep(mine)
        new = self._new_calls.observe(mine, reading.board.at)
        self.model.show_reading(reading)
        self.announcer.announce(new)
        self._waits.follow(reading.board)

    @Slot(object)
    def _started(self, line: CallLine) -> None:
        self.model.show_announced(line)

    @Slot()
    def _rested(self) -> None:
        self.model.show_rest()

    @Slot(object)
    def _waiting(self, lines: tuple[CallLine, ...]) -> None:
        self.model.show_waiting(lines)

    @Slot()
    def _ticked(self) -> None:
        self.model.refresh()
