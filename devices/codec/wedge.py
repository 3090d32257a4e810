"""Keyboard-wedge scanners (键盘口扫码器): a code arrives as very fast typing ended by Enter. Without I/O or clock.

Feed every key with the moment it came (any clock in seconds, such as a Qt key event's timestamp); call `tick`
now and then. Keys that turn out to be a person's are given back, so that they can still reach the field with the
focus.
"""

from __future__ import annotations

from dataclasses import dataclass

ENTER = "\r"
MAX_CODE = 8192


@dataclass(frozen=True, slots=True)
class WedgeCode:
    """A scanned code; the repr hides it."""

    text: str

    def __repr__(self) -> str:
        return f"WedgeCode({len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys that a person typed, Enter included."""

    text: str

    def __repr__(self) -> str:
        return f"Typed({len(self.text)} characters)"


WedgeEvent = WedgeCode | Typed


class WedgeDecoder:
    """Tells scanning from typing by its speed.

    Args:
        max_gap: longest pause in seconds between two keys of one code; scanners take 1–20 ms, people 80 ms and
            more.
        min_length: shortest code; two keys rolled by fast fingers are no code.
    """

    def __init__(self, *, max_gap: float = 0.05, min_length: int = 4) -> None:
        self._max_gap = max_gap
        self._min_length = min_length
        self._keys: list[str] = []
        self._last = 0.0

    @property
    def pending(self) -> int:
        """Keys held back until it is known whose they are."""
        return len(self._keys)

    def key(self, text: str, at: float) -> list[WedgeEvent]:
        """A key that gave ``text`` (``"\\r"`` for Enter) at ``at`` seconds."""
        events = self.tick(at)
        if text in (ENTER, "\n"):
            burst = "".join(self._keys)
            self._keys.clear()
            scanned = len(burst) >= self._min_length
            events.append(WedgeCode(burst) if scanned else Typed(burst + text))
            return events
        self._keys.append(text)
        self._last = at
        if len(self._keys) > MAX_CODE:
            events += self._give_back()
        return events

    def tick(self, at: float) -> list[WedgeEvent]:
        """Give back what was held once the pause is too long for a scanner, or the clock went backwards."""
        if self._keys and not 0 <= at - self._last <= self._max_gap:
            return self._give_back()
        return []

    def _give_back(self) -> list[WedgeEvent]:
        typed = "".join(self._keys)
        self._keys.clear()
        return [Typed(typed)]
