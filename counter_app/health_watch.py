"""Follows the health of the devices for the health page (设备健康): this station's live, the hall's as reported."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.model import DeviceHealth
from counter_app.worker import Worker
from hall.errors import HallError
from qt_common.device_bridge import DeviceBridge
from qt_common.device_condition import condition_of

log = logging.getLogger(__name__)


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


class HallHealth(QObject):
    """Reads the hall's devices again when told to; while a reading is on its way one more follows it, not ten."""

    changed = Signal(object)  # tuple[DeviceHealth, ...]

    def __init__(
        self, read: Callable[[], Sequence[DeviceHealth]], worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._worker = worker
        self._reading = self._again = False

    @Slot()
    def refresh(self) -> None:
        """Read; without a database the last state stays."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._worker.run(self._read, self._was_read, self._not_read)

    def _was_read(self, devices: Sequence[DeviceHealth]) -> None:
        self._reading = False
        self.changed.emit(tuple(devices))
        if self._again:
            self._again = False
            self.refresh()

    def _not_read(self, error: Exception) -> None:
        self._reading = self._again = False
        if not isinstance(error, HallError):
            raise error
        log.info("the hall's devices can't be read: %s", error)
