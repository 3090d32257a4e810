"""A window manager (openbox) and another program's windows on a screen of the test's own."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.project import ROOT
from tests.support.touch_screen import TouchScreen

LONG = 30.0


class WindowManager:
    """Openbox as it is installed: four workspaces, menus on the background, all its keys."""

    def __init__(self, screen: TouchScreen, folder: Path) -> None:
        self._folder = folder
        self._environment = os.environ | screen.environment | {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
        self._process: subprocess.Popen[bytes] | None = None
        self._rounds = 0

    @property
    def is_ready(self) -> bool:
        """It has looked at all windows that were there, and its keys work."""
        return self._sign.exists()

    def start(self) -> None:
        """Begin; see `is_ready`."""
        self._rounds += 1
        command = ["openbox", "--startup", f"touch {self._sign}"]
        self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(LONG)
            self._process = None

    @property
    def _sign(self) -> Path:
        return self._folder / f"window-manager-{self._rounds}"


class Rivals:
    """Another program that opens windows when told (see `tests.support.rival_window`)."""

    def __init__(self, screen: TouchScreen) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.support.rival_window"],
            env=os.environ | screen.environment | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._said: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, name="reads-rivals", daemon=True)
        self._reader.start()
        self.keys = 0

    def open(self, kind: str) -> None:
        """Open one; it has been on the screen when this returns."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{kind}\n")
        self._process.stdin.flush()
        while (said := self._said.get(timeout=LONG)) != kind:
            assert said == "key", said

    def close(self) -> None:
        """End the program."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(LONG)
        self._reader.join(LONG)
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.keys += line == "key\n"
            self._said.put(line.strip())


@contextmanager
def a_desktop(screen: TouchScreen, folder: Path) -> Iterator[tuple[WindowManager, Rivals]]:
    """A window manager that has begun to start, and a program of which no window is open yet."""
    manager, rivals = WindowManager(screen, folder), Rivals(screen)
    try:
        manager.start()
        yield manager, rivals
    finally:
        rivals.close()
        manager.kill()
