"""All loudspeakers of one display (分区播报): each zone's calls go to its own, and the board sees one announcer.

Calls on one loudspeaker follow each other; those of two loudspeakers may be spoken at the same time. Then the call
that began last is big, and the other becomes big again if it is still being spoken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from display_app.announcer import Announcer
from display_app.notice_clock import NoticeClock
from hall.queueing.board import Board, CallLine


class Loudspeakers(QObject):
    """Shares the calls out among announcers; its signals are those of `Announcer`.

    Args:
        usual: announces for the zones that have no loudspeaker of their own.
        by_zone: the others; several zones may share one.
        notices: which spoken notices are due; None for none.
    """

    started = Signal(object)  # CallLine
    rested = Signal()
    waiting_changed = Signal(object)  # tuple[CallLine, ...]
    notice_began = Signal(object)  # SpokenNotice

    def __init__(
        self,
        usual: Announcer,
        by_zone: Mapping[str, Announcer] | None = None,
        notices: NoticeClock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._usual = usual
        self._by_zone = dict(by_zone or {})
        self._all = tuple(dict.fromkeys((usual, *self._by_zone.values())))
        self._heard: dict[Announcer, CallLine] = {}  # the one that began last is last
        for announcer in self._all:
            announcer.setParent(self)
            self._listen(announcer)

    @property
    def announcing(self) -> tuple[CallLine, ...]:
        """The calls that are announced now."""
        return tuple(self._heard.values())

    @property
    def current(self) -> CallLine | None:
        """The call being announced, or about to be."""
        return next((announcer.current for announcer in self._all if announcer.current is not None), None)

    @property
    def waiting(self) -> tuple[CallLine, ...]:
        """All calls whose turn has not come."""
        return tuple(line for announcer in self._all for line in announcer.waiting)

    @property
    def lag_seconds(self) -> float:
        """How long the call has waited that waits longest."""
        return max(announcer.lag_seconds for announcer in self._all)

    def announce(self, lines: Sequence[CallLine]) -> None:
        """As `Announcer.announce`, each call on its zone's loudspeaker."""
        for announcer in self._all:
            mine = [line for line in lines if self._by_zone.get(line.zone, self._usual) is announcer]
            if mine:
                announcer.announce(mine)

    def look_at_clock(self, board: Board | None) -> None:
        """Announce everywhere the notices that are due; call it every second with what is known of the hall."""
        for notice in self._notices.due(board) if self._notices is not None else ():
            for announcer in self._all:
                announcer.announce_notice(notice)

    def keep(self, calls: Sequence[CallLine]) -> None:
        """As `Announcer.keep`."""
        for announcer in self._all:
            announcer.keep(calls)

    def close(self) -> None:
        """Say nothing more."""
        for announcer in self._all:
            announcer.close()

    def _listen(self, announcer: Announcer) -> None:
        announcer.started.connect(lambda line: self._began(announcer, line))
        announcer.rested.connect(lambda: self._ended(announcer))
        announcer.waiting_changed.connect(lambda _: self.waiting_changed.emit(self.waiting))
        announcer.notice_began.connect(self.notice_began)

    def _began(self, announcer: Announcer, line: CallLine) -> None:
        self._heard.pop(announcer, None)
        self._heard[announcer] = line
        self.started.emit(line)

    def _ended(self, announcer: Announcer) -> None:
        if self._heard.pop(announcer, None) is None:
            return
        if self._heard:
            self.started.emit(next(reversed(self._heard.values())))
        else:
            self.rested.emit()
