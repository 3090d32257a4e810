"""The finished steps of a visit that goes through several windows (号随人走)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ServiceStep:
    """One finished step of a ticket; the ticket itself has gone on to the next.

    Attributes:
        position: 1 for the first.
    """

    id: int
    ticket: int
    day: date
    position: int
    item: str
    window: int
    clerk: str
    called_at: datetime
    started_at: datetime
    finished_at: datetime
    version: int = 0
