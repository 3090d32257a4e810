"""The simulated day's clock and its agenda (虚拟时钟、日程)."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable
from datetime import datetime, timedelta


class VirtualClock:
    """The hall's time as the database is given it; waits in real time when it is paced.

    Args:
        start: first moment, with the hall's zone.
        speed: virtual seconds a real second; 0 does not wait at all.
    """

    def __init__(self, start: datetime, *, speed: float = 0.0) -> None:
        self._start = self._now = start
        self._speed = speed
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        return self._now

    def advance_to(self, moment: datetime) -> None:
        """Go on to ``moment``; never back."""
        if self._speed > 0:
            due = self._began + (moment - self._start).total_seconds() / self._speed
            time.sleep(max(due - time.monotonic(), 0.0))
        self._now = max(self._now, moment)


class Agenda:
    """What will happen when; equal moments keep the order in which they were entered."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._entries: list[tuple[datetime, int, Callable[[], None]]] = []
        self._entered = 0

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    def at(self, moment: datetime, action: Callable[[], None]) -> None:
        """Enter an action; one whose moment has passed comes next."""
        heapq.heappush(self._entries, (max(moment, self.now), self._entered, action))
        self._entered += 1

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Enter an action ``seconds`` from now."""
        self.at(self.now + timedelta(seconds=seconds), action)

    def run(self) -> None:
        """Until nothing is left."""
        while self._entries:
            moment, _, action = heapq.heappop(self._entries)
            self._clock.advance_to(moment)
            action()
