"""Brings one supervised device into Qt (设备桥): its status as a signal, its work as callbacks in the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from devices.core.driver import Driver
from devices.core.status import DeviceStatus
from devices.core.supervisor import DeviceSupervisor
from qt_common.runner import Mailbox, deliver_future

D = TypeVar("D", bound=Driver)
T = TypeVar("T")


class DeviceSignals(QObject):
    """Signals of a bridge; a QObject of its own, since a generic class can't be one."""

    status_changed = Signal(object)  # DeviceStatus

    @Slot(object)
    def announce(self, status: DeviceStatus) -> None:
        self.status_changed.emit(status)


class DeviceBridge(Generic[D]):
    """One device for the app.

    Build the supervisor with ``on_status=bridge.on_status``, then `attach` it::

        bridge = DeviceBridge("ticket_printer")
        bridge.attach(DeviceSupervisor("ticket_printer", driver, on_status=bridge.on_status))
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        self.name = name
        self.signals = DeviceSignals(parent)
        self._mailbox = Mailbox(self.signals)
        self._supervisor: DeviceSupervisor[D] | None = None

    @property
    def status_changed(self) -> Signal:
        """Emitted in the UI thread with each changed `DeviceStatus`."""
        return self.signals.status_changed  # type: ignore[return-value]

    def on_status(self, status: DeviceStatus) -> None:
        """For the supervisor; called in its thread."""
        self._mailbox.post(self.signals.announce, status)

    def attach(self, supervisor: DeviceSupervisor[D]) -> None:
        """Take over the supervisor and start it."""
        self._supervisor = supervisor
        supervisor.start()

    @property
    def is_configured(self) -> bool:
        """False when the station has no such device."""
        return self._supervisor is not None

    @property
    def status(self) -> DeviceStatus | None:
        """The last status, None when the station has no such device."""
        return self._supervisor.status if self._supervisor is not None else None

    def submit(
        self, work: Callable[[D], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run ``work(driver)`` on the device's thread; the outcome arrives in the UI thread.

        Raises:
            RuntimeError: the station has no such device; ask `is_configured` first.
        """
        if self._supervisor is None:
            raise RuntimeError(f"no {self.name} configured")
        deliver_future(self._supervisor.submit(work), self._mailbox, done, failed)

    def close(self) -> None:
        """Stop the device's thread and close the device."""
        self._mailbox.close()
        if self._supervisor is not None:
            self._supervisor.stop()
