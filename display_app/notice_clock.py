"""Which spoken notices are due (语音提示): each once, at its time, while somebody is there to hear it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hall.announcements import Announcements, SpokenNotice
from hall.queueing.board import Board
from hall.staffing.window import WindowState


class NoticeClock:
    """Looked at every second; a notice that was due before it was started, or while no window serves, is left out.

    Args:
        now: the hall's clock.
    """

    def __init__(self, rules: Announcements, now: Callable[[], datetime]) -> None:
        self._rules = rules
        self._now = now
        self._last: datetime | None = None

    def due(self, board: Board | None) -> tuple[SpokenNotice, ...]:
        """What has become due since it was asked last.

        Args:
            board: as the hall stands; None when nothing is known yet.
        """
        last, self._last = self._last, self._now()
        if last is None or board is None or not any(w.state is not WindowState.CLOSED for w in board.windows):
            return ()
        return self._rules.notices_between(last, self._last)
