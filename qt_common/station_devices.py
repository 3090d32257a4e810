"""The devices of one station, from its configuration (工作站设备): a driver, supervisor and bridge for each."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject

from devices.core.driver import Driver
from devices.core.registry import DriverRegistry
from devices.core.supervisor import DeviceSupervisor
from qt_common.device_bridge import DeviceBridge
from qt_common.machine_config import DevicesSection

log = logging.getLogger(__name__)


class StationDevices:
    """All bridges of a station; a kind without an address has a bridge that is not configured.

    Args:
        section: the addresses.
        registry: the drivers there are.

    Raises:
        AddressError: an address names an unknown scheme, option or value.
    """

    def __init__(self, section: DevicesSection, registry: DriverRegistry, parent: QObject | None = None) -> None:
        self._bridges: dict[str, DeviceBridge[Any]] = {}
        for kind, url in section.model_dump().items():
            bridge: DeviceBridge[Any] = DeviceBridge(kind, parent)
            self._bridges[kind] = bridge
            if url is not None:
                driver: Driver = registry.make_driver(kind, url)
                bridge.attach(DeviceSupervisor(kind, driver, on_status=bridge.on_status))

    def __getitem__(self, kind: str) -> DeviceBridge[Any]:
        return self._bridges[kind]

    def __iter__(self) -> Iterator[DeviceBridge[Any]]:
        """The configured ones."""
        return (bridge for bridge in self._bridges.values() if bridge.is_configured)

    def close(self) -> None:
        """Stop all threads; every device is closed."""
        for bridge in self._bridges.values():
            bridge.close()
