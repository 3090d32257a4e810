"""A machine with several screens whose cables can be pulled out: a real X server on Xorg's dummy driver."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.touch_screen import START_SECONDS, TouchScreen

FIRST, SECOND = "DUMMY0", "DUMMY1"
Area = tuple[int, int, int, int]  # x, y, width, height
CONFIGURATION = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoEnableDevices" "false"
EndSection
Section "Device"
    Identifier "dummy"
    Driver "dummy"
    VideoRam 128000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 1-1000
    VertRefresh 1-1000
EndSection
Section "Screen"
    Identifier "screen"
    Device "dummy"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 4096 2160
        Modes "1920x1080"
    EndSubSection
EndSection
"""


class PluggedScreens(TouchScreen):
    """The screens of one machine."""

    def plug(self, name: str, mode: str, *, right_of: str = "") -> None:
        """Switch a screen on, or to another mode such as ``"1280x720"``."""
        if name != FIRST:  # the driver gives modes to the first only
            self._xrandr("--addmode", name, mode)
        place = ["--right-of", right_of] if right_of else ["--pos", "0x0"]
        self._xrandr("--output", name, "--mode", mode, *place)
        self._xrandr("--query")  # makes the driver look: what has a mode is connected

    def unplug(self, name: str) -> None:
        """Its cable is out."""
        self._xrandr("--output", name, "--off")

    def area(self, name: str) -> Area:
        """Where it lies now; the tool moves a screen that would be left alone to the corner."""
        found = re.search(rf"^{name} .*?(\d+)x(\d+)\+(\d+)\+(\d+)", self._xrandr("--query"), re.MULTILINE)
        assert found, f"{name} is off"
        width, height, x, y = map(int, found.groups())
        return x, y, width, height

    def _xrandr(self, *arguments: str) -> str:
        environment = os.environ | {"DISPLAY": self.display}
        command = ["xrandr", *arguments]
        return subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=20
        ).stdout


@contextmanager
def plugged_screens(folder: Path) -> Iterator[PluggedScreens]:
    """Start the X server on a free display, with the first screen on, and end it.

    Args:
        folder: for its configuration and its log.
    """
    configuration = folder / "xorg.conf"
    configuration.write_text(CONFIGURATION, encoding="ascii")
    read, write = os.pipe()
    command = [
        "Xorg",
        "-displayfd",
        str(write),
        "-config",
        configuration.name,
        "-logfile",
        str(folder / "xorg.log"),
    ]
    command += ["-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts"]
    server = subprocess.Popen(command, cwd=folder, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not start"
        yield PluggedScreens(f":{number}", 4096, 2160)
    finally:
        server.terminate()
        server.wait(START_SECONDS)
