"""Training before a post (岗前培训): 开封§29, 平桥§4, 卫东26, W-09."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Training:
    """One examined training of a clerk for an item; never changed, a later one counts."""

    id: int
    clerk: str
    item: str
    trained_on: date
    passed: bool
    examiner: str
    recorded_at: datetime
    version: int = 0
