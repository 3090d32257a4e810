"""Supervisor of one device (设备守护): one thread, one queue of work, reconnection and status events.

Rules:
- Only the supervisor's thread touches the driver.
- Work submitted while the device is offline fails at once with `NotConnected`; nobody waits for a cable.
- A probe runs only when no work is waiting, and one of several questions (`Yielding`) breaks off between two of
  them when work comes; a status event is sent only when something but the time changed.
- A lost driver is opened again after ``first_retry`` seconds, then at doubling intervals up to ``longest_retry``.
  The ceiling is low on purpose: a device is back within 3 s of being back on its address, however long it was away.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from devices.core.clock import utc_now
from devices.core.driver import Driver, Yielding
from devices.core.errors import (
    Busy,
    Canceled,
    Claimed,
    DeviceError,
    DeviceTimeout,
    NotConnected,
    Unsupported,
    UserAction,
)
from devices.core.status import DeviceStatus, Health, Link
from devices.core.timings import Timings as Timings

log = logging.getLogger(__name__)

D = TypeVar("D", bound=Driver)
T = TypeVar("T")
MAX_WAITING = 16
# Failures that say nothing about the device's health.
_HARMLESS = (UserAction, Canceled, Unsupported)


@dataclass(frozen=True, eq=False)
class Claim:
    """Token of whoever holds the device alone (独占); compared by identity."""

    holder: str


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Any], Any]
    future: Future[Any]


class DeviceSupervisor(Generic[D]):
    """Keeps one driver connected and runs work on it.

    Args:
        name: for logs and the thread, such as ``"ticket_printer"``.
        driver: not opened yet; belongs to the supervisor from now on.
        on_status: called from the supervisor's thread with every changed status; must be quick (emit a signal).
        now: clock that stamps statuses.
    """

    def __init__(
        self,
        name: str,
        driver: D,
        *,
        on_status: Callable[[DeviceStatus], None] | None = None,
        timings: Timings | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.name = name
        self._driver = driver
        self._on_status = on_status
        self._timings = timings or Timings()
        self._now = now
        self._changed = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._online = self._probe_may_break_off = False
        self._claim: Claim | None = None
        self._status = DeviceStatus(Link.STARTING, Health.UNKNOWN, now())
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"device-{name}", daemon=True)
        politely: object = driver
        if isinstance(politely, Yielding):
            politely.yield_to(lambda: self._probe_may_break_off and bool(self._jobs))

    @property
    def status(self) -> DeviceStatus:
        """The last observation."""
        return self._status

    @property
    def stopping(self) -> bool:
        """True once `stop` was called; long waits (a rating, a scan) end when they see it."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin connecting; returns at once."""
        if not self._driver.verified:
            log.warning("%s: driver %s was never verified on the real device", self.name, self._driver.model)
        self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Cancel waiting work, let running work end, close the driver and end the thread; may be called twice."""
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join(timeout)
            if self._thread.is_alive():
                log.error("%s: still working %.0f s after stop", self.name, timeout)

    def claim(self, holder: str) -> Claim:
        """Reserve the device: from now on only work submitted with this token runs.

        Raises:
            Claimed: somebody else holds it.
        """
        with self._changed:
            if self._claim is not None:
                raise Claimed(f"{self.name} is claimed by {self._claim.holder}")
            self._claim = Claim(holder)
            return self._claim

    def release(self, claim: Claim) -> None:
        """Give the device back; a token that is no longer valid is ignored."""
        with self._changed:
            if self._claim is claim:
                self._claim = None

    def submit(self, work: Callable[[D], T], *, claim: Claim | None = None) -> Future[T]:
        """Queue ``work``, which gets the driver; the future holds its result or its `DeviceError`.

        The future fails at once with `NotConnected` while the device is offline, `Claimed` when somebody else
        holds it, `Busy` when too much work is waiting. A queued future can be cancelled.
        """
        future: Future[T] = Future()
        error: DeviceError
        with self._changed:
            if self.stopping or not self._online:
                error = NotConnected(f"{self.name} is offline: {self._status.detail}")
            elif self._claim is not None and claim is not self._claim:
                error = Claimed(f"{self.name} is claimed by {self._claim.holder}")
            elif len(self._jobs) >= MAX_WAITING:
                error = Busy(f"{self.name}: {MAX_WAITING} jobs are waiting")
            else:
                self._jobs.append(_Job(work, future))
                self._changed.notify_all()
                return future
        future.set_exception(error)
        return future

    def run(self, work: Callable[[D], T], *, timeout: float, claim: Claim | None = None) -> T:
        """Submit and wait at most ``timeout`` seconds; never call it from a UI thread.

        Raises:
            DeviceTimeout: not done in time; ``outcome_known`` is False when the work had already begun.
            DeviceError: what the work raised.
        """
        future = self.submit(work, claim=claim)
        try:
            return future.result(timeout)
        except FutureTimeout:
            if future.done():
                return future.result()
            never_began = future.cancel()
            raise DeviceTimeout(f"{self.name}: not done in {timeout:g} s", outcome_known=never_began) from None

    def wait_for(self, wanted: Callable[[DeviceStatus], bool], timeout: float) -> bool:
        """Wait until ``wanted(status)`` holds, at most ``timeout`` seconds; False when it does not."""
        with self._changed:
            return self._changed.wait_for(lambda: wanted(self._status), timeout)

    # ---- the supervisor's thread
    def _run(self) -> None:
        failures = 0
        try:
            while not self.stopping:
                if self._connect():
                    failures = 0
                    self._serve()
                failures += 1
                self._stopping.wait(self._timings.retry_after(failures))
        finally:
            self._go_offline(Canceled(f"{self.name} is stopping"))

    def _connect(self) -> bool:
        try:
            self._driver.open()
            status = self._driver.probe()
        except Exception as error:  # noqa: BLE001 - a driver's bug must not end the thread that reconnects
            self._go_offline(self._as_device_error(error))
            return False
        with self._changed:
            self._online = True
        self._publish(replace(status, link=Link.ONLINE))
        return True

    def _serve(self) -> None:
        """Run work and probes until the connection is lost or the supervisor stops."""
        next_probe = time.monotonic() + self._timings.probe_every
        while not self.stopping:
            job = self._next_job(next_probe)
            if job is not None:
                alive = self._do(job)
                job = None  # its result may be a person's card, and the next job may come in an hour
            elif time.monotonic() >= next_probe and not self.stopping:
                self._probe_may_break_off = True
                alive = self._probe()
                self._probe_may_break_off = False
                if not self._jobs:  # else it is asked again after them, it may have broken off
                    next_probe = time.monotonic() + self._timings.probe_every
            else:
                continue
            if not alive:
                return

    def _next_job(self, until: float) -> _Job | None:
        with self._changed:
            left = until - time.monotonic()
            self._changed.wait_for(lambda: bool(self._jobs) or self.stopping, max(left, 0.0))
            return self._jobs.popleft() if self._jobs and not self.stopping else None

    def _do(self, job: _Job) -> bool:
        if not job.future.set_running_or_notify_cancel():
            return True
        before = self._status
        self._publish(replace(before, link=Link.BUSY))
        try:
            result = job.work(self._driver)
        except NotConnected as error:
            self._go_offline(error)
            job.future.set_exception(error)
            return False
        except _HARMLESS as error:
            self._publish(replace(before, link=Link.ONLINE))
            job.future.set_exception(error)
            return True
        except Exception as error:  # noqa: BLE001 - belongs to whoever submitted the work
            job.future.set_exception(error)
            return self._probe()
        self._publish(replace(before, link=Link.ONLINE))
        job.future.set_result(result)
        return True

    def _probe(self) -> bool:
        try:
            status = self._driver.probe()
        except Canceled:
            return True
        except Exception as error:  # noqa: BLE001 - see _connect
            self._go_offline(self._as_device_error(error))
            return False
        self._publish(replace(status, link=Link.ONLINE))
        return True

    def _as_device_error(self, error: Exception) -> DeviceError:
        if isinstance(error, DeviceError):
            return error
        log.error("%s: the driver failed unexpectedly", self.name, exc_info=error)
        return DeviceError(f"{type(error).__name__}: {error}")

    def _go_offline(self, error: DeviceError) -> None:
        self._driver.close()
        with self._changed:
            self._online = False
            waiting = list(self._jobs)
            self._jobs.clear()
        self._publish(DeviceStatus(Link.OFFLINE, Health.UNKNOWN, self._now(), detail=str(error)))
        for job in waiting:
            if job.future.set_running_or_notify_cancel():
                job.future.set_exception(NotConnected(f"{self.name} went offline: {error}"))

    def _publish(self, status: DeviceStatus) -> None:
        status = replace(status, at=self._now())
        with self._changed:
            changed = status.differs_from(self._status)
            self._status = status
            self._changed.notify_all()
        if not changed:
            return
        if status.link is not Link.BUSY:
            log.info("%s: %s, %s, %s %s", self.name, status.link, status.health, status.supplies, status.detail)
        if self._on_status is not None:
            try:
                self._on_status(status)
            except Exception:
                log.exception("%s: the status listener failed", self.name)
