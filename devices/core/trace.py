"""Traces of the wire (线路跟踪): a session recorded as JSON lines, and replayed in a test.

Each line is ``{"t": seconds since open, "do": "open" | "write" | "read" | "fail" | "close", …}`` with ``hex`` for
bytes and ``of``, ``error``, ``detail`` for a failure. ``{"do": "note", …}`` says what was done and what came of it;
replaying passes over it. Reads that returned nothing are not recorded. A trace holds whatever crossed the wire:
that of an id card reader holds a person's data, so it is made readable for its owner only and ``mask`` replaces
bytes before they are written.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from devices.core import errors
from devices.core.transport import Transport

T = TypeVar("T")
# Gets "write" or "read" and the bytes, returns what may be recorded of them; it may keep bytes back until it knows
# what they are. "end" with no bytes asks for what it has kept back: nothing more of that answer will come.
Mask = Callable[[str, bytes], bytes]


class TracingTransport:
    """Passes everything on to ``inner`` and appends it to ``path``.

    Args:
        mask: keeps personal data out of the file, see `Mask`.
    """

    def __init__(
        self,
        inner: Transport,
        path: Path,
        *,
        mask: Mask | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.url = inner.url
        self._inner = inner
        self._path = path
        self._mask = mask
        self._monotonic = monotonic
        self._started = monotonic()

    @property
    def is_open(self) -> bool:
        return self._inner.is_open

    def open(self) -> None:
        self._started = self._monotonic()
        self._record("open", url=self.url)
        self._guarded("open", self._inner.open)

    def close(self) -> None:
        if self._inner.is_open:
            self._record_rest()
            self._record("close")
        self._inner.close()

    def write(self, data: bytes, *, timeout: float) -> None:
        self._record_rest()
        self._record_bytes("write", data)
        self._guarded("write", lambda: self._inner.write(data, timeout=timeout))

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        data = self._guarded("read", lambda: self._inner.read(max_bytes, timeout=timeout))
        if data:
            self._record_bytes("read", data)
        return data

    def discard_input(self) -> None:
        self._inner.discard_input()

    def note(self, **facts: object) -> None:
        """Record what was done or what came of it; JSON-able, no personal data."""
        self._record_rest()
        self._record("note", **facts)

    def _record_bytes(self, direction: str, data: bytes) -> None:
        shown = self._mask(direction, data) if self._mask else data
        if shown or not data:
            self._record(direction, hex=shown.hex())

    def _record_rest(self) -> None:
        if self._mask is not None and (rest := self._mask("end", b"")):
            self._record("read", hex=rest.hex())

    def _guarded(self, of: str, call: Callable[[], T]) -> T:
        try:
            return call()
        except errors.DeviceError as error:
            kind = type(error).__name__
            self._record_rest()
            self._record("fail", of=of, error=kind, detail=error.detail, outcome_known=error.outcome_known)
            raise

    def _record(self, do: str, **fields: object) -> None:
        line = json.dumps({"t": round(self._monotonic() - self._started, 4), "do": do, **fields})
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(line + "\n")


class ReplayMismatch(AssertionError):
    """The driver wrote something else than what was recorded."""


class ReplayTransport:
    """Plays a trace back: checks what is written against it and serves the recorded answers.

    Slicing does not matter: writes are compared as one stream between two answers. Like a real transport it waits
    ``timeout`` when nothing is to be read, through ``sleep``.

    Attributes:
        notes: what was noted, in order.
    """

    def __init__(self, lines: Iterable[str], *, sleep: Callable[[float], None] = time.sleep) -> None:
        entries: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
        self.notes = [entry for entry in entries if entry["do"] == "note"]
        self._entries = [entry for entry in entries if entry["do"] != "note"]
        self._sleep = sleep
        self._next = 0
        self._unread = b""
        self._unwritten = b""
        self.url = next((str(entry["url"]) for entry in self._entries if "url" in entry), "replay://")
        self.is_open = False

    @classmethod
    def of(cls, path: Path) -> ReplayTransport:
        """Replay the trace in ``path``."""
        return cls(path.read_text(encoding="ascii").splitlines())

    @property
    def finished(self) -> bool:
        """True when everything recorded has been written and read (a final close does not count)."""
        rest = [entry["do"] for entry in self._entries[self._next :] if entry["do"] != "close"]
        return not rest and not self._unread and not self._unwritten

    def open(self) -> None:
        self._skip("close")
        self._skip("open")
        self._fail_as_recorded("open")
        self.is_open = True

    def close(self) -> None:
        self.is_open = False

    def write(self, data: bytes, *, timeout: float) -> None:
        self._check_open()
        self._unread = b""
        rest = data
        while rest:
            if not self._unwritten:
                self._skip("read")
                entry = self._take("write")
                if entry is None:
                    raise ReplayMismatch(f"wrote {rest.hex()}, but nothing more was recorded as written")
                self._unwritten = bytes.fromhex(entry["hex"])
            length = min(len(rest), len(self._unwritten))
            if rest[:length] != self._unwritten[:length]:
                raise ReplayMismatch(f"wrote {rest.hex()}, recorded was {self._unwritten.hex()}")
            rest, self._unwritten = rest[length:], self._unwritten[length:]
        self._fail_as_recorded("write")

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        self._check_open()
        if not self._unread and not self._unwritten:
            self._fail_as_recorded("read")
            entry = self._take("read")
            self._unread = bytes.fromhex(entry["hex"]) if entry else b""
        if not self._unread:
            self._sleep(timeout)
        data, self._unread = self._unread[:max_bytes], self._unread[max_bytes:]
        return data

    def discard_input(self) -> None:
        """Nothing: bytes that were discarded when recording were never recorded as read."""

    def _take(self, do: str) -> dict[str, Any] | None:
        if self._next < len(self._entries) and self._entries[self._next]["do"] == do:
            self._next += 1
            return self._entries[self._next - 1]
        return None

    def _skip(self, do: str) -> None:
        while self._take(do) is not None:
            pass

    def _fail_as_recorded(self, of: str) -> None:
        following = self._entries[self._next] if self._next < len(self._entries) else {}
        if following.get("of") == of and (entry := self._take("fail")) is not None:
            self.is_open = False
            kind = getattr(errors, str(entry["error"]), errors.DeviceError)
            raise kind(str(entry["detail"]), outcome_known=bool(entry["outcome_known"]))

    def _check_open(self) -> None:
        if not self.is_open:
            raise errors.NotConnected(f"{self.url}: not open")
