"""A wrong answer as it is kept (试错记录)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Guess:
    """Somebody named a receipt number, and neither card nor telephone fitted.

    Attributes:
        number: the receipt number that was named; nothing of what was shown for it.
    """

    id: int
    day: date
    at: datetime
    station: str
    number: str
    version: int = 0
