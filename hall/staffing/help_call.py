"""A call for help as it is kept (求助记录)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class HelpCall:
    """Somebody at a machine needs a person (求助).

    Attributes:
        page: where the person was, such as ``"identify"``.
        ticket: id of the ticket it is about.
    """

    id: int
    day: date
    at: datetime
    station: str
    page: str
    ticket: int | None = None
    answered_by: str | None = None
    answered_at: datetime | None = None
    version: int = 0
