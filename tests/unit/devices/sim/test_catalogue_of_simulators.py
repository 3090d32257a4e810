"""Simulators as programs: started by name, announced on one line, commanded over their control port."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from devices.core.registry import default_registry
from devices.sim.control import ControlClient

# kind of simulator, its wire, driver's kind, what to put before the address
PAIRS = [
    ("id_card_reader", "pty", "id_card_reader", ""),
    ("rating_pad", "pty", "rating_pad", ""),
    ("code_scanner", "pty", "code_scanner", "nls+"),
    ("window_led", "tcp", "window_led", ""),
    ("window_led_strip", "pty", "window_led", ""),
    ("window_led_text", "tcp", "window_led", "text+"),
    ("sms_modem", "pty", "sms_modem", ""),
]


@pytest.mark.parametrize(("simulator", "wire", "kind", "prefix"), PAIRS)
def test_a_simulator_runs_as_a_program_and_the_registered_driver_talks_to_it(
    simulator: str, wire: str, kind: str, prefix: str, tmp_path: Path
) -> None:
    place = ["--pty", str(tmp_path / "tty")] if wire == "pty" else []
    command = [sys.executable, "-m", "devices.sim", simulator, "--dir", str(tmp_path), *place]
    root = Path(__file__).parents[4]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as program:
        assert program.stdin is not None and program.stdout is not None
        try:
            ready = json.loads(program.stdout.readline())
            assert ready["kind"] == simulator
            driver = default_registry(vendor=()).make_driver(kind, prefix + ready["url"])
            driver.open()
            assert driver.probe().is_ready
            driver.close()
            state = ControlClient(ready["control"]).do("state")
            assert state
            with pytest.raises(ValueError, match="unknown command"):
                ControlClient(ready["control"]).do("dance")
        finally:
            program.stdin.close()
        assert program.wait(timeout=20) == 0
