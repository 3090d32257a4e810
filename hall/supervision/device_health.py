"""Health of the stations' devices, kept and journalled (设备健康): the guide desk follows ``device.health``.

A row says what was heard last. Whoever reads the hall's health takes `health_of_hall`, which knows the silence of a
station that was switched off: unknown is never OK.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.supervision.station_beat import BEAT_S, SILENT, StationBeat

if TYPE_CHECKING:  # the ports name this module's rows
    from hall.ports import UnitOfWork

LONGEST_DETAIL = 200
DISMANTLED_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What a device said of itself, in the words of the device layer.

    Attributes:
        link: ``online``, ``offline`` … (连接); ``silent`` when the whole station is not heard of (失联).
        health: ``ok``, ``degraded``, ``fault``, ``unknown`` (健康); unknown is never OK.
        paper, cover, cutter: ``ok``, ``low``, ``out``, ``fault``, ``not_supported`` …
        ready: whether it can be relied on now.
        detail: English, for hall IT; no personal data.
    """

    link: str
    health: str
    paper: str = "not_supported"
    cover: str = "not_supported"
    cutter: str = "not_supported"
    ready: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """The latest health of one device of one station (设备健康), one row each.

    Attributes:
        since: when it became so, by the database's clock.
    """

    id: int
    station: str
    kind: str
    since: datetime
    link: str
    health: str
    paper: str
    cover: str
    cutter: str
    ready: bool
    detail: str
    version: int = 0

    @property
    def needs_somebody(self) -> bool:
        """Whether the guide desk has to look after it: not ready, or about to run out (缺纸预警)."""
        return not self.ready or self.health != "ok" or self.paper == "low"

    @property
    def facts(self) -> DeviceFacts:
        """What it said."""
        return DeviceFacts(
            self.link, self.health, self.paper, self.cover, self.cutter, ready=self.ready, detail=self.detail
        )


def record_health(uow: UnitOfWork, kind: str, facts: DeviceFacts, *, by: Actor) -> bool:
    """Keep what a device of the actor's station says now; False, and nothing journalled, when that is no news.

    Args:
        kind: such as ``"ticket_printer"``.

    Raises:
        NotAllowed: by anybody but the software itself.
        Conflict: two programs of one station report the same device at once; try again.
    """
    by.must_be(Role.SYSTEM)
    facts = replace(facts, detail=facts.detail[:LONGEST_DETAIL])
    before = next(iter(uow.registers.device_health.where(station=by.station, kind=kind)), None)
    if before is not None and before.facts == facts:
        return False
    after = DeviceHealth(
        before.id if before else 0,
        by.station,
        kind,
        uow.now,
        facts.link,
        facts.health,
        facts.paper,
        facts.cover,
        facts.cutter,
        facts.ready,
        facts.detail,
        before.version if before else 0,
    )
    if before is None:
        uow.registers.device_health.add(after)
    else:
        uow.registers.device_health.save(before, after)
    payload = {
        "kind": kind,
        "station": by.station,
        "link": facts.link,
        "health": facts.health,
        "paper": facts.paper,
        "cover": facts.cover,
        "cutter": facts.cutter,
        "detail": facts.detail,
        "needs_somebody": after.needs_somebody,
    }
    uow.record(Event("device.health", f"device:{by.station}/{kind}", payload), by=by)
    return True


def health_of_station(uow: UnitOfWork, station: str) -> Sequence[DeviceHealth]:
    """The latest health of a station's devices."""
    return uow.registers.device_health.where(station=station)


def health_of_hall(uow: UnitOfWork) -> Sequence[DeviceHealth]:
    """What is known now of the devices of all stations (设备健康台).

    The devices of a station that missed its beats are ``silent`` since it was heard of last, whatever they said
    then. A station not heard of for ``DISMANTLED_AFTER`` is taken for dismantled (已撤除) and left out.
    """
    beats = {beat.station: beat for beat in uow.registers.station_beats.where()}
    known = [
        _known_now(device, beats.get(device.station), uow.now) for device in uow.registers.device_health.where()
    ]
    return [d for d in known if d.link != SILENT or uow.now - d.since <= DISMANTLED_AFTER]


def devices_in_need(uow: UnitOfWork) -> Sequence[DeviceHealth]:
    """Devices of all stations that somebody has to look after, longest first (导办台)."""
    return sorted((d for d in health_of_hall(uow) if d.needs_somebody), key=lambda d: d.since)


def _known_now(device: DeviceHealth, beat: StationBeat | None, now: datetime) -> DeviceHealth:
    heard = max(device.since, beat.at) if beat is not None else device.since
    if not StationBeat(0, device.station, heard, beat.every_s if beat is not None else BEAT_S).is_silent(now):
        return device
    unknown = {field: "unknown" for field in ("health", "paper", "cover", "cutter")}
    return replace(device, since=heard, link=SILENT, ready=False, detail="", **unknown)  # type: ignore[arg-type]
