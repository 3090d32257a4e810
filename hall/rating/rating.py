"""One service, one rating (评价): R-01, R-02.

Not rating is never counted as good: 不评价 and silence are outcomes of their own and have no level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from hall.errors import HallError


class Level(IntEnum):
    """The five levels (五级评价)."""

    VERY_BAD = 1
    BAD = 2
    FAIR = 3
    GOOD = 4
    VERY_GOOD = 5


LEVEL_NAMES: Mapping[Level, str] = {
    Level.VERY_GOOD: "非常满意",
    Level.GOOD: "满意",
    Level.FAIR: "基本满意",
    Level.BAD: "不满意",
    Level.VERY_BAD: "非常不满意",
}


class Outcome(StrEnum):
    """What came of the question."""

    RATED = "rated"  # 已评价
    DECLINED = "declined"  # 不评价
    SILENT = "silent"  # 未评价
    NO_PAD = "no_pad"  # 评价器故障, the citizen could not be asked


class AlreadyRated(HallError):
    """The service has its rating (已评价); it is never changed."""

    default_message = "本次办理已有评价记录，不能重复或更改。"


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating bound to ticket, item, clerk, window and time (卫东23).

    Attributes:
        level: None unless the outcome is RATED.
        named: True when the rater was identified (实名).
    """

    ticket: int
    label: str
    item: str
    department: str
    clerk: str
    window: int
    outcome: Outcome
    level: Level | None
    at: datetime
    named: bool = False

    def __post_init__(self) -> None:
        if (self.level is not None) != (self.outcome is Outcome.RATED):
            raise ValueError("a level goes with RATED, and only with it")
