"""A simulator as a program: it ends with who started it, or when it is told to if nobody holds its input."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.ticket_printer.drivers import make_escpos

ROOT = Path(__file__).resolve().parents[4]


def started(stdin: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "devices.sim", "ticket_printer"],
        cwd=ROOT,
        stdin=stdin,
        stdout=subprocess.PIPE,
        text=True,
    )


def address(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return str(json.loads(program.stdout.readline())["url"])


@pytest.fixture
def detached() -> Iterator[subprocess.Popen[str]]:
    program = started(subprocess.DEVNULL)
    yield program
    program.kill()
    program.communicate()


def test_in_the_background_of_a_script_it_runs_until_it_is_told_to_end(detached: subprocess.Popen[str]) -> None:
    printer = make_escpos(address(detached))
    with pytest.raises(subprocess.TimeoutExpired):
        detached.wait(0.5)
    printer.open()
    assert printer.probe().is_ready
    printer.close()
    detached.terminate()
    assert detached.wait(30) == 0


def test_it_ends_with_the_program_that_started_it() -> None:
    program = started(subprocess.PIPE)
    address(program)
    assert program.stdin is not None
    program.stdin.close()
    assert program.wait(30) == 0
    assert program.stdout is not None
    program.stdout.close()
