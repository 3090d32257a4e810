"""Signs of life of the stations (站点心跳): a station that was switched off can't say so, but its silence does.

A beat is a row that is written over, not a record of the journal; only a station's return after a silence is
journalled (``station.back``), with the time since when nothing had been heard.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hall.identity import Actor, Role
from hall.journal.record import Event

if TYPE_CHECKING:  # the ports name this module's rows
    from hall.ports import UnitOfWork

BEAT_S = 60
MISSED_BEATS = 3
SILENT = "silent"  # link of the devices of a station that is not heard of (失联); derived, never stored


@dataclass(frozen=True, slots=True)
class StationBeat:
    """When a station was heard of last (最近心跳), one row each.

    Attributes:
        at: by the database's clock.
        every_s: how often it promised to be heard, in seconds.
    """

    id: int
    station: str
    at: datetime
    every_s: int
    version: int = 0

    def is_silent(self, now: datetime) -> bool:
        """Whether it missed more than ``MISSED_BEATS`` beats (失联)."""
        return now - self.at > timedelta(seconds=MISSED_BEATS * self.every_s)


def record_beat(uow: UnitOfWork, *, every_s: int = BEAT_S, by: Actor) -> None:
    """Keep that the actor's station is alive.

    Args:
        every_s: in how many seconds the next beat follows at the latest.

    Raises:
        NotAllowed: by anybody but the software itself.
        Conflict: two programs of one station beat at once; try again.
    """
    by.must_be(Role.SYSTEM)
    beats = uow.registers.station_beats
    before = next(iter(beats.where(station=by.station)), None)
    if before is None:
        beats.add(StationBeat(0, by.station, uow.now, every_s))
        return
    beats.save(before, replace(before, at=uow.now, every_s=every_s))
    if before.is_silent(uow.now):
        payload = {"station": by.station, "silent_since": before.at.isoformat()}
        uow.record(Event("station.back", f"station:{by.station}", payload), by=by)
