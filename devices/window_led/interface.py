"""What a window's LED does (窗口LED屏): one line of text."""

from __future__ import annotations

from typing import Protocol

from devices.core.driver import Driver


class WindowLed(Driver, Protocol):
    """A LED strip above a window."""

    def show(self, text: str) -> None:
        """Show ``text`` until the next one, such as 请A001到3号窗口; what does not fit runs through.

        Characters that the controller's font lacks show as ？.

        Raises:
            DeviceError: see its class. Showing again is harmless.
        """

    def clear(self) -> None:
        """Show nothing.

        Raises:
            DeviceError: see its class.
        """
