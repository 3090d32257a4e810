"""A kiosk's start as a process: the second shows the home page before all else, and a wrong file shows nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.project import ROOT
from db.crypto import new_keys, save_keys
from db.engine import connect
from db.sample import seed_sample
from db.schema import upgrade
from db.store import open_store
from hall.identity import system_at
from tests.support.sample_hall import PlainHasher

pytestmark = pytest.mark.timeout(180)
LONGEST = 80.0


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A hall and its kiosk's configuration."""
    url, keys = f"sqlite:///{tmp_path / 'hall.db'}", new_keys()
    database = connect(url)
    upgrade(database)
    database.engine.dispose()
    store = open_store(url, keys)
    seed_sample(store, PlainHasher(), by=system_at("test"))
    store.close()
    save_keys(keys, tmp_path / "hall.keys")
    file = tmp_path / "machine.toml"
    file.write_text(
        f'[station]\nname = "kiosk-1"\n[database]\nurl = "{url}"\nkeys = "hall.keys"\n'
        "[kiosk]\nfullscreen = false\n",
        encoding="utf-8",
    )
    return file


class Run:
    """One run of the program, and what it noted of its start."""

    def __init__(self, machine: Path, name: str) -> None:
        self._trace = machine.with_name(name)
        own = {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(machine.parent / "state")}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "kiosk_app", "--config", str(machine), "--trace-start", str(self._trace)],
            env={**os.environ, **own, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def events(self) -> list[str]:
        """In the order in which they came."""
        if not self._trace.exists():
            return []
        lines = self._trace.read_text(encoding="utf-8").splitlines()
        found: list[dict[str, Any]] = [json.loads(line) for line in lines if line.endswith("}")]
        return [str(noted["event"]) for noted in found]

    def until(self, condition: Callable[[list[str]], bool]) -> list[str]:
        end = time.monotonic() + LONGEST
        while not condition(self.events()):
            assert self.process.poll() is None, self.process.communicate()[1]
            assert time.monotonic() < end, self.events()
            time.sleep(0.02)
        return self.events()

    def end(self) -> int:
        self.process.terminate()
        self.process.communicate(timeout=LONGEST)
        return self.process.returncode


def test_the_second_start_shows_the_home_page_before_all_else_and_a_wrong_file_shows_none(machine: Path) -> None:
    first = Run(machine, "first")
    events = first.until(lambda seen: "kept" in seen and "hall_known" in seen)
    assert events[:3] == ["first_paint", "home", "joined"], "the start page came first"
    assert first.end() == 0

    second = Run(machine, "second")
    events = second.until(lambda seen: "hall_known" in seen)
    assert events == ["first_paint", "home", "joined", "hall_known"]
    assert second.end() == 0

    machine.write_text(machine.read_text(encoding="utf-8") + "idle_second = 45\n", encoding="utf-8")
    wrong = Run(machine, "wrong")
    _, said = wrong.process.communicate(timeout=LONGEST)
    assert wrong.process.returncode == 2
    assert "kiosk.idle_second：未知的配置项" in said
    assert "home" not in wrong.events()
