"""The watchdog: a crash and a hang are mended, an end that was wanted is left alone, the next tries come slower."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli import watchdog
from cli.watchdog import DELAYS, Watchdog

# Counts its starts; what it does in each is the argument's next letter.
PROGRAM = """
import os, sys, time
starts, acts = sys.argv[1:]
with open(starts, "a") as f:
    f.write("x")
act = acts[os.path.getsize(starts) - 1]
print('{"alive": true}', flush=True)
if act == "c": os.abort()
if act == "h": time.sleep(60)
if act == "t":
    for _ in range(600): print('{"alive": true}', flush=True); time.sleep(0.1)
sys.exit({"0": 0, "2": 2, "3": 3}.get(act, 9))
"""


@pytest.fixture(autouse=True)
def calm_signals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(watchdog, "DELAYS", (0.0,))
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def watched(tmp_path: Path, acts: str, hang: float = 30.0) -> tuple[int, int]:
    """Its exit status, and how many times the program was started."""
    starts = tmp_path / "starts"
    status = Watchdog([sys.executable, "-c", PROGRAM, str(starts), acts], hang_seconds=hang).run()
    return status, starts.stat().st_size


@pytest.mark.parametrize(
    ("acts", "result"), [("0", (0, 1)), ("2", (2, 1)), ("3", (3, 1)), ("c0", (0, 2)), ("990", (0, 3))]
)
def test_what_ended_badly_is_started_again(tmp_path: Path, acts: str, result: tuple[int, int]) -> None:
    assert watched(tmp_path, acts) == result


def test_what_gives_no_sign_of_life_is_killed_and_started_again(tmp_path: Path) -> None:
    assert watched(tmp_path, "h0", hang=1.0) == (0, 2)


def test_asked_to_end_it_asks_the_program_and_tries_no_more(tmp_path: Path) -> None:
    starts = tmp_path / "starts"

    def ask() -> None:
        deadline = time.monotonic() + 20
        while not starts.exists() and time.monotonic() < deadline:
            threading.Event().wait(0.05)
        os.kill(os.getpid(), signal.SIGTERM)

    asking = threading.Thread(target=ask)
    asking.start()
    status, count = watched(tmp_path, "tt")
    asking.join()
    assert (status, count) == (-signal.SIGTERM, 1)


def test_the_delays_grow_to_a_minute() -> None:
    assert list(DELAYS) == sorted(DELAYS) and DELAYS[0] <= 1 and DELAYS[-1] == 60
