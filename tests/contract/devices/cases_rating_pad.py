"""Rating pads under the contract. A pad only ever sends one byte a key, so most faults look like silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from devices.core.errors import NotConnected
from devices.rating_pad.drivers import DRIVERS
from devices.rating_pad.interface import Answer
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.pad import SimPad
from devices.sim.wires import PtyWire, TcpWire
from tests.contract.devices.harness import Case, fails, works_or

_ASK_SECONDS = 1.0


def _case(wire: str) -> Case:
    def simulate(folder: Path) -> Host:
        return SimHost(SimPad(), PtyWire(folder / "pad", 19200) if wire == "serial" else TcpWire())

    def work(pad: Any, host: Host) -> Answer | None:
        host.command("press", {"key": 2, "when": "asked"})
        answer: Answer | None = pad.ask(_ASK_SECONDS, lambda: False)
        return answer

    def verify(answer: Answer | None, host: Host) -> None:
        # Under a fault silence is right too (未评价); any other answer than the key pressed never is.
        faulty = isinstance(host, SimHost) and host.device.faults
        assert answer is Answer.GOOD or (faulty and answer is None)

    return Case(
        name=f"rating_pad-pj06-{wire}",
        simulate=simulate,
        driver=DRIVERS[wire],
        work=work,
        verify=verify,
        faults={
            "dont_answer": works_or(),
            "go_awol": fails(NotConnected),
            "drop_connection": works_or(NotConnected),
            "slow": works_or(),
            "split": works_or(),
            "merge": works_or(),
            "leading_garbage": works_or(),
            "bad_checksum": works_or(),
        },
    )


def _press_once(host: Host) -> Callable[[], bool]:
    """Called when the question is out, which this pad does not hear of."""
    pressed: list[bool] = []

    def cancelled() -> bool:
        if not pressed:
            pressed.append(True)
            host.command("press", {"key": 2, "as_digit": True})
        return False

    return cancelled


def _digits(pad: Any, host: Host) -> Answer | None:
    answer: Answer | None = pad.ask(_ASK_SECONDS, _press_once(host))
    return answer


CASES = (
    _case("serial"),
    _case("tcp"),
    replace(
        _case("serial"),
        name="rating_pad-digits-serial",
        driver=lambda url: DRIVERS["digits"](f"digits+{url}"),
        work=_digits,
    ),
)
