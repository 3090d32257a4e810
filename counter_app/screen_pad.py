"""The second screen as a rating pad (``screen://N``): the same protocol as a pad on a cable.

`ask` runs on the supervisor's thread and waits there; the screen is asked and answers through signals.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, NotConnected
from devices.core.registry import DriverRegistry
from devices.core.status import DeviceStatus, Health, Link
from devices.rating_pad.interface import Answer

POLL_SECONDS = 0.1


class PadScreen(QObject):
    """Between the pad's thread and the screen; lives in the UI thread.

    Connect ``asking`` and ``ended`` to the screen, and its answer to `answer`.
    """

    asking = Signal()
    ended = Signal()
    _ask = Signal()
    _end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._open = False
        self._answer: Answer | None = None
        self._ask.connect(self._announce, Qt.ConnectionType.QueuedConnection)
        self._end.connect(self._dismiss, Qt.ConnectionType.QueuedConnection)

    def wait(self, timeout_s: float, cancelled: Callable[[], bool]) -> Answer | None:
        """Ask and wait; called in the pad's thread."""
        ends = time.monotonic() + timeout_s
        with self._changed:
            self._open, self._answer = True, None
            self._ask.emit()
            while self._answer is None and not cancelled() and time.monotonic() < ends:
                self._changed.wait(min(POLL_SECONDS, max(ends - time.monotonic(), 0.0)))
            self._open = False
            answer = self._answer
        self._end.emit()
        return answer

    @Slot(int)
    def answer(self, level: int) -> None:
        """A face was touched; counts only while the question is open."""
        with self._changed:
            if self._open and self._answer is None:
                self._answer = Answer.of_level(level)
                self._changed.notify_all()

    @Slot()
    def _announce(self) -> None:
        self.asking.emit()

    @Slot()
    def _dismiss(self) -> None:
        self.ended.emit()


class ScreenPad:
    """`RatingPad` on a `PadScreen`."""

    model = "screen"
    verified = True

    def __init__(self, screen: PadScreen) -> None:
        self._screen = screen
        self._is_open = False

    def open(self) -> None:
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        if not self._is_open:
            raise NotConnected("the screen pad is closed")
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now(), detail="screen")

    def welcome(self) -> None:
        """The screen follows the desk by itself."""

    def ask(self, timeout_s: float, cancelled: Callable[[], bool]) -> Answer | None:
        if not self._is_open:
            raise NotConnected("the screen pad is closed")
        return self._screen.wait(timeout_s, cancelled)


def with_screen_pad(registry: DriverRegistry, screen: PadScreen) -> DriverRegistry:
    """The registry with ``screen://N`` as one more rating pad."""

    def make(url: str) -> ScreenPad:
        screen_number(url)
        return ScreenPad(screen)

    return registry.with_drivers("rating_pad", {"screen": make})


def screen_number(url: str) -> int:
    """``screen://1`` → 1, the second screen.

    Raises:
        AddressError: not a screen's number.
    """
    address = Address.parse(url)
    address.check_options(())
    if not address.authority.isdecimal() or address.path.strip("/"):
        raise AddressError(f"{url!r} needs the screen's number, such as screen://1")
    return int(address.authority)
