"""The grab thread (取帧线程): takes every picture from a source and keeps only the newest.

A camera's buffer that is not emptied gives pictures that are seconds old. The thread also opens the source again
when it breaks or stalls, so that a short interruption is over before anyone asks; the driver's `probe` reports
one that lasts.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import Protocol

from devices.core.errors import DeviceError, DeviceTimeout, NotConnected
from devices.document_camera.cv import Image

logger = logging.getLogger(__name__)

FIRST_RETRY = 0.1
LONGEST_RETRY = 1.0
LONGEST_INTERVAL = 0.5  # a longer gap is a stall and tells nothing of the rate
SMOOTHING = 0.1


class Source(Protocol):
    """Where pictures come from; all calls but `interrupt` come from one thread at a time."""

    def open(self) -> None:
        """Raises NotConnected, DeviceTimeout or ProtocolError."""

    def read(self) -> bytes | Image:
        """The next picture, a whole JPEG or an image; blocks no longer than the source's read deadline.

        Raises:
            NotConnected, DeviceTimeout, ProtocolError: the source must be closed and opened again.
        """

    def close(self) -> None:
        """Never raises; may be called twice."""

    def interrupt(self) -> None:
        """From another thread: make a blocked `read` return soon, if that can be done."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A picture as it arrived, not decoded yet."""

    picture: bytes | Image
    sequence: int
    at: float


class Grabber:
    """Runs one source on a thread, from `start` to `stop`; used once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._changed = threading.Condition()
        self._newest: Snapshot | None = None
        self._interval = 0.0
        self._error: DeviceError | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera-grab", daemon=True)
        self.reopened = 0

    def start(self) -> None:
        """Open the source and start the thread.

        Raises:
            NotConnected, DeviceTimeout, ProtocolError: the source does not open; nothing is left running.
        """
        try:
            self._source.open()
        except DeviceError:
            self._source.close()
            raise
        self._thread.start()

    def stop(self) -> None:
        """End the thread and close the source; may be called twice."""
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._source.interrupt()
            self._thread.join(timeout=10)
            if self._thread.is_alive():
                logger.error("the camera's grab thread does not end")

    def wait(self, *, sequence_above: int = -1, newer_than: float = float("-inf"), timeout: float) -> Snapshot:
        """The newest picture that is after both marks; waits up to ``timeout`` seconds for one.

        Raises:
            NotConnected: stopped, or the source is gone.
            DeviceTimeout: nothing in time.
            ProtocolError: what came was no picture.
        """

        def wanted() -> bool:
            newest = self._newest
            return self._stopping.is_set() or (
                newest is not None and newest.sequence > sequence_above and newest.at > newer_than
            )

        with self._changed:
            in_time = self._changed.wait_for(wanted, timeout)
            if self._stopping.is_set():
                raise NotConnected("the camera was closed")
            if in_time and self._newest is not None:
                return self._newest
            error = self._error
        if error is not None:
            raise type(error)(str(error), outcome_known=error.outcome_known, message=error.message)
        raise DeviceTimeout(f"no picture within {timeout:.1f} s")

    @property
    def interval(self) -> float:
        """Usual seconds from picture to picture; 0 while not known."""
        return self._interval

    def _run(self) -> None:
        failures = 0
        sequence = 0
        while not self._stopping.is_set():
            try:
                if failures:
                    self._source.open()
                    self.reopened += 1
                while not self._stopping.is_set():
                    self._keep(Snapshot(self._source.read(), sequence, time.monotonic()))
                    sequence += 1
                    failures = 0
            except DeviceError as error:
                self._fail(error, first=failures == 0)
            except Exception as error:  # edge of the thread: a bug in a source must show as a dead camera
                logger.exception("the camera's source failed")
                self._fail(NotConnected(f"{type(error).__name__}: {error}"), first=False)
            self._source.close()
            failures += 1
            self._stopping.wait(min(FIRST_RETRY * 2 ** min(failures - 1, 8), LONGEST_RETRY))

    def _keep(self, snapshot: Snapshot) -> None:
        with self._changed:
            gap = snapshot.at - self._newest.at if self._newest is not None else 0.0
            if 0 < gap < LONGEST_INTERVAL:
                self._interval += (gap - self._interval) * (SMOOTHING if self._interval else 1.0)
            self._newest = snapshot
            self._error = None
            self._changed.notify_all()

    def _fail(self, error: DeviceError, *, first: bool) -> None:
        if first and not self._stopping.is_set():
            logger.warning("camera interrupted: %s: %s", type(error).__name__, error)
        with self._changed:
            self._error = error
            self._changed.notify_all()
