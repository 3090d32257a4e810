"""A device's status as a lamp of the bottom line (设备指示灯)."""

from __future__ import annotations

from counter_app.model import Lamp
from devices.core.status import DeviceStatus, Health, Link


def lamp_of(status: DeviceStatus | None) -> Lamp:
    """The lamp; None means that this station has no such device. Unknown is never OK."""
    if status is None or status.link is Link.NO_DEVICE:
        return Lamp.ABSENT
    if status.link is Link.STARTING:
        return Lamp.STARTING
    if status.link is Link.OFFLINE:
        return Lamp.AWAY
    if status.health is Health.FAULT:
        return Lamp.FAULT
    return Lamp.OK if status.health is Health.OK else Lamp.UNSURE
