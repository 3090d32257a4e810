"""What every driver is (驱动): one class per device, over one transport, used by one thread.

A driver has no thread and no retry of its own: the supervisor owns both. All calls come from the supervisor's
thread. Every blocking call takes its deadline from the driver's own settings and ends with a `DeviceError`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from devices.core.status import DeviceStatus


@runtime_checkable
class Driver(Protocol):
    """Lifecycle and health of a device.

    Attributes:
        model: short name for logs and the health page, such as ``"ESC/POS"``.
        verified: False while the driver was never tried on the real device; it then logs so when opened.
    """

    model: str
    verified: bool

    def open(self) -> None:
        """Connect and check that the device answers.

        Raises:
            NotConnected: the address does not answer.
            DeviceTimeout: it accepts the connection but does not answer.
        """

    def close(self) -> None:
        """Release the address; never raises, may be called twice, leaves no thread and no descriptor."""

    def probe(self) -> DeviceStatus:
        """Ask the device how it is; cheap, side-effect free.

        Raises:
            DeviceError: it can't be asked; the supervisor reports OFFLINE and reconnects.
        """


@runtime_checkable
class Yielding(Protocol):
    """A driver whose probe takes several round trips and lets work go first (探测让路)."""

    def yield_to(self, work_waits: Callable[[], bool]) -> None:
        """From now on `Driver.probe` asks this between its questions, and raises `Canceled` when it is true."""
