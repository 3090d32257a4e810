"""Many boards without a screen in one process: feed, follower and readings are the real ones, each with a database
connection and threads of its own; only the painting is left out.

``python -m benchmarks.board_followers URL KEYS COUNT FILE`` writes a JSON line to FILE when a board has a new call.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication

from db.crypto import load_keys
from db.store import SqlStore, open_store
from display_app.desk import CALLS_READ, read_for_board
from display_app.follower import Follower, Urgent
from hall.queueing.board import Board, CallsNow
from qt_common.change_bridge import ChangeBridge
from qt_common.runner import Runner
from qt_common.termination import Termination

SWITCH_SECONDS = 0.001  # as `display_app.main` has it


class UnseenBoard:
    """A board that nobody looks at.

    Args:
        told: takes the line about each new call.
    """

    def __init__(self, number: int, store: SqlStore, told: TextIO) -> None:
        self._number = number
        self._told = told
        self._seen: set[tuple[int, object]] = set()
        self._board: Board | None = None
        self._runner = Runner(f"board-{number}")
        self._follower = Follower(
            self._runner,
            lambda: read_for_board(store),
            fresh=self._fresh,
            offline=lambda: None,
            urgent=Urgent(lambda feed: feed.calls_now(), self._fresh_calls),
        )
        self._bridge = ChangeBridge(store.feed, prompt=self._follower.prompt)
        self._bridge.changed.connect(self._follower.slots.changed)
        self._bridge.refresh_all.connect(self._follower.slots.refresh)
        self._bridge.online.connect(self._follower.slots.online)
        self._bridge.start()

    def close(self) -> None:
        """End its threads."""
        self._follower.close()
        self._bridge.close()
        self._runner.close()

    def _fresh_calls(self, now: CallsNow) -> bool:
        if self._board is None or not self._board.knows(now):
            return False
        self._fresh(self._board.with_calls(now, CALLS_READ))
        return True

    def _fresh(self, board: Board) -> None:
        first, self._board = self._board is None, board
        if first:
            self._tell(label="")
        for line in board.calls:
            if (line.ticket, line.at) not in self._seen:
                self._seen.add((line.ticket, line.at))
                self._tell(label=line.label)

    def _tell(self, label: str) -> None:
        line = {"at": time.monotonic(), "board": self._number, "label": label}
        self._told.write(json.dumps(line) + "\n")


def main(url: str, keys: str, count: str, file: str) -> None:
    """Follow the database with ``count`` boards until terminated."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QCoreApplication(sys.argv[:1])
    termination = Termination(app)
    with Path(file).open("a", encoding="utf-8", buffering=1) as told:
        store = open_store(url, load_keys(Path(keys)))
        boards = [UnseenBoard(number, store, told) for number in range(int(count))]
        gc.collect()  # as `display_app.main` does
        gc.freeze()
        app.exec()
        for board in boards:
            board.close()
        store.close()
    del termination


if __name__ == "__main__":
    main(*sys.argv[1:])
