"""The second screen as a rating pad (``screen://N``): the same protocol as a pad on a cable.

`ask` runs on the supervisor's thread and waits there; the screen is asked and answers through signals. A program
that no longer draws is no pad: whatever is asked of the screen must first be taken up by the thread that draws it,
so that a question nobody saw never counts as a citizen's silence.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, DeviceTimeout, NotConnected
from devices.core.registry import DriverRegistry
from devices.core.status import DeviceStatus, Health, Link
from devices.rating_pad.interface import Answer

POLL_SECONDS = 0.1
TAKEN_UP_SECONDS = 3.0


class PadScreen(QObject):
    """Between the pad's thread and the screen; lives in the UI thread.

    Connect ``asking`` and ``ended`` to the screen, and its answer to `answer`.
    """

    asking = Signal()
    ended = Signal()
    _look = Signal()
    _ask = Signal()
    _end = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = threading.Condition()
        self._open = False
        self._taken_up = self._closed = False
        self._answer: Answer | None = None
        self._look.connect(self._take_up, Qt.ConnectionType.QueuedConnection)
        self._ask.connect(self._announce, Qt.ConnectionType.QueuedConnection)
        self._end.connect(self._dismiss, Qt.ConnectionType.QueuedConnection)

    def is_drawn(self) -> bool:
        """Whether the thread that draws the screen is alive; called in the pad's thread."""
        if not self.thread().isRunning():
            return False
        with self._changed:
            self._taken_up = False
            self._look.emit()
            self._changed.wait_for(lambda: self._taken_up or self._closed, TAKEN_UP_SECONDS)
            return self._taken_up

    def close(self) -> None:
        """The program ends: from now on nothing waits for its screen."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, timeout_s: float, cancelled: Callable[[], bool]) -> Answer | None:
        """Ask and wait; called in the pad's thread.

        Raises:
            DeviceTimeout: the screen did not take up the question, nobody has seen it.
        """
        with self._changed:
            self._open, self._taken_up, self._answer = True, False, None
            self._ask.emit()
            self._until(lambda: self._taken_up, TAKEN_UP_SECONDS, cancelled)
            seen = self._taken_up
            self._until(lambda: self._answer is not None, timeout_s if seen else 0.0, cancelled)
            self._open = False
            answer = self._answer
        self._end.emit()
        if not seen and not self._closed and not cancelled():
            raise DeviceTimeout("the screen did not take up the question", outcome_known=True)
        return answer

    def _until(self, true: Callable[[], bool], seconds: float, cancelled: Callable[[], bool]) -> None:
        ends = time.monotonic() + seconds
        while not true() and not self._closed and not cancelled() and time.monotonic() < ends:
            self._changed.wait(min(POLL_SECONDS, max(ends - time.monotonic(), 0.0)))

    @Slot(int)
    def answer(self, level: int) -> None:
        """A face was touched; counts only while the question is open."""
        with self._changed:
            if self._open and self._answer is None:
                self._answer = Answer.of_level(level)
                self._changed.notify_all()

    @Slot()
    def _announce(self) -> None:
        with self._changed:
            wanted = self._open
        if wanted:  # a question that came late is not put any more
            self.asking.emit()
            self._take_up()

    @Slot()
    def _take_up(self) -> None:
        with self._changed:
            self._taken_up = True
            self._changed.notify_all()

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
        if not self._screen.is_drawn():
            raise NotConnected("no program draws the screen")
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        if not self._is_open:
            raise NotConnected("the screen pad is closed")
        if not self._screen.is_drawn():
            raise DeviceTimeout("the screen is no longer drawn")
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
