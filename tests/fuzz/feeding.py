"""What every fuzzed decoder must keep: any slicing gives the same events, and it never holds more than it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# A decoder that grows without bound is seen as well when it is only looked at now and then.
LOOK_EVERY = 64
# Longer streams are there for the bounds and only cut coarsely, or nothing but them would be tried.
SHORT = 2048

Feed = Callable[[Any, bytes], list[Any]]


def held(decoder: object) -> int:
    """Bytes and entries that the decoder keeps between two calls, over all its attributes."""
    kept = 0
    for value in vars(decoder).values():
        if isinstance(value, (bytes, bytearray, str, list, dict, set)):
            kept += len(value)
    return kept


def same_in_any_slicing(
    make: Callable[[], Any],
    feed: Feed,
    data: bytes,
    *,
    most_held: int,
    state: Callable[[Any], object] = lambda decoder: None,
) -> list[Any]:
    """Feed ``data`` whole, byte by byte and in uneven pieces; return the events.

    Raises:
        AssertionError: the events or the state at the end differ, or a decoder held more than ``most_held``.
    """
    whole = make()
    events = feed(whole, data)
    assert held(whole) <= most_held, f"{held(whole)} held after {len(data)} bytes"
    expected = state(whole)
    for size in (1, 2 + len(data) % 7) if len(data) <= SHORT else (509,):
        sliced = make()
        found: list[Any] = []
        for start in range(0, len(data), size):
            found += feed(sliced, data[start : start + size])
            if start % LOOK_EVERY < size:
                assert held(sliced) <= most_held, f"{held(sliced)} held, fed by {size}"
        assert found == events, f"fed by {size}: {found!r} instead of {events!r}"
        at_end = state(sliced)
        assert at_end == expected, f"fed by {size}: {at_end!r} instead of {expected!r}"
    return events
