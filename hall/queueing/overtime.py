"""Overtime of a window (延时服务): 祥符§34(二)2, 卫东21, 平桥§35, Q-14."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hall.profile import Hours


@dataclass(frozen=True, slots=True)
class Overtime:
    """How long a window served after closing time on a day (延时服务记录).

    Attributes:
        clerk: who served last.
        closing: the last closing time of the day.
        until: the last service's end after it.
        tickets: services that ended after closing.
    """

    id: int
    day: date
    window: int
    clerk: str
    closing: datetime
    until: datetime
    tickets: int
    version: int = 0

    @property
    def minutes(self) -> float:
        """Length in minutes."""
        return max((self.until - self.closing).total_seconds() / 60, 0.0)


def in_extended_service(hours: Hours, now: datetime) -> bool:
    """True when a window that serves at ``now`` does so after a closing time (延时服务, Q-14).

    Not before the day's first opening, not over noon where the hall serves then, and not in the minutes in which
    staff are there early for the next opening.

    Args:
        now: carries the hall's zone.
    """
    clock = now.timetz().replace(tzinfo=None)
    if not any(session.closes <= clock for session in hours.sessions):
        return False
    early = (now + timedelta(minutes=hours.staff_early_minutes)).timetz().replace(tzinfo=None)
    if any(session.opens <= clock < session.closes or clock < session.opens <= early for session in hours.sessions):
        return False
    return clock >= hours.sessions[-1].closes or not hours.noon_service
