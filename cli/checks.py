"""The static checks: style, layout, types, and which package may import which."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cli.project import ROOT, present_packages

CHECKS = ("ruff", "format", "mypy", "imports")


def command_of(check: str) -> list[str]:
    """The command line of one of `CHECKS`; the programs are those beside our own interpreter."""
    programs = Path(sys.executable).parent
    if check == "ruff":
        return [str(programs / "ruff"), "check", "."]
    if check == "format":
        return [str(programs / "ruff"), "format", "--check", "."]
    if check == "mypy":
        packages = [argument for name in present_packages() for argument in ("-p", name)]
        return [sys.executable, "-m", "mypy", *packages]
    if check == "imports":
        return [str(programs / "lint-imports"), "--config", str(ROOT / ".importlinter")]
    raise ValueError(f"no check {check!r}; there are {', '.join(CHECKS)}")


def failing_checks(checks: Sequence[str] = CHECKS) -> list[str]:
    """Run the checks in the checkout, their words going to our output; return the names of those that fail."""
    failed = []
    # mypy and lint-imports find our packages through this, from wherever we were started.
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for check in checks:
        print(f"== {check}", flush=True)
        if subprocess.run(command_of(check), cwd=ROOT, stdin=subprocess.DEVNULL, env=environment).returncode:
            failed.append(check)
    return failed
