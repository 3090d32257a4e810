"""Chief representatives (首席代表): 祥符§24–26 §30, 开封§30, W-07."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hall.errors import NotFound


@dataclass(frozen=True, slots=True)
class ChiefRepresentative:
    """Who acts for a department in the hall (首席代表).

    Attributes:
        department: code of the department.
        clerk: staff number.
        authority: what they were authorised for, in words (授权).
        holds_seal: custodian of the 审批专用章 (§26六).
        stand_in: staff number of the 临时代表; empty for none.
        away_from, away_until: when the stand-in acts.
        since, until: first and last day in office.
    """

    id: int
    department: str
    clerk: str
    authority: str
    holds_seal: bool
    since: date
    until: date | None = None
    stand_in: str = ""
    away_from: datetime | None = None
    away_until: datetime | None = None
    version: int = 0

    def is_away(self, now: datetime) -> bool:
        """True while the stand-in acts."""
        return (
            self.away_from is not None
            and self.away_from <= now
            and (self.away_until is None or now < self.away_until)
        )

    def acting(self, now: datetime) -> str:
        """Staff number of who acts now."""
        return self.stand_in if self.is_away(now) and self.stand_in else self.clerk


def chief_of(chiefs: Sequence[ChiefRepresentative], department: str, now: datetime) -> ChiefRepresentative:
    """The chief representative in office.

    Raises:
        NotFound: the department has none.
    """
    today = now.date()
    for chief in chiefs:
        if (
            chief.department == department
            and chief.since <= today
            and (chief.until is None or today <= chief.until)
        ):
            return chief
    raise NotFound(f"no chief representative of {department}", message="该部门没有登记首席代表。")
