"""Simulated rating pad (模拟评价器) with five keys and 不评价, written from the literal frames. Commands:

- ``press`` key=1…6 [as_digit=true] [when=now|asked]: press a key now, or as soon as the next question comes;
- ``garbage`` hex="00 FF" [when]: noise on the line;
- ``state``: what it shows – ``welcome`` or ``asking`` –, the levels, its timeout, how often it was asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from devices.sim.device import Reply


class SimPad:
    """The pad as the host sees it; a press ends its question, as a pad goes on to "thank you"."""

    name = "rating_pad"

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda data: None
        self._received = b""
        self._shows = "off"
        self._levels = 5
        self._timeout = 0
        self._asked = 0
        self._pressed = 0
        self._when_asked = b""

    def receive(self, data: bytes) -> bytes:
        self._received += data
        sent = b""
        while (start := self._received.find(b"\x55\xaa")) >= 0:
            frame = self._received[start:]
            if len(frame) < 3 or len(frame) < 4 + frame[2]:
                self._received = frame
                break
            end = 3 + frame[2]
            if frame[end] == 0x1A:
                sent += self._obey(frame[3:end])
                self._received = frame[end + 1 :]
            else:
                self._received = frame[2:]
        else:
            self._received = self._received[-1:]
        return sent

    def _obey(self, body: bytes) -> bytes:
        if body == b"\x1f\x00":
            self._shows = "welcome"
        elif body == b"\x20\x00":
            self._shows = "asking"
            self._asked += 1
            waiting, self._when_asked = self._when_asked, b""
            if waiting:
                self._pressed += 1
            return waiting
        elif body[:1] == b"\x13":
            self._timeout = body[1]
        elif body[:1] == b"\x15":
            self._levels = body[1]
        return b""

    def disconnected(self) -> None:
        self._received = b""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "press":
            key = int(args["key"])
            if not 1 <= key <= 6:
                raise ValueError(f"key {key}; the pad has 1 to 6")
            self._emit(str(key).encode() if args.get("as_digit") else bytes([key]), args)
        elif do == "garbage":
            self._emit(bytes.fromhex(args["hex"]), args)
        elif do != "state":
            raise ValueError(f"unknown command {do!r}; known: press garbage state")
        return {
            "shows": self._shows,
            "levels": self._levels,
            "timeout_s": self._timeout,
            "asked": self._asked,
            "pressed": self._pressed,
        }

    def _emit(self, data: bytes, args: Mapping[str, Any]) -> None:
        when = args.get("when", "now")
        if when not in ("now", "asked"):
            raise ValueError(f"when={when}; known: now asked")
        if when == "asked":
            self._when_asked += data
            return
        self._pressed += 1
        self.push(data)
