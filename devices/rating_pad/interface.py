"""What a rating pad does (评价器): it asks once and gives the citizen's answer, or tells that none came.

Never against the will: 不评价 is always there, and silence is 未评价 – not an answer, and never a good one.

Addresses: ``serial:///dev/ttyUSB1`` is a pad on a cable. ``screen://N`` – the second screen or a tablet as a
pad – is not a driver of this layer but a window of the counter app, which offers the same protocol.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from devices.core.driver import Driver


class Answer(StrEnum):
    """The citizen's answer (评价等级): five levels, and 不评价."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    VERY_BAD = "very_bad"
    DECLINED = "declined"

    @property
    def level(self) -> int | None:
        """5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意; None for 不评价."""
        return _LEVELS.get(self)

    @property
    def wording(self) -> str:
        """The official wording."""
        return _WORDINGS[self]

    @classmethod
    def of_level(cls, level: int) -> Answer:
        """The answer of a level, 0 standing for 不评价.

        Raises:
            ValueError: not 0 to 5.
        """
        for answer in cls:
            if (answer.level or 0) == level:
                return answer
        raise ValueError(f"level {level}")


_LEVELS = {
    Answer.VERY_GOOD: 5,
    Answer.GOOD: 4,
    Answer.FAIR: 3,
    Answer.BAD: 2,
    Answer.VERY_BAD: 1,
}
_WORDINGS = {
    Answer.VERY_GOOD: "非常满意",
    Answer.GOOD: "满意",
    Answer.FAIR: "基本满意",
    Answer.BAD: "不满意",
    Answer.VERY_BAD: "非常不满意",
    Answer.DECLINED: "不评价",
}


class RatingPad(Driver, Protocol):
    """A rating pad."""

    def welcome(self) -> None:
        """Show the welcome page (欢迎).

        Raises:
            DeviceError: see its class.
        """

    def ask(self, timeout_s: float, cancelled: Callable[[], bool]) -> Answer | None:
        """Ask for a rating (请评价) and wait; afterwards the pad shows its welcome again.

        Only what was pressed after the question counts.

        Args:
            timeout_s: seconds to wait for the citizen.
            cancelled: asked several times a second; True ends the question.

        Returns:
            The answer, or None for silence or cancellation (未评价).

        Raises:
            DeviceError: the pad can't be asked; that is no answer either.
        """
