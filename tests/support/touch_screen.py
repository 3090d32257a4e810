"""A screen of its own (Xvfb) and a finger on it (xdotool): what a person does, without any help from Qt."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cli.demo.hand import Hand

START_SECONDS = 20


@dataclass(frozen=True, slots=True)
class TouchScreen:
    """A running X server.

    Attributes:
        display: such as ``":93"``.
    """

    display: str
    width: int
    height: int

    @property
    def environment(self) -> dict[str, str]:
        """For the app that is to appear on it."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}

    def touch(self, hand: Hand, name: str, *, timeout: float = 30.0) -> None:
        """Put the finger on the middle of a widget, by the coordinates of the screen."""
        x, y, width, height = hand.where(name, timeout=timeout)
        self.touch_at(x + width // 2, y + height // 2)

    def touch_at(self, x: int, y: int, button: int = 1) -> None:
        """Put the finger there."""
        assert 0 <= x < self.width and 0 <= y < self.height, f"{x}, {y} is beside the screen"
        self.xdotool("mousemove", str(x), str(y), "click", str(button))

    def keys(self, *names: str) -> None:
        """Press keys, such as ``"alt+F4"``."""
        self.xdotool("key", *names)

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this screen."""
        environment = os.environ | {"DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout


@contextmanager
def touch_screen(width: int, height: int) -> Iterator[TouchScreen]:
    """Start an X server on a free display, and end it."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not start"
        yield TouchScreen(f":{number}", width, height)
    finally:
        server.terminate()
        server.wait(START_SECONDS)
