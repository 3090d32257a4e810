"""The order of calls on a board whose database's clock may be set back (叫号次序).

Calls are ordered by when they were made. After the clock was set back by an hour the newest call would stand below
those of the last hour; so what is seen first after the jump counts as that much later.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hall.queueing.board import Board, CallLine

STEP = timedelta(seconds=2)  # a clock that is steered goes back by less


class CallOrder:
    """Puts the calls of each reading into the order in which they were made, newest first."""

    def __init__(self) -> None:
        self._read: datetime | None = None
        self._set_back = timedelta(0)
        self._moments: dict[tuple[int, datetime], datetime] = {}

    def arranged(self, board: Board) -> Board:
        """The board with its calls in order; to be given every reading, one after the other."""
        if self._read is not None and self._read - board.at > STEP:
            self._set_back += self._read - board.at
        self._read = board.at
        known, self._moments = self._moments, {}
        for line in board.calls:
            self._moments[line.ticket, line.at] = known.get((line.ticket, line.at), line.at + self._set_back)
        return replace(board, calls=tuple(sorted(board.calls, key=self._moment, reverse=True)))

    def _moment(self, line: CallLine) -> tuple[datetime, int]:
        return self._moments[line.ticket, line.at], line.ticket
