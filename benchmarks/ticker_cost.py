"""What a running board costs (滚动字幕的开销): CPU seconds of the real program for each second of running text.

The program shows the shipped main board on an X server of its own, full screen, with a text that is too long to fit
and so runs all the time at sixty frames a second. The reference is one core.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.result import Result
from cli.demo.hand import Hand
from db.crypto import Keys, save_keys
from qt_common.remote_hand import TOKEN_VARIABLE

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 12.0
SETTLE = 3.0  # seconds after the start that are not counted
FEWEST_FRAMES = 55.0  # a second
SIZES = {"1080p": (1920, 1080, 0.10), "4k": (3840, 2160, 0.25)}  # width, height, share of a core
NOTICES = [f"第{n}条通知：请各位办事群众提前准备好身份证件和申请材料，按号有序办理" for n in range(1, 9)]


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured: CPU seconds, seconds of the clock, frames a second."""

    cpu: float
    wall: float
    frames: float


def ticker(url: str, keys: Keys, folder: Path, size: str) -> Result:
    """CPU seconds against the clock's seconds of one core."""
    width, height, share = SIZES[size]
    cost = measure(url, keys, folder, width, height)
    note = "" if cost.frames >= FEWEST_FRAMES else f"only {cost.frames:.1f} frames a second"
    return Result(cost.cpu, cost.wall, share, note=note)


def measure(url: str, keys: Keys, folder: Path, width: int, height: int, seconds: float = SECONDS) -> Cost:
    """Run the board for a while."""
    key_file, config = folder / "ticker-keys.toml", folder / "ticker.toml"
    save_keys(keys, key_file)
    notices = ", ".join(f'"{text}"' for text in NOTICES)
    config.write_text(
        f'[station]\nname = "board-1"\n[database]\nurl = "{url}"\nkeys = "{key_file}"\n'
        f"[display]\nfullscreen = false\nwidth = {width}\nheight = {height}\n[demo]\ncontrol_port = 0\n"
        f"[profile_overrides]\nnotices = [{notices}]\n",
        encoding="utf-8",
    )
    with _screen(width, height) as display, _board(config, display) as (process, hand):
        deadline = time.monotonic() + 60
        while hand.state()["stale"] or not hand.state()["frames"]:
            if time.monotonic() > deadline:
                raise TimeoutError("no text runs on the board")
            time.sleep(0.1)
        time.sleep(SETTLE)
        began, cpu, frames = time.monotonic(), _cpu_seconds(process.pid), int(hand.state()["frames"])
        time.sleep(seconds)
        wall = time.monotonic() - began
        return Cost(_cpu_seconds(process.pid) - cpu, wall, (int(hand.state()["frames"]) - frames) / wall)


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process with all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _screen(width: int, height: int) -> Iterator[str]:
    """An X server on a free display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def _board(config: Path, display: str) -> Iterator[tuple[subprocess.Popen[str], Hand]]:
    """The real program on that server, with the hand that asks it what it shows."""
    token = secrets.token_hex(16)
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "1",
        "PYTHONPATH": str(ROOT),
        TOKEN_VARIABLE: token,
    }
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "display_app", "--config", str(config)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise TimeoutError("the board did not start")
        yield process, Hand("board", int(json.loads(line)["remote_hand"]), token)
    finally:
        process.terminate()
        process.wait(30)
