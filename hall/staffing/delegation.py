"""Delegation (委托): items of a department with few services, served by a 综合窗口: 祥符§10, 安康三3, Q-06."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Delegation:
    """A stored delegation.

    Attributes:
        department: code of the department that delegates.
        items: codes of its items that the window serves.
        window: number of the 综合窗口.
        starts, ends: first and last day.
        basis: the document it rests on (文号), such as “祥政数〔2025〕3号”.
        filed_by: staff number of who filed it.
        revoked_on: from this day on it holds no longer; None when it was not revoked.
    """

    id: int
    department: str
    items: frozenset[str]
    window: int
    starts: date
    ends: date
    basis: str
    filed_by: str
    revoked_on: date | None = None
    version: int = 0

    def holds_on(self, day: date) -> bool:
        """True when the window serves the items on ``day``."""
        return self.starts <= day <= self.ends and (self.revoked_on is None or day < self.revoked_on)


def delegated_to(window: int, delegations: Iterable[Delegation], day: date) -> frozenset[str]:
    """All items delegated to a window on a day."""
    holding = (d.items for d in delegations if d.window == window and d.holds_on(day))
    return frozenset().union(*holding)
