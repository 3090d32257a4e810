"""Thirty short days of a board: each begins without yesterday's calls, and nothing grows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_board_runs_through_thirty_days_without_growing() -> None:
    command = [sys.executable, "-m", "benchmarks.board_soak", "--days", "30", "--calls", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert (found["calls"], found["problems"]) == (90, [])
    assert found["memory_growth"] < 0.05
