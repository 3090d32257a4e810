"""Follows the health of this station's devices for the health page (本机设备健康)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.model import DeviceHealth
from qt_common.device_bridge import DeviceBridge
from qt_common.device_condition import condition_of


class HealthWatch(QObject):
    """Keeps one `DeviceHealth` for each configured device; lives in the UI thread.

    Args:
        station: this station's name.
        bridges: its devices.
    """

    changed = Signal(object)  # tuple[DeviceHealth, ...]

    def __init__(self, station: str, bridges: Iterable[DeviceBridge[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self._bridges = [bridge for bridge in bridges if bridge.is_configured]
        self.devices: tuple[DeviceHealth, ...] = ()
        for bridge in self._bridges:
            bridge.signals.status_changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Read all statuses; a condition keeps the time at which it began."""
        before = {device.kind: device for device in self.devices}
        devices = []
        for bridge in self._bridges:
            status = bridge.status
            if status is None:
                continue
            condition, known = condition_of(status), before.get(bridge.name)
            since = known.since if known is not None and known.condition is condition else status.at
            devices.append(DeviceHealth(self._station, bridge.name, condition, since, own=True))
        if tuple(devices) != self.devices:
            self.devices = tuple(devices)
            self.changed.emit(self.devices)
