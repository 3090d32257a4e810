"""``hallctl test``: the static checks, then the tests."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from cli.checks import failing_checks
from cli.project import ROOT

WORKERS = "3"  # the smallest machine we test on has two cores, and a third of the tests waits for devices


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "test",
        help="静态检查与全部测试；其余参数交给 pytest / all checks and tests; other arguments go to pytest",
        allow_abbrev=False,
    )
    parser.add_argument("--no-checks", action="store_true", help="only the tests")
    parser.set_defaults(run=run, passes_on=True)


def pytest_command(passed_on: Sequence[str]) -> list[str]:
    """The command line of pytest; three workers unless the arguments say otherwise."""
    own = any(given.startswith(("-n", "--numprocesses", "--pdb")) or "no:xdist" in given for given in passed_on)
    # A worker that is done takes over what the other has not begun: some tests last a minute, most a moment.
    side_by_side = [] if own else ["-n", WORKERS, "--dist", "worksteal"]
    return [sys.executable, "-m", "pytest", *side_by_side, *passed_on]


def run(options: argparse.Namespace) -> int:
    """Run the checks and pytest, whose summary is the last line; 0 when all of it passes."""
    failed = [] if options.no_checks else failing_checks()
    if failed:
        print(f"静态检查未通过 / checks failed: {', '.join(failed)}", flush=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    tests = subprocess.run(pytest_command(options.passed_on), cwd=ROOT, env=environment).returncode
    return tests or (1 if failed else 0)
