"""How a device is, in one word (设备状况): for the kiosk's staff menu, the counter's lamps and the health desk."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from devices.core.status import DeviceStatus, Health, Link, Paper, Part, Supplies
from hall.supervision.device_health import DeviceFacts
from hall.supervision.station_beat import SILENT


class Condition(StrEnum):
    """The worst thing a device says of itself."""

    ABSENT = "absent"  # 未配置
    READY = "ready"
    PAPER_LOW = "paper_low"
    LIMITED = "limited"  # works, within limits or without being able to say how it is
    PAPER_OUT = "paper_out"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    CUTTER_FAULT = "cutter_fault"
    FAULT = "fault"
    OFFLINE = "offline"
    STARTING = "starting"
    UNKNOWN = "unknown"
    SILENT = "silent"  # the whole station is not heard of (失联)

    @property
    def works(self) -> bool:
        """True when it can be used now; UNKNOWN never counts."""
        return self in (Condition.READY, Condition.PAPER_LOW, Condition.LIMITED)

    @property
    def needs_hand(self) -> bool:
        """True when somebody should go there."""
        return not self.works and self not in (Condition.ABSENT, Condition.STARTING)


def condition_of(status: DeviceStatus | None) -> Condition:
    """The condition; None means that the station has no such device. UNKNOWN is never READY."""
    if status is None:
        return Condition.ABSENT
    supplies = status.supplies
    for bad, condition in (
        (status.link in (Link.OFFLINE, Link.NO_DEVICE), Condition.OFFLINE),
        (status.link is Link.STARTING, Condition.STARTING),
        (supplies.paper is Paper.OUT, Condition.PAPER_OUT),
        (supplies.paper is Paper.JAMMED, Condition.JAMMED),
        (supplies.cover is Part.FAULT, Condition.COVER_OPEN),
        (supplies.cutter is Part.FAULT, Condition.CUTTER_FAULT),
        (status.health is Health.FAULT, Condition.FAULT),
        (not status.is_ready or status.health is Health.UNKNOWN, Condition.UNKNOWN),
        (supplies.paper is Paper.LOW, Condition.PAPER_LOW),
        (status.health is Health.DEGRADED, Condition.LIMITED),
    ):
        if bad:
            return condition
    return Condition.READY


def condition_of_facts(facts: DeviceFacts) -> Condition:
    """The condition behind what is known of another station; words this program does not know are UNKNOWN."""
    if facts.link == SILENT:
        return Condition.SILENT
    try:
        supplies = Supplies(Paper(facts.paper), Part(facts.cover), Part(facts.cutter))
        status = DeviceStatus(Link(facts.link), Health(facts.health), datetime.min.replace(tzinfo=UTC), supplies)
    except ValueError:
        return Condition.UNKNOWN
    return condition_of(status)
