"""What a simulated device is: behaviour without I/O (bytes in → bytes out), commands, faults.

A simulator shares no encoding code with the driver's codec: both are seeded from the literal frames in the
manuals, so that one mistake cannot hide the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Protocol

Reply = dict[str, Any]


class Fault(StrEnum):
    """Faults by name, the same on every simulator; those of the wire work on all of them."""

    # of the wire
    DONT_ANSWER = "dont_answer"  # the connection stays, nothing comes back
    GO_AWOL = "go_awol"  # the device disappears: connection closed, address refuses until cleared
    DROP_CONNECTION = "drop_connection"  # closes the connection once, in the middle of the next answer
    SLOW = "slow"  # answers late
    SPLIT = "split"  # answers byte by byte
    MERGE = "merge"  # holds an answer back and sends it with the next one
    LEADING_GARBAGE = "leading_garbage"  # noise before each answer
    BAD_CHECKSUM = "bad_checksum"  # corrupts the last byte of each answer
    # of the device
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_JAM = "cutter_jam"
    HALF_FRAMES = "half_frames"  # the camera's pictures break off in the middle


class SimDevice(Protocol):
    """A device's behaviour; called under the host's lock, never blocking.

    Attributes:
        name: kind of the simulator, such as ``"printer"``.
        faults: faults in force; the host applies those of the wire, the device its own.
        push: set by the host; sends unsolicited bytes (a key pressed, a code scanned).
    """

    name: str
    faults: set[str]
    push: Callable[[bytes], None]

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the wire in any slicing; return the bytes to answer (may be empty)."""

    def disconnected(self) -> None:
        """The peer went away: forget half-received frames, keep what a device would keep."""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        """Carry out a command of the bench (``lay_card``, ``press`` …) and return a JSON-able reply.

        Raises:
            ValueError: unknown command or bad arguments.
        """
