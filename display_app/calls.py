"""Which calls are new, and which is announced next (播报次序): pure rules without Qt, sound or database.

The feed says only that something changed; the board is read again and compared with what was known. So a change
seen twice, late or not at all makes no difference: a call is announced once, a 重呼 once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hall.queueing.board import CallLine

ANNOUNCE_WITHIN = timedelta(seconds=60)


class NewCalls:
    """Finds the new calls in each reading of the board.

    The first reading after a start only tells what is known already: calls that were announced before a restart
    are not announced again. Calls older than ``within``, found after an outage, are shown but not announced; nor is
    a call to which somebody has come already.
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
        new = [
            line
            for line in calls
            if line.awaited and known.get(line.ticket) != line.at and at - line.at <= self._within
        ]
        return tuple(sorted(new, key=lambda line: (line.at, line.ticket)))


@dataclass(slots=True)
class _Place:
    """A call in the queue, and how many have gone before it."""

    line: CallLine
    passed: int = 0


class Waiting:
    """The calls of one zone that wait for their announcement (播报队列).

    First come, first announced; a call of a priority class goes before ordinary ones. Nobody starves: each is
    passed by a limited number only.

    Args:
        priority_run: how many priority calls may go before an ordinary one that waits.
    """

    def __init__(self, priority_run: int = 0) -> None:
        self._priority_run = priority_run
        self._places: list[_Place] = []

    def __len__(self) -> int:
        return len(self._places)

    @property
    def lines(self) -> tuple[CallLine, ...]:
        """What waits, in order."""
        return tuple(place.line for place in self._places)

    def add(self, line: CallLine) -> None:
        """Put a call where it belongs; a 重呼 of a call that still waits takes its place instead."""
        for place in self._places:
            if same(place.line, line):
                place.line = line
                return
        position = len(self._places)
        while line.priority and position and self._lets_pass(self._places[position - 1]):
            position -= 1
            self._places[position].passed += 1
        self._places.insert(position, _Place(line))

    def keep(self, calls: Sequence[CallLine]) -> None:
        """Drop what is no longer true: a ticket served, missed, moved to another window or voided before its turn.

        Paper, board and voice must name the same window (Q-02), so the old one is not spoken any more.
        """
        self._places = [place for place in self._places if is_due(place.line, calls)]

    def take(self) -> CallLine | None:
        """The next one, None when nobody waits."""
        return self._places.pop(0).line if self._places else None

    def _lets_pass(self, place: _Place) -> bool:
        return not place.line.priority and place.passed < self._priority_run


def same(one: CallLine, other: CallLine) -> bool:
    """The same ticket at the same window."""
    return (one.ticket, one.window) == (other.ticket, other.window)


def is_due(line: CallLine, calls: Sequence[CallLine]) -> bool:
    """The board still holds this call, and nobody has come yet."""
    return any(call.awaited and same(call, line) for call in calls)
