"""Programs of ours that run beside a measurement."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def speaking(module: str, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start ``python -m module``, which speaks on its output: the process and its first line; end it."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.terminate()
        process.communicate(timeout=30)
