"""Code scanners under the contract: Newland by command, and any scanner with a suffix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from devices.code_scanner.drivers import DRIVERS
from devices.code_scanner.interface import ScannedCode
from devices.core.errors import NotConnected, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.scanner import SimScanner
from devices.sim.wires import PtyWire
from tests.contract.devices.harness import Case, fails, works_or

_TEXT = "HALL:办件20260001:𠮷"


def _simulate(folder: Path) -> Host:
    return SimHost(SimScanner(), PtyWire(folder / "scanner", 9600))


def _with_suffix(folder: Path) -> Host:
    sim = SimScanner()
    sim.command("settings", {"mode": 2, "suffix": "0D"})
    return SimHost(sim, PtyWire(folder / "scanner", 9600))


def _triggered(scanner: Any, host: Host) -> ScannedCode | None:
    host.command("scan", {"text": _TEXT, "when": "triggered"})
    code: ScannedCode | None = scanner.wait_code(3.0, lambda: False)
    return code


def _shown(scanner: Any, host: Host) -> ScannedCode | None:
    scanner.forget()
    host.command("scan", {"text": _TEXT})
    code: ScannedCode | None = scanner.wait_code(2.0, lambda: False)
    return code


def _verify(code: ScannedCode | None, host: Host) -> None:
    assert code is not None and code.text == _TEXT


def _verify_one_way(code: ScannedCode | None, host: Host) -> None:
    # Nothing tells a silent scanner from a citizen who shows no code; a wrong code never is right.
    faulty = isinstance(host, SimHost) and host.device.faults
    assert (faulty and code is None) or (code is not None and code.text == _TEXT)


CASES = (
    Case(
        name="code_scanner-newland-serial",
        simulate=_simulate,
        driver=lambda url: DRIVERS["nls"](url.replace("serial://", "nls+serial://")),
        work=_triggered,
        verify=_verify,
    ),
    Case(
        name="code_scanner-any-serial",
        simulate=_with_suffix,
        driver=DRIVERS["serial"],
        work=_shown,
        verify=_verify_one_way,
        query="suffix=any",
        faults={
            "dont_answer": works_or(),
            "go_awol": fails(NotConnected),
            "drop_connection": works_or(NotConnected, ProtocolError),
            "slow": works_or(),
            "merge": works_or(),
            "leading_garbage": works_or(ProtocolError),
            "bad_checksum": works_or(),
        },
    ),
)
