"""No way out of a kiosk, and back on its feet after a crash or a hang: real processes on a screen of their own."""

from __future__ import annotations

import os
import re
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.children import Child, Children
from cli.demo.hall import make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import Station, connect_hands, write_config
from cli.project import ROOT
from db.passwords import Argon2Passwords
from tests.support.touch_screen import TouchScreen, touch_screen

pytestmark = [pytest.mark.timeout(240), pytest.mark.skipif(os.name != "posix", reason="an X server, and signals")]
SLOW = 90.0
SIZE = (1080, 1920)
PIN = "2580"


class Watched:
    """A kiosk under its watchdog."""

    def __init__(self, screen: TouchScreen, watchdog: Child, token: str, environment: dict[str, str]) -> None:
        self.screen, self.watchdog = screen, watchdog
        self.environment = environment
        self._token = token
        self._hands: list[Hand] = []
        self.up()

    @property
    def hand(self) -> Hand:
        """At the kiosk that runs now."""
        return self._hands[-1]

    def close(self) -> None:
        """Close the connections, of those that are gone too."""
        for hand in self._hands:
            hand.close()

    def up(self) -> None:
        """Wait until the kiosk stands there (again)."""
        self._hands.append(connect_hands({"kiosk": self.watchdog}, self._token)["kiosk"])
        self.hand.wait(lambda s: s["online"] and s["screen"] == "home", "home", timeout=SLOW)

    @property
    def process(self) -> int:
        """Of the kiosk that runs now."""
        return int(re.findall(r"started as process (\d+)", self.watchdog.log.read_text())[-1])


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    sections = f'[kiosk]\nfullscreen = true\nstaff_pin_hash = "{Argon2Passwords().hash(PIN)}"\n'
    config = write_config(Station("kiosk-1", "kiosk_app", sections), folder)
    with touch_screen(*SIZE) as screen:
        environment = child_environment(folder, token, headless=False) | screen.environment
        with Children(folder.logs, environment) as children:
            arguments = ("kiosk", "--watch", "--hang-seconds", "5", "--config", str(config))
            watched = Watched(screen, children.start("kiosk-1", "cli", *arguments), token, environment)
            watched.environment["CONFIG"] = str(config)
            yield watched
            watched.close()


def test_nobody_leaves_the_kiosk_but_the_staff_and_it_comes_back_from_a_crash_and_a_hang(watched: Watched) -> None:
    screen, first = watched.screen, watched.process
    for chord in ("alt+F4", "ctrl+q", "ctrl+w", "ctrl+alt+t", "alt+Tab", "ctrl+Escape", "super", "F11", "Escape"):
        screen.keys(chord)
    screen.touch_at(SIZE[0] // 2, SIZE[1] // 3, button=3)
    for window in screen.windows():
        screen.ask_to_close(window)
    assert watched.hand.state()["screen"] == "home"
    assert watched.hand.where("kiosk") == (0, 0, *SIZE)
    assert len(screen.windows()) == 1, "one window, and no menu"

    config = watched.environment["CONFIG"]
    second = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk_app", "--config", config],
        env=os.environ | watched.environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SLOW,
        check=False,
    )
    assert (second.returncode, second.stderr.strip().splitlines()[0]) == (3, "本机已经运行着这个程序。")

    os.kill(first, signal.SIGKILL)
    watched.up()
    crashed, again = first, watched.process
    assert again != crashed

    os.kill(again, signal.SIGSTOP)
    watched.up()
    assert watched.process not in (crashed, again)

    for _ in range(5):
        watched.hand.click("staff_corner")
    for digit in PIN:
        watched.hand.click(f"key_{digit}")
    watched.hand.click("pin_submit")
    screen.touch(watched.hand, "staff_close", timeout=SLOW)
    watched.watchdog.wait()
    assert watched.watchdog.end(0.0) == 0
    assert watched.watchdog.log.read_text().count("started as process") == 3
