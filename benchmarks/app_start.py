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
HALL_KNOWN = 15.0
PLAN = ROOT / "db" / "sample" / "floor_map.toml"
PACKAGES = ("hall", "db", "devices", "qt_common", "kiosk_app", "counter_app", "display_app", "benchmarks")
COMPLETE = {"kiosk": "kept"}  # the event after which nothing is left to be written for the next start


def first_paint(app: str, url: str, keys: Keys, folder: Path) -> Result:
    """Of the app, which shows its start page first."""
    return _compare(app, "first_paint", url, keys, folder)


def usable(url: str, keys: Keys, folder: Path) -> Result:
    """Of the kiosk: a touch made as soon as its home page is painted is answered by the page behind the door."""
    return _compare("kiosk", "first_answer", url, keys, folder, program="benchmarks.kiosk_first_touch")


def hall_known(url: str, keys: Keys, folder: Path) -> Result:
    """Of the kiosk: the database has told how the hall is, which is painted in the next turn."""
    return _compare("kiosk", "hall_known", url, keys, folder, at_most=HALL_KNOWN)


def _compare(
    app: str, event: str, url: str, keys: Keys, folder: Path, *, program: str = "", at_most: float = AT_MOST
) -> Result:
    key_file, config = folder / "start-keys.toml", folder / "start.toml"
    save_keys(keys, key_file)
    config.write_text(
        f'[station]\nname = "start-1"\nfloor_map = "{PLAN}"\n[database]\nurl = "{url}"\nkeys = "{key_file}"\n'
        "[kiosk]\nfullscreen = false\n[display]\nfullscreen = false\n",
        encoding="utf-8",
    )
    whole = ["-m", f"{app}_app", "--config", str(config), "--trace-start"]
    command = ["-m", program, *whole[2:]] if program else whole
    subprocess.run([sys.executable, "-m", "compileall", "-q", *PACKAGES], cwd=ROOT, check=True)
    _seconds(whole, COMPLETE.get(app, event), folder)  # warms up, and keeps what a station has from the day before
    bare, ours = list[float](), list[float]()
    for _ in range(ROUNDS):
        bare.append(_seconds(["-m", "benchmarks.bare_window"], "first_paint", folder))
        ours.append(_seconds(command, event, folder))
    return Result(statistics.median(ours), statistics.median(bare), at_most)


def _seconds(command: list[str], event: str, state: Path) -> float:
    """From before the process is made to the event.

    Raises:
        TimeoutError: it did not come.
    """
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        own = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(state)}
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
