"""A `Transport` for drivers' unit tests: answers from a function, and time that passes only by waiting."""

from __future__ import annotations

from collections.abc import Callable

from devices.core.errors import NotConnected


class ScriptedTransport:
    """``answer`` gets each frame written and returns what the device sends back.

    ``later`` holds bytes by the moment at which they arrive, in seconds of the virtual ``clock``; a read that
    finds nothing moves the clock on by its timeout, or to the next arrival.
    """

    url = "scripted://device"

    def __init__(self, answer: Callable[[bytes], bytes] = lambda frame: b"") -> None:
        self.answer = answer
        self.written: list[bytes] = []
        self.later: list[tuple[float, bytes]] = []
        self.now = 0.0
        self._opened = False
        self._waiting = b""

    def clock(self) -> float:
        return self.now

    @property
    def is_open(self) -> bool:
        return self._opened

    def open(self) -> None:
        self._opened = True

    def close(self) -> None:
        self._opened = False

    def write(self, data: bytes, *, timeout: float) -> None:
        self._check()
        self.written.append(data)
        self._waiting += self.answer(data)

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        self._check()
        self._arrive()
        if not self._waiting:
            until = min([self.now + timeout, *(max(at, self.now) for at, _ in self.later)])
            self.now = until
            self._arrive()
        data, self._waiting = self._waiting[:max_bytes], self._waiting[max_bytes:]
        return data

    def discard_input(self) -> None:
        self._arrive()
        self._waiting = b""

    def _arrive(self) -> None:
        self._waiting += b"".join(data for at, data in self.later if at <= self.now)
        self.later = [(at, data) for at, data in self.later if at > self.now]

    def _check(self) -> None:
        if not self._opened:
            raise NotConnected("closed")
