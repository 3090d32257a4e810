"""How the kiosk's devices are, in one word each for the staff page (设备健康)."""

from __future__ import annotations

from typing import Any

from devices.core.status import DeviceStatus, Health, Link, Paper, Part
from kiosk_app.ports import Condition, DeviceLine
from qt_common.device_bridge import DeviceBridge


def device_line(bridge: DeviceBridge[Any]) -> DeviceLine:
    """One line of the staff page."""
    status = bridge.status
    return DeviceLine(bridge.name, Condition.ABSENT if status is None else condition_of(status))


def condition_of(status: DeviceStatus) -> Condition:
    """The worst thing a status says; UNKNOWN is never READY."""
    supplies = status.supplies
    for bad, condition in (
        (status.link in (Link.OFFLINE, Link.NO_DEVICE), Condition.OFFLINE),
        (status.link is Link.STARTING, Condition.STARTING),
        (supplies.paper is Paper.OUT, Condition.PAPER_OUT),
        (supplies.paper is Paper.JAMMED, Condition.JAMMED),
        (supplies.cover is Part.FAULT, Condition.COVER_OPEN),
        (supplies.cutter is Part.FAULT, Condition.CUTTER_FAULT),
        (not status.is_ready or status.health is Health.UNKNOWN, Condition.UNKNOWN),
        (supplies.paper is Paper.LOW, Condition.PAPER_LOW),
    ):
        if bad:
            return condition
    return Condition.READY
