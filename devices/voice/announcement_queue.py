"""The announcement queue (播报队列): one at a time, in order, never cutting each other off.

Rules: an announcement that has begun is always finished; there is no priority; `pause` lets the present one end
and keeps the rest; `stop` drains. The board shows a call when ``on_started`` comes and rests when ``on_finished``
comes, so that voice and board stay in step. A voice that fails does not hold up the next announcement: the
failure goes to ``on_finished``.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from devices.core.errors import Canceled
from devices.voice.interface import Utterance

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing to announce (播报).

    Attributes:
        text: what is spoken.
        subject: the caller's key, such as a call's id, to find what to show; not interpreted here.
        repeat: how often the text is spoken (⚙ 2).
        chime: a 叮咚 goes before it.
    """

    text: str
    subject: str = ""
    repeat: int = 2
    chime: bool = True


Started = Callable[[Announcement], None]
Finished = Callable[[Announcement, Exception | None], None]


class AnnouncementQueue:
    """Speaks announcements on a thread of its own.

    Args:
        say: speaks and returns when it has been spoken; raises `DeviceError`. Usually the voice behind its
            supervisor: ``lambda utterance: voices.submit(lambda voice: voice.say(utterance)).result()``.
        on_started, on_finished: called on the queue's thread; they hand over to their own thread and return.
    """

    def __init__(self, say: Callable[[Utterance], None], *, on_started: Started, on_finished: Finished) -> None:
        self._say = say
        self._on_started = on_started
        self._on_finished = on_finished
        self._changed = threading.Condition()
        self._waiting: deque[Announcement] = deque()
        self._paused = False
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="announcements", daemon=True)

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """Not yet begun, in order."""
        with self._changed:
            return tuple(self._waiting)

    def start(self) -> None:
        """Start speaking; once."""
        self._thread.start()

    def announce(self, announcement: Announcement) -> None:
        """Put it at the end.

        Raises:
            Canceled: the queue was stopped.
        """
        with self._changed:
            if self._ending:
                raise Canceled("the announcement queue was stopped")
            self._waiting.append(announcement)
            self._changed.notify_all()

    def pause(self) -> None:
        """Begin nothing new; what is being spoken is finished."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on after `pause`."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def stop(self, *, drop_waiting: bool = False, timeout: float | None = None) -> bool:
        """Take nothing new, speak what waits (also after `pause`), end the thread.

        Args:
            drop_waiting: what has not begun is not spoken; its ``on_finished`` gets `Canceled`.
            timeout: seconds to wait for the end; None waits as long as it takes.

        Returns:
            True when all is over; False when the time was too short (the thread ends by itself later).
        """
        with self._changed:
            self._ending = True
            self._paused = False
            dropped = list(self._waiting) if drop_waiting else []
            if drop_waiting:
                self._waiting.clear()
            self._changed.notify_all()
        for announcement in dropped:
            self._notify_finished(announcement, Canceled("the queue was stopped before its turn"))
        if not self._thread.is_alive():
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _next(self) -> Announcement | None:
        with self._changed:
            while not self._ending and (self._paused or not self._waiting):
                self._changed.wait()
            return self._waiting.popleft() if self._waiting else None

    def _run(self) -> None:
        while (announcement := self._next()) is not None:
            self._notify_started(announcement)
            failure: Exception | None = None
            try:
                self._say(Utterance(announcement.text, announcement.chime, announcement.repeat))
            except Exception as error:  # noqa: BLE001  edge of the thread: the next one must still be spoken
                logger.warning("announcement failed: %s: %s", type(error).__name__, error)
                failure = error
            self._notify_finished(announcement, failure)

    def _notify_started(self, announcement: Announcement) -> None:
        try:
            self._on_started(announcement)
        except Exception:  # a board that fails must not silence the voice
            logger.exception("on_started failed")

    def _notify_finished(self, announcement: Announcement, failure: Exception | None) -> None:
        try:
            self._on_finished(announcement, failure)
        except Exception:  # edge of the thread, as above
            logger.exception("on_finished failed")
