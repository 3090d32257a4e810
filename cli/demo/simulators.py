"""The demo's simulated devices, each a program of its own on a wire (模拟设备)."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.demo.children import Children
from devices.sim.control import ControlClient

READY_SECONDS = 90.0
# kind of simulator -> whether it hangs on a serial line
DEVICES = {
    "ticket_printer": False,
    "id_card_reader": True,
    "rating_pad": True,
    "code_scanner": True,
    "document_camera": False,
    "window_led": False,
}


@dataclass(frozen=True, slots=True)
class Simulator:
    """A running simulator: its address for the station's configuration, its control for the bench."""

    kind: str
    url: str
    control: str

    def do(self, do: str, **arguments: object) -> dict[str, Any]:
        """Carry out a command of the bench.

        Raises:
            OSError: it is gone.
            ValueError: it refused.
        """
        return ControlClient(self.control).do(do, **arguments)


def start_simulators(children: Children, folder: Path) -> dict[str, Simulator]:
    """Start all of them, serial ones on pseudo-terminals where the system has any.

    Args:
        folder: the demo's folder; each simulator leaves its things in one under it.

    Raises:
        ChildError: one did not start.
    """
    lines = Path(tempfile.mkdtemp(prefix="hall-demo-")) if os.name == "posix" else None
    started = {}
    for kind, serial in DEVICES.items():
        own = folder / kind
        own.mkdir(parents=True, exist_ok=True)
        wire = ["--pty", str(lines / kind)] if serial and lines is not None else []
        started[kind] = children.start(f"sim-{kind}", "devices.sim", kind, "--dir", str(own), *wire)
    found = {}
    for kind, child in started.items():
        ready = child.ready("control", READY_SECONDS)
        found[kind] = Simulator(kind, str(ready["url"]), str(ready["control"]))
    return found
