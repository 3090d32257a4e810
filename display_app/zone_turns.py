"""The queues of several zones on one loudspeaker (分区播报): they take turns and never speak at once."""

from __future__ import annotations

from collections.abc import Sequence

from display_app.calls import Waiting
from hall.announcements import SpokenNotice
from hall.queueing.board import CallLine

NOTICE_PASSED_BY = 6  # calls that may go before a notice that waits


class ZoneTurns:
    """One queue for each zone; the next call comes from the zone whose turn is longest ago.

    So a zone with one call never waits for the whole backlog of another, at most for one call of each. Notices
    (语音提示) come when no call waits, or after a few calls have gone before them.

    Args:
        priority_run: as in `Waiting`.
    """

    def __init__(self, priority_run: int = 0) -> None:
        self._priority_run = priority_run
        self._queues: dict[str, Waiting] = {}  # the one whose turn is longest ago first
        self._notices: list[SpokenNotice] = []
        self._notice_passed = 0

    def __len__(self) -> int:
        return sum(map(len, self._queues.values()))

    @property
    def lines(self) -> tuple[CallLine, ...]:
        """The calls that wait, zone by zone."""
        return tuple(line for queue in self._queues.values() for line in queue.lines)

    def add(self, line: CallLine) -> None:
        """Into the queue of its zone, see `Waiting.add`."""
        self._queues.setdefault(line.zone, Waiting(self._priority_run)).add(line)

    def add_notice(self, notice: SpokenNotice) -> None:
        """After those that wait; one that waits already is not doubled."""
        if notice not in self._notices:
            self._notices.append(notice)

    def keep(self, calls: Sequence[CallLine]) -> None:
        """Drop what is no longer true, see `Waiting.keep`."""
        for queue in self._queues.values():
            queue.keep(calls)

    def take(self) -> CallLine | SpokenNotice | None:
        """The next one, None when nothing waits."""
        line = None if self._notices and self._notice_passed >= NOTICE_PASSED_BY else self._take_call()
        if line is not None:
            self._notice_passed += bool(self._notices)
            return line
        self._notice_passed = 0
        return self._notices.pop(0) if self._notices else None

    def _take_call(self) -> CallLine | None:
        for zone, queue in self._queues.items():
            if queue:
                self._queues[zone] = self._queues.pop(zone)  # to the end
                return queue.take()
        return None
