"""Which calls are new, and which is announced next (播报次序): pure rules without Qt, sound or database.

The feed says only that something changed; the board is read again and compared with what was known. So a change
seen twice, late or not at all makes no difference: a call is announced once, a 重呼 once more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta

from hall.queueing.board import CallLine

ANNOUNCE_WITHIN = timedelta(seconds=60)


class NewCalls:
    """Finds the new calls in each reading of the board.

    The first reading after a start only tells what is known already: calls that were announced before a restart
    are not announced again. Calls older than ``within``, found after an outage, are shown but not announced.
    """

    def __init__(self, within: timedelta = ANNOUNCE_WITHIN) -> None:
        self._within = within
        self._known: dict[int, datetime] | None = None

    def observe(self, calls: Sequence[CallLine], at: datetime) -> tuple[CallLine, ...]:
        """The calls to announce, oldest first.

        Args:
            calls: the board's calls; more than it shows, so that many calls at once are all found.
            at: the database's clock when they were read.
        """
        known, self._known = self._known, {line.ticket: line.at for line in calls}
        if known is None:
            return ()
        new = [line for line in calls if known.get(line.ticket) != line.at and at - line.at <= self._within]
        return tuple(sorted(new, key=lambda line: (line.at, line.ticket)))


class Waiting:
    """Calls that wait for their announcement, first come first announced."""

    def __init__(self) -> None:
        self._lines: deque[CallLine] = deque()

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def lines(self) -> tuple[CallLine, ...]:
        """What waits, in order."""
        return tuple(self._lines)

    def add(self, line: CallLine) -> None:
        """Put a call at the end; a 重呼 of a call that still waits takes its place instead."""
        for index, waiting in enumerate(self._lines):
            if waiting.ticket == line.ticket and waiting.window == line.window:
                self._lines[index] = line
                return
        self._lines.append(line)

    def keep(self, calls: Sequence[CallLine]) -> None:
        """Drop what the board no longer holds: a ticket moved to another window or voided before its turn.

        Paper, board and voice must name the same window (Q-02), so the old one is not spoken any more.
        """
        valid = {(line.ticket, line.window) for line in calls}
        self._lines = deque(line for line in self._lines if (line.ticket, line.window) in valid)

    def take(self) -> CallLine | None:
        """The next one, None when nobody waits."""
        return self._lines.popleft() if self._lines else None
