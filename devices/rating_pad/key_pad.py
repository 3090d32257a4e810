"""Driver of rating pads with keys (按键评价器驱动): PJ06, and pads that only send digits; what each key means."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from devices.codec.pj06 import ASK, FIRST_KEY, WELCOME, BurstReader, Key, encode_levels, encode_timeout
from devices.core.clock import utc_now
from devices.core.errors import DeviceError
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport
from devices.rating_pad.interface import Answer

log = logging.getLogger(__name__)

WRITE_SECONDS = 1.0
POLL_SECONDS = 0.1
# One byte takes 1 ms at 9600 baud, two presses of a hand take 60 ms and more.
BURST_SECONDS = 0.03


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which answer stands behind the pad's bytes 01, 02 … in this order (按键映射).

    The default – 01 非常满意 … 05 非常不满意, 06 不评价 – is an assumption: vendors differ, so every installation
    presses each key once and sets ``keys`` accordingly.
    """

    answers: tuple[Answer, ...]

    @classmethod
    def of(cls, digits: str) -> KeyMap:
        """From the option ``keys``: one digit for each byte, its level, 0 for 不评价; the default is ``543210``.

        Raises:
            ValueError: a digit above 5, one twice, or no level at all.
        """
        if set(digits) - set("012345") or len(set(digits)) != len(digits) or not set(digits) - {"0"}:
            raise ValueError(f"keys={digits}: up to six different digits 0 to 5, such as 543210")
        return cls(tuple(Answer.of_level(int(digit)) for digit in digits))

    def answer(self, code: int) -> Answer | None:
        """The answer behind byte ``code``; None when the pad has no such key."""
        return self.answers[code - 1] if 1 <= code <= len(self.answers) else None

    @property
    def levels(self) -> int:
        """How many of the five levels the keys offer."""
        return sum(answer.level is not None for answer in self.answers)


DEFAULT_KEYS = KeyMap.of("543210")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one make of pad is talked to.

    Attributes:
        commands: whether it takes PJ06's commands; one that does not only sends keys.
        first_key: byte of its first key; the others follow.
    """

    model: str
    commands: bool
    first_key: int


PJ06 = Dialect("PJ06", commands=True, first_key=FIRST_KEY)
# A pager's number keys (按键呼叫器): one ASCII digit a key.
DIGITS = Dialect("digit keys", commands=False, first_key=ord("1"))


class KeyPad:
    """`RatingPad` with keys.

    The pad cannot be asked how it is. Its health is DEGRADED (the line is there, nobody knows who is at its
    other end) until a first key came since it was opened, then OK.
    """

    verified = False

    def __init__(
        self,
        transport: Transport,
        keys: KeyMap = DEFAULT_KEYS,
        *,
        dialect: Dialect = PJ06,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.model = dialect.model
        self._dialect = dialect
        self._transport = transport
        self._keys = keys
        self._clock = clock
        self._bursts = BurstReader(dialect.first_key)
        self._heard = False

    def open(self) -> None:
        self._heard = False
        self._transport.open()
        try:
            self._send(encode_levels(self._keys.levels))
            self.welcome()
        except DeviceError:
            self.close()
            raise
        log.warning("%s at %s: not verified on the real device", self.model, self._transport.url)

    def close(self) -> None:
        self._transport.close()

    def probe(self) -> DeviceStatus:
        """Whether the line is still there; a key pressed between two questions is dropped here."""
        self._transport.read(64, timeout=0)
        if self._heard:
            return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())
        detail = "no key heard yet, and the pad cannot be asked"
        return DeviceStatus(link=Link.ONLINE, health=Health.DEGRADED, at=utc_now(), detail=detail)

    def welcome(self) -> None:
        self._send(WELCOME)

    def ask(self, timeout_s: float, cancelled: Callable[[], bool]) -> Answer | None:
        self._send(encode_timeout(max(1, min(255, math.ceil(timeout_s)))))
        # What lies on the line was pressed before the question; drop it at the last moment.
        self._transport.discard_input()
        self._bursts.reset()
        self._send(ASK)
        answer = self._wait(self._clock() + timeout_s, cancelled)
        try:
            self.welcome()
        except DeviceError as error:
            # An answer that was given stays given.
            log.warning("%s: no welcome after the question: %s", self.model, error)
        return answer

    def _wait(self, deadline: float, cancelled: Callable[[], bool]) -> Answer | None:
        while not cancelled():
            left = deadline - self._clock()
            if left <= 0 and not self._bursts.in_burst:
                return None
            silence = BURST_SECONDS if self._bursts.in_burst else min(POLL_SECONDS, left)
            data = self._transport.read(64, timeout=silence)
            if data:
                self._bursts.receive(data)
            elif (answer := self._end_of_burst()) is not None:
                return answer
            if left < -1.0:
                return None  # a line that never falls silent
        return None

    def _end_of_burst(self) -> Answer | None:
        """The answer that the burst was, if it was one; anything else is logged."""
        burst = self._bursts.end_of_burst()
        if isinstance(burst, Key):
            answer = self._keys.answer(burst.code)
            if answer is not None:
                self._heard = True
                return answer
            log.warning("%s: key %d has no meaning in the key map", self.model, burst.code)
        elif burst is not None:
            log.warning("%s: ignored noise, %d bytes: %s", self.model, burst.length, burst.start.hex(" "))
        return None

    def _send(self, command: bytes) -> None:
        # To a pad without commands still nothing is written: a broken line must not look like silence.
        self._transport.write(command if self._dialect.commands else b"", timeout=WRITE_SECONDS)
