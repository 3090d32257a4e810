"""Window LEDs under the contract: a controller that confirms, and screens that only listen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from devices.core.errors import NotConnected
from devices.sim.catalogue import Host
from devices.sim.device import SimDevice
from devices.sim.host import SimHost
from devices.sim.led import SimBxLed, SimStripLed, SimTextLed
from devices.sim.wires import PtyWire, TcpWire
from devices.window_led.drivers import DRIVERS
from tests.contract.devices.harness import Case, fails, works_or

_TEXT = "请A001到3号窗口"
# Whoever only listens has no answer that could be late, damaged or missing.
_ONE_WAY = {
    "dont_answer": works_or(),
    "go_awol": fails(NotConnected),
    "drop_connection": works_or(NotConnected),
    "slow": works_or(),
    "merge": works_or(),
    "leading_garbage": works_or(),
    "bad_checksum": works_or(),
}


def _show(led: Any, host: Host) -> None:
    led.clear()
    led.show(_TEXT)


def _shown(result: object, host: Host) -> None:
    assert host.command("state")["text"] == _TEXT


def _shown_soon(result: object, host: Host) -> None:
    """The bytes are on their way: wait until they arrived."""
    until = time.monotonic() + 10
    while host.command("state")["text"] != _TEXT and time.monotonic() < until:
        time.sleep(0.01)
    _shown(result, host)


def _on(wire: str, make: Callable[[Path], SimDevice]) -> Callable[[Path], Host]:
    return lambda folder: SimHost(make(folder), PtyWire(folder / "led", 9600) if wire == "serial" else TcpWire())


CASES = (
    Case(
        name="window_led-bx-tcp",
        simulate=_on("tcp", SimBxLed),
        driver=DRIVERS["tcp"],
        work=_show,
        verify=_shown,
        query="size=128x16",
    ),
    Case(
        name="window_led-strip-serial",
        simulate=_on("serial", SimStripLed),
        driver=DRIVERS["serial"],
        work=_show,
        verify=_shown_soon,
        query="address=1",
        faults=_ONE_WAY,
    ),
    Case(
        name="window_led-text-tcp",
        simulate=_on("tcp", SimTextLed),
        driver=lambda url: DRIVERS["text"](f"text+{url}"),
        work=_show,
        verify=_shown_soon,
        faults=_ONE_WAY,
    ),
)
