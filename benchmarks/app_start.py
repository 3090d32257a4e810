"""From the start of an app's process to its first paint, and to use, against a bare PySide6 window in the same run.

The starts alternate, so that what else the machine does weighs on all alike; medians are compared. The bytecode is
compiled before: a station starts the same program every morning.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.result import Result
from db.crypto import Keys, save_keys

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
LONGEST = 60.0
AT_MOST = 2.0


def first_paint(app: str, url: str, keys: Keys, folder: Path) -> Result:
    """Of the app, which shows its start page first."""
    return _compare(app, "first_paint", url, keys, folder)


def usable(url: str, keys: Keys, folder: Path) -> Result:
    """Of the kiosk: it has read the hall's state and told its home page, which is painted in the next turn."""
    return _compare("kiosk", "usable", url, keys, folder)


def _compare(app: str, event: str, url: str, keys: Keys, folder: Path) -> Result:
    key_file, config = folder / "start-keys.toml", folder / "start.toml"
    save_keys(keys, key_file)
    config.write_text(
        f'[station]\nname = "start-1"\n[database]\nurl = "{url}"\nkeys = "{key_file}"\n'
        "[kiosk]\nfullscreen = false\n[display]\nfullscreen = false\n",
        encoding="utf-8",
    )
    command = ["-m", f"{app}_app", "--config", str(config), "--trace-start"]
    bare, ours = list[float](), list[float]()
    for number in range(ROUNDS + 1):
        least, found = _seconds(["-m", "benchmarks.bare_window"], "first_paint"), _seconds(command, event)
        if number:  # the first round warms up
            bare.append(least)
            ours.append(found)
    return Result(statistics.median(ours), statistics.median(bare), AT_MOST)


def _seconds(command: list[str], event: str) -> float:
    """From before the process is made to the event.

    Raises:
        TimeoutError: it did not come.
    """
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        own = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": folder}
        begun = time.monotonic()
        program = subprocess.Popen(
            [sys.executable, "-P", *command, str(trace)],
            cwd=ROOT,
            env=os.environ | own,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while time.monotonic() - begun < LONGEST:
                if trace.exists():
                    for line in trace.read_text(encoding="utf-8").splitlines():
                        noted = json.loads(line) if line.endswith("}") else {}
                        if noted.get("event") == event:
                            return float(noted["at"]) - begun
                time.sleep(0.005)
        finally:
            program.terminate()
            program.wait(30)
    raise TimeoutError(f"no {event} of {command}")
