"""Status of a device as an immutable value (设备状态).

The vocabulary follows UnifiedPOS (claim, power notify, health check) and XFS (states, supplies). One rule
stands above all: *unknown is never OK* – a value that was not read from the device is UNKNOWN, and the callers
treat UNKNOWN as "do not rely on it".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Link(StrEnum):
    """Whether the device can be talked to (连接状态)."""

    NO_DEVICE = "no_device"
    STARTING = "starting"
    ONLINE = "online"
    OFFLINE = "offline"
    BUSY = "busy"


class Health(StrEnum):
    """Whether it works (健康状态)."""

    UNKNOWN = "unknown"
    OK = "ok"
    DEGRADED = "degraded"
    FAULT = "fault"


class Paper(StrEnum):
    """Paper supply (纸张)."""

    UNKNOWN = "unknown"
    OK = "ok"
    LOW = "low"
    OUT = "out"
    JAMMED = "jammed"
    NOT_SUPPORTED = "not_supported"


class Part(StrEnum):
    """A part that is fine or not, when the device can tell: cover (机盖), cutter (切刀)."""

    UNKNOWN = "unknown"
    OK = "ok"
    FAULT = "fault"
    NOT_SUPPORTED = "not_supported"


@dataclass(frozen=True, slots=True)
class Supplies:
    """Supplies and moving parts; devices without them leave NOT_SUPPORTED."""

    paper: Paper = Paper.NOT_SUPPORTED
    cover: Part = Part.NOT_SUPPORTED
    cutter: Part = Part.NOT_SUPPORTED


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One observation of a device.

    Attributes:
        link: whether it can be talked to.
        health: whether it works; OK only when the device itself said so.
        supplies: paper, cover, cutter.
        detail: English detail for the log; never shown to a citizen, never personal data.
        at: when it was observed, zone-aware.
    """

    link: Link
    health: Health
    at: datetime
    supplies: Supplies = field(default_factory=Supplies)
    detail: str = ""

    @property
    def is_ready(self) -> bool:
        """True only when the device answered and everything it reports is fine (LOW paper still prints)."""
        supplies = self.supplies
        return (
            self.link in (Link.ONLINE, Link.BUSY)
            and self.health in (Health.OK, Health.DEGRADED)
            and supplies.paper in (Paper.OK, Paper.LOW, Paper.NOT_SUPPORTED)
            and supplies.cover in (Part.OK, Part.NOT_SUPPORTED)
            and supplies.cutter in (Part.OK, Part.NOT_SUPPORTED)
        )

    def differs_from(self, other: DeviceStatus) -> bool:
        """True when anything but the time of observation changed (events are sent only on change)."""
        return (self.link, self.health, self.supplies, self.detail) != (
            other.link,
            other.health,
            other.supplies,
            other.detail,
        )
