"""Dozens of visits of all kinds leave a kiosk as it was: no widget, thread, descriptor or kilobyte more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cli.project import ROOT

# Python's objects reach their size in about fifty visits; the second half is what is judged.
VISITS = 100


@pytest.mark.timeout(240)
@pytest.mark.skipif(sys.platform != "linux", reason="weighs by /proc")
def test_visits_of_all_kinds_leave_nothing_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "benchmarks.kiosk_soak", "--traced", "--visits", str(VISITS)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=220,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout.rstrip().endswith("nothing grew")
