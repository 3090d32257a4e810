"""The contract that every driver keeps with its simulator on the wire (设备契约测试).

To put a driver under the contract, add a module ``cases_<kind>.py`` beside this one with ``CASES``, a tuple of
`Case`; `test_device_contract` and `test_device_leaks` find it by its name::

    def strip(folder: Path) -> Host:
        return SimHost(StripSim(), TcpWire())

    CASES = (
        Case(
            name="window_led-tcp",
            simulate=strip,                                  # a simulator, not started
            driver=DRIVERS["tcp"],                           # address -> driver, not opened
            work=lambda led, host: led.show("请A001到3号窗口"),  # one typical call; host to press a key first
            verify=lambda result, host: assert host.command("shown")["text"] == …,
            done=lambda host: host.command("shown")["count"],    # how often the device did it; see below
        ),
    )

What is tried, for each fault set *before* the connection and for each set *in the middle of* a session:

- The call returns the right result (``verify`` passes) or raises one of the fault's expected `DeviceError` classes;
  never another exception, never a wrong result, never later than ``deadline`` seconds.
- ``outcome_known`` is true: when an error says that the outcome is known, ``done(host)`` has not changed.
- After ``clear`` the supervisor brings the device back by itself and the same call gives the right result.

`WIRE_FAULTS` says what is expected of the faults of the wire; a case overrides single ones in ``faults`` and adds
the device's own (``{"paper_out": fails(PaperOut)}``). A fault mapped to None is not tried.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from devices.core.address import Address
from devices.core.errors import DeviceError, DeviceTimeout, NotConnected, ProtocolError
from devices.core.supervisor import Timings
from devices.sim.catalogue import Host

QUICK = Timings(probe_every=0.2, first_retry=0.02, longest_retry=0.1)


@dataclass(frozen=True, slots=True)
class Expect:
    """What may come of a call under a fault: the right result, or one of these errors."""

    errors: tuple[type[DeviceError], ...]
    may_succeed: bool


def fails(*errors: type[DeviceError]) -> Expect:
    """It must fail, with one of these."""
    return Expect(errors, may_succeed=False)


def works_or(*errors: type[DeviceError]) -> Expect:
    """It must give the right result or fail with one of these."""
    return Expect(errors, may_succeed=True)


WIRE_FAULTS: Mapping[str, Expect] = {
    "dont_answer": fails(DeviceTimeout),
    "go_awol": fails(NotConnected),
    "drop_connection": works_or(NotConnected, DeviceTimeout, ProtocolError),
    "slow": works_or(DeviceTimeout),
    "split": works_or(),
    "merge": works_or(DeviceTimeout, ProtocolError),
    "leading_garbage": works_or(DeviceTimeout, ProtocolError),
    "bad_checksum": fails(ProtocolError, DeviceTimeout),
}


@dataclass(frozen=True)
class Case:
    """One driver with one simulator on one kind of wire.

    Attributes:
        name: ``kind-variant-wire``, for the test's id.
        simulate: builds the simulator in a folder of its own.
        driver: builds the driver for the simulator's address plus ``query``.
        work: one typical call on the opened driver; the host is there to lay a card or press a key.
        verify: asserts that the result is right; gets the host to look at the device.
        done: how often the device carried the work out, for calls that leave something in the world (a ticket).
        query: options appended to the address, such as ``"profile=80mm"``.
        faults: expectations that differ from or add to `WIRE_FAULTS`; None for a fault that makes no sense.
        leak_simulate: a simulator for the 1000 rounds of the leak tests, where the usual one would take too long (a
            camera, whose rounds each wait for pictures).
        deadline: longest time in seconds for any single call, with room for a slow machine.
    """

    name: str
    simulate: Callable[[Path], Host]
    driver: Callable[[str], Any]
    work: Callable[[Any, Host], object]
    verify: Callable[[Any, Host], None]
    done: Callable[[Host], int] | None = None
    query: str = ""
    faults: Mapping[str, Expect | None] = field(default_factory=dict)
    deadline: float = 20.0
    leak_simulate: Callable[[Path], Host] | None = None

    def make(self, host: Host, extra: str = "") -> Any:
        """The driver for the host's address, with ``extra`` options."""
        options = "&".join(part for part in (self.query, extra) if part)
        joint = "&" if "?" in host.url else "?"
        return self.driver(host.url + (joint + options if options else ""))

    def expectations(self) -> dict[str, Expect]:
        """Every fault to try, with what is expected."""
        merged = {**WIRE_FAULTS, **self.faults}
        return {name: expect for name, expect in merged.items() if expect is not None}


def all_cases() -> list[Case]:
    """The cases of every ``cases_*.py`` in this folder, or of the modules that HALL_CONTRACT_CASES names.

    A vendor runs the contract on a driver of its own with ``HALL_CONTRACT_CASES=acme_pad_cases``.
    """
    named = [name for name in os.environ.get("HALL_CONTRACT_CASES", "").split(",") if name]
    here = Path(__file__).parent
    names = named or [f"{__package__}.{path.stem}" for path in sorted(here.glob("cases_*.py"))]
    return [case for name in names for case in import_module(name).CASES]


def settle(host: Host, fault: str) -> None:
    """Wait until a fault that takes the address away has done so."""
    if fault != "go_awol":
        return
    pause = threading.Event()
    for _ in range(1000):
        if _is_away(host.url):
            return
        pause.wait(0.01)
    raise AssertionError(f"{host.url} did not go away")


def _is_away(url: str) -> bool:
    address = Address.parse(url)
    if address.transport in ("serial", "pdf"):
        return not Path(address.path).exists()
    if address.scheme in ("spool", "folder", "voice+clips"):
        return not Path(address.path).exists()
    if address.scheme == "file":
        return not Path(address.path).parent.exists()
    if "program" in address.options:
        return not Path(address.options["program"]).exists()
    try:
        socket.create_connection(address.host_port(), timeout=2).close()
    except OSError:
        return True
    return False
