"""How the kiosk's devices are, for the staff page (设备健康)."""

from __future__ import annotations

from typing import Any

from kiosk_app.ports import DeviceLine
from qt_common.device_bridge import DeviceBridge
from qt_common.device_condition import condition_of


def device_line(bridge: DeviceBridge[Any]) -> DeviceLine:
    """One line of the staff page."""
    return DeviceLine(bridge.name, condition_of(bridge.status))
