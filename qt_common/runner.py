"""Runs database work off the UI thread and brings the outcome back to it.

One worker and one work at a time, so that the work of one app runs in the order it was asked for. Callbacks run in
the UI thread, in that order too. The UI thread never waits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")
Failed = Callable[[Exception], None]


class _Delivery:
    """An outcome on its way to the UI thread."""

    __slots__ = ("callback", "value")

    def __init__(self, callback: Callable[[Any], None], value: object) -> None:
        self.callback = callback
        self.value = value


class Mailbox(QObject):
    """Lives in the UI thread; calls what other threads post to it there.

    A signal connected to a lambda would run in the posting thread; a ``@Slot`` of an object that lives in the UI
    thread does not.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, callback: Callable[[Any], None], value: object) -> None:
        """Have ``callback(value)`` called in the UI thread; from any thread; nothing after `close`."""
        if self._open:
            self._posted.emit(_Delivery(callback, value))

    def close(self) -> None:
        """Drop what is still on its way."""
        self._open = False

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        if self._open:
            delivery.callback(delivery.value)


class Runner(QObject):
    """The app's one database worker (数据库工作线程)."""

    busy_changed = Signal(bool)

    def __init__(self, name: str = "database", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(self)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._turn = threading.Lock()  # held from the work's begin until its outcome is on its way
        self._pending = 0
        self._closed = False

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Run ``work`` on the worker; then ``done(result)`` or ``failed(error)`` in the UI thread.

        Must be called in the UI thread. After `close` nothing is run and nothing called back: a signal that was on
        its way when an app ended asks for nothing any more.
        """
        if self._closed:
            log.debug("asked to run %r after the end", work)
            return
        self._pending += 1
        if self._pending == 1:
            self.busy_changed.emit(True)
        self._pool.submit(self._work, work, done, failed)

    def run_here(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Run ``work`` in the calling thread, between two works of the worker; the outcome goes the usual way.

        For a thread that learns of something urgent itself: to wake the UI thread, for it to wake the worker, takes
        longer than a short reading. Must not be called in the UI thread. After `close` nothing is run.
        """
        if not self._closed:
            self._one(work, done, failed)

    @property
    def is_busy(self) -> bool:
        """True while something waits or runs."""
        return self._pending > 0

    @property
    def is_closed(self) -> bool:
        """True when it takes no more work."""
        return self._closed

    def close(self) -> None:
        """Finish the running work, drop the waiting, call nothing back."""
        self._closed = True
        self._mailbox.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._one(work, self._finish(done), self._finish(failed))

    def _one(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        with self._turn:  # outcomes arrive in the order in which the works were run
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - edge of the thread: everything goes to the caller
                log.info("%s: %s", type(error).__name__, error)
                self._mailbox.post(failed, error)
            else:
                self._mailbox.post(done, result)

    def _finish(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        def in_ui_thread(value: object) -> None:
            self._pending -= 1
            if self._pending == 0:
                self.busy_changed.emit(False)
            callback(value)

        return in_ui_thread


def deliver_future(future: Future[T], mailbox: Mailbox, done: Callable[[T], None], failed: Failed) -> None:
    """Have a future's outcome delivered to the UI thread."""

    def finished(ended: Future[T]) -> None:
        error = ended.exception() if not ended.cancelled() else RuntimeError("cancelled")
        if error is None:
            mailbox.post(done, ended.result())
        elif isinstance(error, Exception):
            mailbox.post(failed, error)
        else:
            log.error("device worker ended by %r", error)

    future.add_done_callback(finished)


def is_ui_thread() -> bool:
    """True in the thread that runs Qt's event loop (the main thread in all apps)."""
    return threading.current_thread() is threading.main_thread()
