"""A screen of its own (Xvfb) and a finger on it (xdotool): what a person does, without any help from Qt."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cli.demo.hand import Hand

START_SECONDS = 20
Z_PIXMAP = 2


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

    def windows(self) -> list[int]:
        """All windows that can be seen."""
        return [int(number) for number in self.xdotool("search", "--onlyvisible", "--name", ".").split()]

    def ask_to_close(self, window: int) -> None:
        """Send WM_DELETE_WINDOW, as a window manager does for Alt+F4."""
        with self._wire() as (x11, wire):
            protocols = x11.XInternAtom(wire, b"WM_PROTOCOLS", False)
            delete = x11.XInternAtom(wire, b"WM_DELETE_WINDOW", False)
            event = _ClientMessage(type=33, send_event=1, window=window, message_type=protocols, format=32)
            event.data[0] = delete
            assert x11.XSendEvent(wire, ctypes.c_ulong(window), False, ctypes.c_long(0), ctypes.byref(event))

    def colours(self, *places: tuple[int, int]) -> list[tuple[int, int, int]]:
        """What is to be seen there, whoever drew it: red, green, blue; black where no screen is."""
        found = []
        with self._wire() as (x11, wire):
            root = ctypes.c_ulong(x11.XDefaultRootWindow(wire))
            for x, y in places:
                image = ctypes.c_void_p(x11.XGetImage(wire, root, x, y, 1, 1, ctypes.c_ulong(-1), Z_PIXMAP))
                pixel = x11.XGetPixel(image, 0, 0) if image else 0
                found.append((pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255))
                if image:
                    x11.XDestroyImage(image)
        return found

    @contextmanager
    def _wire(self) -> Iterator[tuple[ctypes.CDLL, ctypes.c_void_p]]:
        x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(x11, name).restype = ctypes.c_void_p
        for name in ("XInternAtom", "XDefaultRootWindow", "XGetPixel"):
            getattr(x11, name).restype = ctypes.c_ulong
        wire = ctypes.c_void_p(x11.XOpenDisplay(self.display.encode()))
        assert wire, "no connection to the X server"
        # The library's own way with an error, such as a place that is no longer there, is to end the program.
        ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda wire, error: 0)
        x11.XSetErrorHandler(ignore)
        try:
            yield x11, wire
        finally:
            x11.XCloseDisplay(wire)
            x11.XSetErrorHandler(None)

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this screen."""
        environment = os.environ | {"DISPLAY": self.display}
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib, as long as XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


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
