"""Dozens of visits leave a kiosk as it was: no widget, thread or descriptor more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cli.project import ROOT


@pytest.mark.skipif(sys.platform != "linux", reason="weighs by /proc")
def test_visits_of_all_kinds_leave_nothing_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "benchmarks.kiosk_soak", "--visits", "27"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout.rstrip().endswith("nothing grew")
