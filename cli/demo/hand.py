"""The near end of the remote hand (演示控制): presses real buttons of a running app and reads what it shows."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

POLL_SECONDS = 0.05


class HandError(Exception):
    """The app refused a request, is gone, or did not show what was expected in time."""


class Hand:
    """One connection to one app.

    Args:
        name: of the app, for messages.
        port: its loopback port.
        token: as the app got it in its environment.
    """

    def __init__(self, name: str, port: int, token: str) -> None:
        self.name = name
        self._token = token
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=15)
        self._stream = self._socket.makefile("rwb")

    def do(self, do: str, **arguments: object) -> dict[str, Any]:
        """Send one request and return its answer.

        Raises:
            HandError: refused, or the app is gone.
        """
        try:
            self._stream.write(json.dumps({"do": do, "token": self._token, **arguments}).encode() + b"\n")
            self._stream.flush()
            line = self._stream.readline()
        except OSError as error:
            raise HandError(f"{self.name} does not answer: {error}") from error
        if not line:
            raise HandError(f"{self.name} is gone")
        answer: dict[str, Any] = json.loads(line)
        if not answer.pop("ok", False):
            raise HandError(f"{self.name}: {do} {arguments.get('object', '')}: {answer.get('error')}")
        return answer

    def state(self) -> dict[str, Any]:
        """What the app shows."""
        return self.do("state")

    def grab(self, path: Path) -> None:
        """Save a picture of its window."""
        self.do("grab", path=str(path))

    def click(self, name: str, *, timeout: float = 20.0) -> None:
        """Click a widget as soon as it is visible and enabled.

        Raises:
            HandError: it did not become so in time.
        """
        self._as_soon_as(lambda: self.do("click", object=name), timeout)

    def where(self, name: str, *, timeout: float = 20.0) -> tuple[int, int, int, int]:
        """Where a widget stands on the screen, as soon as it is there: x, y, width, height; raises as `click`."""
        found: dict[str, Any] = {}
        self._as_soon_as(lambda: found.update(self.do("where", object=name)), timeout)
        return found["x"], found["y"], found["width"], found["height"]

    def type(self, name: str, text: str, *, timeout: float = 20.0) -> None:
        """Type into a widget as soon as it is there; raises as `click`."""
        self._as_soon_as(lambda: self.do("type", object=name, text=text), timeout)

    def key(self, name: str, key: str, *, timeout: float = 20.0) -> None:
        """Press a key on a widget; raises as `click`."""
        self._as_soon_as(lambda: self.do("key", object=name, key=key), timeout)

    def wait(self, wanted: Callable[[dict[str, Any]], bool], what: str, *, timeout: float = 30.0) -> dict[str, Any]:
        """The first state for which ``wanted`` holds.

        Raises:
            HandError: none came in time; names the last one.
        """
        deadline = time.monotonic() + timeout
        while True:
            state = self.state()
            if wanted(state):
                return state
            if time.monotonic() > deadline:
                raise HandError(f"{self.name}: not in {timeout:g} s: {what}; it shows {json.dumps(state)[:600]}")
            time.sleep(POLL_SECONDS)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()
        self._socket.close()

    def _as_soon_as(self, act: Callable[[], object], timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while True:
            try:
                act()
            except HandError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(POLL_SECONDS)
            else:
                return
