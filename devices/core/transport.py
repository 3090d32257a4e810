"""Transport protocol (传输): bytes to and from one address, with deadlines.

Addresses are URLs: ``tcp://192.168.1.50:9100``, ``serial:///dev/ttyS1?baud=9600``, ``usb://04b8:0e15``,
``file:///var/spool/ticket.bin``. `devices.core.transports.open_transport(url)` builds the right one.
"""

from __future__ import annotations

from typing import Protocol


class Transport(Protocol):
    """A byte pipe with deadlines; not thread-safe, owned by one driver."""

    url: str

    def open(self) -> None:
        """Open the address.

        Raises:
            NotConnected: refused, absent or not permitted.
        """

    def close(self) -> None:
        """Close; never raises and may be called twice."""

    @property
    def is_open(self) -> bool:
        """True between a successful open and close or a broken connection."""

    def write(self, data: bytes, *, timeout: float) -> None:
        """Write all bytes within ``timeout`` seconds.

        Raises:
            NotConnected: not open, or the peer went away.
            DeviceTimeout: not all bytes were taken in time (``outcome_known=False``).
        """

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        """Read what is there, up to ``max_bytes``, waiting at most ``timeout`` seconds for the first byte.

        Returns:
            1 … ``max_bytes`` bytes, or ``b""`` when the time is over.

        Raises:
            NotConnected: not open, or the peer went away.
        """

    def discard_input(self) -> None:
        """Drop bytes that arrived and were not read (a late answer to an earlier question)."""
