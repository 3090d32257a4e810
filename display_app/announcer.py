"""Announces calls one after the other on one loudspeaker (播报): big call and voice change together (D-05, Q-02).

- A call becomes big when its sound begins, and stays until it has been spoken; without a voice, in the quiet hours,
  or when the voice fails, it is big for ``hold_ms``, so that it can be read. What has begun is never cut off.
- A 重呼 of a call that waits, or is only being prepared, merges with it; the one being spoken is spoken again.
- A ticket that was served, missed, moved or voided before its sound began is neither spoken nor shown big.
- When many wait, each is spoken once, briefly, in Chinese only and without a chime: the voice must not lag behind.
- A voice that fails or hangs delays nobody: the board goes on, and speaks again when the voice is back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from devices.core.errors import Canceled
from devices.voice.announcement_queue import Announcement, AnnouncementQueue, Say
from display_app.calls import is_due, same
from display_app.wording import utterance_of
from display_app.zone_turns import ZoneTurns
from hall.announcements import Announcements, SpokenNotice
from hall.queueing.board import CallLine
from qt_common.runner import Mailbox

log = logging.getLogger(__name__)

HOLD_MS = 5000
CROWDED_HOLD_MS = 3000
STOP_SECONDS = 3.0


class Announcer(QObject):
    """Takes new calls and announces them in turn.

    Args:
        rules: wording, repeats, chime, quiet hours and order of the hall.
        say: speaks and returns when it has been spoken; None for a display without a voice.
        now: the hall's clock.
        hold_ms: how long a call stays big at least, in milliseconds.
    """

    started = Signal(object)  # CallLine
    rested = Signal()
    waiting_changed = Signal(object)  # tuple[CallLine, ...]
    notice_began = Signal(object)  # SpokenNotice

    def __init__(
        self,
        rules: Announcements,
        say: Say | None,
        now: Callable[[], datetime],
        *,
        hold_ms: int = HOLD_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._now = now
        self._hold_ms = hold_ms
        self._turns = ZoneTurns(rules.priority_run)
        self._current: CallLine | SpokenNotice | None = None
        self._serial = count(1)
        self._subject = ""
        self._begun = self._over = False  # of the current one
        self._closed = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self._go_on)
        self._mailbox = Mailbox(self)
        self._queue: AnnouncementQueue | None = None
        if say is not None:
            self._queue = AnnouncementQueue(say, on_started=self._voice_began, on_finished=self._voice_ended)
            self._queue.start()

    @property
    def current(self) -> CallLine | None:
        """The call being announced, or about to be."""
        return self._current if isinstance(self._current, CallLine) else None

    @property
    def waiting(self) -> tuple[CallLine, ...]:
        """The calls whose turn has not come."""
        return self._turns.lines

    @property
    def lag_seconds(self) -> float:
        """How long the call has waited that waits longest for its announcement; 0 when none does."""
        now = self._now()
        return max((max((now - line.at).total_seconds(), 0.0) for line in self._turns.lines), default=0.0)

    def announce(self, lines: Sequence[CallLine]) -> None:
        """Announce these in their turn; nothing after `close`."""
        if self._closed:
            return
        for line in lines:
            if self.current is not None and not self._begun and same(self.current, line):
                self._current = line
            else:
                self._turns.add(line)
        self._tell_waiting()
        self._begin_if_idle()

    def announce_notice(self, notice: SpokenNotice) -> None:
        """Speak a notice when no call waits; not at all in the quiet hours or without a voice."""
        if not self._closed:
            self._turns.add_notice(notice)
            self._begin_if_idle()

    def keep(self, calls: Sequence[CallLine]) -> None:
        """Forget calls that are no longer true before their sound begins; what has begun is finished."""
        before = self._turns.lines
        self._turns.keep(calls)
        if self._turns.lines != before:
            self._tell_waiting()
        if (
            self._queue is not None
            and not self._begun
            and self.current is not None
            and not is_due(self.current, calls)
        ):
            self._queue.withdraw(self._subject)

    def close(self) -> None:
        """Say nothing more; what is being spoken ends at once."""
        self._closed = True
        self._hold.stop()
        self._mailbox.close()
        if self._queue is not None:
            self._queue.stop(drop_waiting=True, cut=True, timeout=STOP_SECONDS)

    def _begin_if_idle(self) -> None:
        if self._current is None:
            self._next()

    def _next(self) -> None:
        was_busy = self._current is not None
        crowded = len(self._turns) >= self._rules.short_from
        spoken = self._queue is not None and not self._rules.is_quiet(self._now())
        what = self._turns.take()
        while isinstance(what, SpokenNotice) and not spoken:
            what = self._turns.take()
        self._current = what
        if what is None:
            if was_busy:
                self.rested.emit()
            return
        if isinstance(what, CallLine):
            self._tell_waiting()
        hold_ms = 0 if isinstance(what, SpokenNotice) else self._hold_ms
        self._hold.setInterval(min(hold_ms, CROWDED_HOLD_MS) if crowded else hold_ms)
        self._begun, self._over = False, not spoken
        if self._queue is None or not spoken:
            self._show()
            return
        self._subject = str(next(self._serial))
        chime = self._rules.chime and not (crowded and was_busy)
        utterance = utterance_of(what, self._rules, chime=chime, brief=crowded)
        self._queue.announce(Announcement(utterance, self._subject))

    def _show(self) -> None:
        self._begun = True
        self._hold.start()
        if isinstance(self._current, CallLine):
            self.started.emit(self._current)
        elif self._current is not None:
            self.rested.emit()
            self.notice_began.emit(self._current)

    @Slot()
    def _go_on(self) -> None:
        if self._current is not None and self._over and not self._hold.isActive():
            self._next()

    def _tell_waiting(self) -> None:
        self.waiting_changed.emit(self._turns.lines)

    # ---- called on the voice's threads: hand over and return ----------------------------------------------

    def _voice_began(self, announcement: Announcement) -> None:
        self._mailbox.post(self._on_began, announcement.subject)

    def _voice_ended(self, announcement: Announcement, failure: Exception | None) -> None:
        self._mailbox.post(self._on_ended, (announcement.subject, failure))

    def _on_began(self, subject: str) -> None:
        if subject == self._subject and self._current is not None:
            self._show()

    def _on_ended(self, ended: tuple[str, Exception | None]) -> None:
        subject, failure = ended
        if subject != self._subject or self._current is None:
            return
        self._over = True
        if not self._begun and not isinstance(failure, Canceled):
            log.warning("an announcement was shown but not spoken: %s", failure)
            self._show()
        self._go_on()
