"""What the hall sets about appointments (预约规则): 祥符§35(二)7, Q-11."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar


class Channel(StrEnum):
    """Where an appointment was made (预约渠道)."""

    WINDOW = "window"  # 窗口或导办台
    ONLINE = "online"  # 政务服务网
    PHONE = "phone"  # 电话


@dataclass(frozen=True, slots=True)
class AppointmentRules:
    """What the hall sets (⚙).

    Attributes:
        window_lead_days: working days ahead for bookings at a window (祥符: 3).
        online_lead_days: for online bookings.
        grace_minutes: later than this is forfeited; exactly this is still in time (30:00).
        check_in_minutes: check-in opens so long before the slot.
        slot_minutes: length of a slot.
        capacity: places of a slot and item where no slot of its own was set.
        staff_ready_minutes: the clerk is ready so long before (祥符: 10).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    window_lead_days: int = 3
    online_lead_days: int = 0
    grace_minutes: int = 30
    check_in_minutes: int = 30
    slot_minutes: int = 30
    capacity: int = 2
    staff_ready_minutes: int = 10

    def lead_days(self, channel: Channel) -> int:
        """Working days ahead that a channel needs."""
        return self.online_lead_days if channel is Channel.ONLINE else self.window_lead_days
