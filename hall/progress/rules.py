"""What the hall sets about questions for one's own matters (进度查询规则, ⚙)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class ProgressRules:
    """What is told to whom (⚙).

    Attributes:
        days: how far back a person's matters are told.
        guesses: wrong answers after which a machine, or a number, is not answered any more.
        guess_minutes: for so long.
        trust_identity_code: an identity code (电子身份码) counts as a card. It holds no more than a number that
            many know, so by itself it tells of today's tickets only; True where the scanner's platform checks it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    days: int = 90
    guesses: int = 5
    guess_minutes: int = 10
    trust_identity_code: bool = False
