"""The announcement queue (播报队列): one at a time, in order, never cutting each other off.

Rules: an announcement that has begun is always finished, unless the program closes; one that has not begun can be
withdrawn; which one comes first is the caller's business. The board shows a call when ``on_started`` comes and
rests when ``on_finished`` comes, so that voice and board stay in step. A voice that fails does not hold up the next
announcement: the failure goes to ``on_finished``.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from devices.core.errors import Canceled
from devices.voice.interface import Delivery, Utterance

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One thing to announce (播报).

    Attributes:
        utterance: what is spoken, and how.
        subject: the caller's key, to find what to show; not interpreted here.
    """

    utterance: Utterance
    subject: str = ""


Started = Callable[[Announcement], None]
Finished = Callable[[Announcement, Exception | None], None]
Say = Callable[[Utterance, Delivery], None]


class AnnouncementQueue:
    """Speaks announcements on a thread of its own.

    Args:
        say: speaks and returns when it has been spoken; raises `DeviceError`. Usually the voice behind its
            supervisor. It tells by the delivery when the sound begins.
        on_started: the sound begins; called on a thread of the voice. One that failed before never starts.
        on_finished: it is over, or failed; called on the queue's thread. Both hand over and return.
    """

    def __init__(self, say: Say, *, on_started: Started, on_finished: Finished) -> None:
        self._say = say
        self._on_started = on_started
        self._on_finished = on_finished
        self._changed = threading.Condition()
        self._waiting: deque[Announcement] = deque()
        self._begun = False  # the present one is heard
        self._withdrawn = False  # the present one is to be kept silent
        self._present: Announcement | None = None
        self._ending = self._cut = False
        self._thread = threading.Thread(target=self._run, name="announcements", daemon=True)

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        """Not yet begun, in order; without the one that is being prepared."""
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

    def withdraw(self, subject: str) -> bool:
        """Do not speak it after all; its ``on_finished`` gets `Canceled`.

        Returns:
            False when it is heard already, or over.
        """
        with self._changed:
            if self._present is not None and self._present.subject == subject:
                self._withdrawn = not self._begun
                return self._withdrawn
            dropped = [announcement for announcement in self._waiting if announcement.subject == subject]
            for announcement in dropped:
                self._waiting.remove(announcement)
        for announcement in dropped:
            self._notify_finished(announcement, Canceled("withdrawn before its turn"))
        return bool(dropped)

    def stop(self, *, drop_waiting: bool = False, cut: bool = False, timeout: float | None = None) -> bool:
        """Take nothing new, speak what waits, end the thread.

        Args:
            drop_waiting: what has not begun is not spoken; its ``on_finished`` gets `Canceled`.
            cut: what is being spoken ends at once too.
            timeout: seconds to wait for the end; None waits as long as it takes.

        Returns:
            True when all is over; False when the time was too short (the thread ends by itself later).
        """
        with self._changed:
            self._ending = True
            self._cut = self._cut or cut
            dropped = list(self._waiting) if drop_waiting else []
            if drop_waiting:
                self._waiting.clear()
                self._withdrawn = not self._begun
            self._changed.notify_all()
        for announcement in dropped:
            self._notify_finished(announcement, Canceled("the queue was stopped before its turn"))
        if not self._thread.is_alive():
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _next(self) -> Announcement | None:
        with self._changed:
            while not self._ending and not self._waiting:
                self._changed.wait()
            self._present = self._waiting.popleft() if self._waiting else None
            self._begun = self._withdrawn = False
            return self._present

    def _run(self) -> None:
        while (announcement := self._next()) is not None:
            failure: Exception | None = None
            try:
                self._say(announcement.utterance, Delivery(self._begins, self._is_wanted))
            except Canceled as error:
                failure = error
            except Exception as error:  # noqa: BLE001  edge of the thread: the next one must still be spoken
                logger.warning("announcement failed: %s: %s", type(error).__name__, error)
                failure = error
            with self._changed:
                self._present = None
            self._notify_finished(announcement, failure)

    def _begins(self) -> None:
        """The sound of the present one begins.

        Raises:
            Canceled: it was withdrawn meanwhile.
        """
        with self._changed:
            announcement = self._present
            if announcement is None or self._withdrawn or self._cut:
                raise Canceled("withdrawn before it began")
            first, self._begun = not self._begun, True
        if first:
            self._notify_started(announcement)

    def _is_wanted(self) -> bool:
        return not self._cut

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
