"""The second screen as a rating pad, under the contract of every pad; its wire is the event loop that draws it.

A thread of Qt's own stands for the counter's: it draws the question and touches a face. ``dont_answer`` is a
program that hangs, ``slow`` one that is late. No screen of one's own program can be pulled alone.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from counter_app.screen_pad import PadScreen, with_screen_pad
from devices.core.address import Address
from devices.core.errors import DeviceTimeout, NotConnected
from devices.core.registry import default_registry
from devices.rating_pad.interface import Answer
from devices.sim.catalogue import Host
from devices.sim.device import Fault, Reply
from tests.contract.devices.harness import Case, fails, works_or

APPLICATION = QApplication.instance() or QApplication([])  # threads of Qt need one; pytest-qt takes the same
_ASK_SECONDS = 10.0
_SLOW_MS = 400
_HANG_SECONDS = 30.0
_NUMBERS = count(1)
_SCREENS: dict[str, PadScreen] = {}


class Citizen(QObject):
    """Touches “满意” when asked."""

    hang = Signal()

    def __init__(self, screen: PadScreen) -> None:
        super().__init__()
        self._screen = screen
        self.late_ms = 0
        self.asked = 0
        self.awake = threading.Event()
        self.hang.connect(self._hang)

    @Slot()
    def see(self) -> None:
        self.asked += 1
        QTimer.singleShot(self.late_ms, self, self._touch)

    @Slot()
    def _touch(self) -> None:
        self._screen.answer(4)

    @Slot()
    def _hang(self) -> None:
        self.awake.wait(_HANG_SECONDS)


class ScreenHost:
    """A program that draws the screen: `Host` without a wire."""

    def __init__(self) -> None:
        self._number = str(next(_NUMBERS))
        self._thread = QThread()
        self._screen = PadScreen()
        self._citizen = Citizen(self._screen)
        self._screen.moveToThread(self._thread)
        self._citizen.moveToThread(self._thread)
        self._screen.asking.connect(self._citizen.see)
        _SCREENS[self._number] = self._screen

    @property
    def url(self) -> str:
        return f"screen://{self._number}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._citizen.awake.set()
        self._thread.quit()
        self._thread.wait()

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        if do == "fault" and (args or {})["name"] == Fault.DONT_ANSWER:
            self._citizen.awake.clear()
            self._citizen.hang.emit()
        elif do == "fault":
            self._citizen.late_ms = _SLOW_MS
        elif do == "clear":
            self._citizen.late_ms = 0
            self._citizen.awake.set()
        return {"asked": self._citizen.asked}


def make(url: str) -> Any:
    screen = _SCREENS[Address.parse(url).authority]
    return with_screen_pad(default_registry(), screen).make_driver("rating_pad", url)


def simulate(_folder: Path) -> Host:
    return ScreenHost()


def work(pad: Any, _host: Host) -> Answer | None:
    answer: Answer | None = pad.ask(_ASK_SECONDS, lambda: False)
    return answer


def verify(answer: object, _host: Host) -> None:
    assert answer is Answer.GOOD


CASES = (
    Case(
        "rating_pad-screen",
        simulate,
        make,
        work,
        verify,
        done=lambda host: int(host.command("state")["asked"]),
        faults={
            "dont_answer": fails(DeviceTimeout, NotConnected),
            "slow": works_or(),
            **dict.fromkeys(
                ("go_awol", "drop_connection", "split", "merge", "leading_garbage", "bad_checksum"), None
            ),
        },
    ),
)
