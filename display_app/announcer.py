"""Announces calls one after the other (播报): the big call on the board and the voice change together (D-05).

Whether a voice is there or not, a call stays big for ``hold_ms`` at least, so that it can be read; with a voice it
stays until it has been spoken. A voice that fails delays nobody: the board goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from devices.voice.announcement_queue import Announcement, AnnouncementQueue
from devices.voice.interface import Utterance
from display_app.calls import Waiting
from hall.profile import Announcements
from hall.queueing.board import CallLine
from qt_common.runner import Mailbox

log = logging.getLogger(__name__)

HOLD_MS = 5000
STOP_SECONDS = 3.0

Say = Callable[[Utterance], None]


class Announcer(QObject):
    """Takes new calls and announces them in order.

    Args:
        rules: wording, repeats and chime of the hall.
        say: speaks and returns when it has been spoken; None for a display without a voice.
        hold_ms: how long a call stays big at least, in milliseconds.
    """

    started = Signal(object)  # CallLine
    rested = Signal()
    waiting_changed = Signal(object)  # tuple[CallLine, ...]

    def __init__(
        self, rules: Announcements, say: Say | None, *, hold_ms: int = HOLD_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._waiting = Waiting()
        self._current: CallLine | None = None
        self._serial = count(1)
        self._subject = ""
        self._spoken = True
        self._closed = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(hold_ms)
        self._hold.timeout.connect(self._go_on)
        self._mailbox = Mailbox(self)
        self._queue: AnnouncementQueue | None = None
        if say is not None:
            self._queue = AnnouncementQueue(say, on_started=self._voice_began, on_finished=self._voice_ended)
            self._queue.start()

    @property
    def current(self) -> CallLine | None:
        """The call being announced."""
        return self._current

    def announce(self, lines: Sequence[CallLine]) -> None:
        """Announce these after what waits already; nothing after `close`."""
        if self._closed:
            return
        for line in lines:
            self._waiting.add(line)
        self._tell_waiting()
        if self._current is None:
            self._next()

    def keep(self, calls: Sequence[CallLine]) -> None:
        """Forget waiting calls that are no longer true; what has begun is finished."""
        before = len(self._waiting)
        self._waiting.keep(calls)
        if len(self._waiting) != before:
            self._tell_waiting()

    def close(self) -> None:
        """Say nothing more."""
        self._closed = True
        self._hold.stop()
        self._mailbox.close()
        if self._queue is not None:
            self._queue.stop(drop_waiting=True, timeout=STOP_SECONDS)

    def text_of(self, line: CallLine) -> str:
        """The spoken wording of a call."""
        return self._rules.voice_text.format(number=line.label, window=line.window)

    def _next(self) -> None:
        line = self._waiting.take()
        self._current = line
        if line is None:
            self.rested.emit()
            return
        self._tell_waiting()
        if self._queue is None:
            self._show(line)
            return
        self._spoken = False
        self._subject = str(next(self._serial))
        self._queue.announce(
            Announcement(self.text_of(line), self._subject, max(self._rules.repeat, 1), self._rules.chime)
        )

    def _show(self, line: CallLine) -> None:
        self._hold.start()
        self.started.emit(line)

    @Slot()
    def _go_on(self) -> None:
        if self._current is not None and self._spoken and not self._hold.isActive():
            self._next()

    def _tell_waiting(self) -> None:
        self.waiting_changed.emit(self._waiting.lines)

    # ---- called on the queue's thread: hand over and return -----------------------------------------------

    def _voice_began(self, announcement: Announcement) -> None:
        self._mailbox.post(self._on_began, announcement.subject)

    def _voice_ended(self, announcement: Announcement, failure: Exception | None) -> None:
        self._mailbox.post(self._on_ended, (announcement.subject, failure))

    def _on_began(self, subject: str) -> None:
        if subject == self._subject and self._current is not None:
            self._show(self._current)

    def _on_ended(self, ended: tuple[str, Exception | None]) -> None:
        subject, failure = ended
        if failure is not None:
            log.warning("a call was shown but not spoken: %s", failure)
        if subject == self._subject:
            self._spoken = True
            self._go_on()
