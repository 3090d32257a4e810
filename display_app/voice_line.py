"""The line to the voice (播报线路): blocking speech through the voice's supervisor, for the announcement queue.

A voice that hangs delays nobody: what has not begun in time is given up and not spoken later, and until the voice
has come back nothing is waited for. It comes back by itself.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout

from devices.core.errors import Busy, Canceled, DeviceTimeout
from devices.core.supervisor import DeviceSupervisor
from devices.voice.interface import Delivery, Utterance, Voice

log = logging.getLogger(__name__)

BEGIN_SECONDS = 3.0
SECONDS_A_CHARACTER = 0.4  # at the usual rate; generous, since nothing may be cut off
MARGIN_SECONDS = 10.0


class VoiceLine:
    """Speaks on the voice's own thread and waits there for the end.

    Args:
        supervisor: of the voice; who made it starts and stops it.
        begin_seconds: within these the sound must begin.
        margin_seconds: added to what the utterance may take.
    """

    def __init__(
        self,
        supervisor: DeviceSupervisor[Voice],
        *,
        begin_seconds: float = BEGIN_SECONDS,
        margin_seconds: float = MARGIN_SECONDS,
    ) -> None:
        self._supervisor = supervisor
        self._begin_seconds = begin_seconds
        self._margin_seconds = margin_seconds
        self._hanging: Future[None] | None = None

    def say(self, utterance: Utterance, delivery: Delivery) -> None:
        """Speak; returns when it has been spoken.

        Raises:
            Busy: the voice still hangs in an earlier announcement.
            DeviceTimeout: it did not begin, or not end, in time.
            DeviceError: the voice is away, or failed.
        """
        if self._hanging is not None and not self._hanging.done():
            raise Busy("the voice hangs")
        attempt = _Attempt(delivery)
        future = self._supervisor.submit(lambda voice: voice.say(utterance, attempt.delivery))
        future.add_done_callback(lambda _: attempt.turning_point.set())
        attempt.turning_point.wait(self._begin_seconds)
        if not future.done() and attempt.give_up_unless_begun():
            self._leave(future)
            raise DeviceTimeout(f"the voice did not begin within {self._begin_seconds:g} s", outcome_known=True)
        longest = longest_seconds(utterance) + self._margin_seconds
        try:
            future.result(longest)
        except FutureTimeout:
            if future.done():
                raise  # the voice's own
            attempt.give_up()
            self._leave(future)
            raise DeviceTimeout(f"the voice did not end within {longest:.0f} s", outcome_known=False) from None

    def _leave(self, future: Future[None]) -> None:
        if not future.cancel():
            self._hanging = future
            log.warning("the voice hangs; announcements are only shown until it comes back")


class _Attempt:
    """One utterance on its way; given up, it neither begins nor goes on."""

    def __init__(self, delivery: Delivery) -> None:
        self.turning_point = threading.Event()  # it has begun, or is over
        self._wanted_by = delivery
        self._lock = threading.Lock()
        self._begun = self._given_up = False
        self.delivery = Delivery(self._begins, self._is_wanted)

    def give_up_unless_begun(self) -> bool:
        """True when it had not begun, and now never will."""
        with self._lock:
            self._given_up = not self._begun
            return self._given_up

    def give_up(self) -> None:
        with self._lock:
            self._given_up = True

    def _begins(self) -> None:
        with self._lock:
            if self._given_up:
                raise Canceled("given up before it began")
            self._begun = True
        self._wanted_by.began()
        self.turning_point.set()

    def _is_wanted(self) -> bool:
        return not self._given_up and self._wanted_by.wanted()


def longest_seconds(utterance: Utterance) -> float:
    """More than the utterance can take."""
    once = sum(2.0 + SECONDS_A_CHARACTER * len(phrase.text) * 100 / phrase.rate for phrase in utterance.phrases)
    return 2.0 + once * utterance.repeat
