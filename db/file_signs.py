"""Signs that a file was written (文件变动提示), from Linux's inotify: a hint to look sooner, never the truth.

Without them fifty boards that ask SQLite a hundred times a second take two fifths of a core while nothing happens
(measured); with them a board asks ten times a second, and within milliseconds of a commit.
"""

from __future__ import annotations

import ctypes
import os
import select
import threading
from contextlib import suppress
from pathlib import Path

IN_MODIFY, IN_CREATE = 0x2, 0x100
HEADER = 16  # bytes before the name in struct inotify_event; the last four are the name's length
MOST = 65_536


class FileSigns:
    """Wakes a waiting thread when one file of a folder is written; `wake` does it from another thread.

    Where the kernel has no watch left it is a plain timer: `works` is False.

    Args:
        file: need not exist yet.
    """

    def __init__(self, file: Path) -> None:
        self._name = file.name.encode()
        self._lock = threading.Lock()
        self._closed = False
        self._wake_reader, self._wake_writer = os.pipe()
        self._watch = _watch(file.parent)
        self._wake_only, self._both = select.poll(), select.poll()
        self._wake_only.register(self._wake_reader, select.POLLIN)
        self._both.register(self._wake_reader, select.POLLIN)
        if self.works:
            self._both.register(self._watch, select.POLLIN)

    @property
    def works(self) -> bool:
        """True when the kernel tells of writes."""
        return self._watch >= 0

    def wait(self, timeout: float) -> bool:
        """Wait at most ``timeout`` seconds; True when the file was written, False else and after `wake`."""
        handles = {handle for handle, _ in self._both.poll(max(timeout, 0.0) * 1000)}
        return self._watch in handles and self._name in _names(os.read(self._watch, MOST))

    def rest(self, timeout: float) -> None:
        """Wait ``timeout`` seconds whatever is written, or until `wake`."""
        self._wake_only.poll(max(timeout, 0.0) * 1000)

    def forget(self) -> None:
        """Forget what was written until now."""
        if self.works:
            with suppress(BlockingIOError):
                os.read(self._watch, MOST)

    def wake(self) -> None:
        """Have the waiting thread return, now and from now on."""
        with self._lock:
            if not self._closed:
                os.write(self._wake_writer, b".")

    def close(self) -> None:
        """Release the handles, when nobody waits any more."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for handle in (self._wake_reader, self._wake_writer, self._watch):
                if handle >= 0:
                    os.close(handle)


def _watch(folder: Path) -> int:
    """A handle that tells of writes in the folder, -1 for none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        handle = int(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        if handle >= 0 and library.inotify_add_watch(handle, os.fsencode(folder), IN_MODIFY | IN_CREATE) < 0:
            os.close(handle)
            return -1
    except (OSError, AttributeError):  # not Linux
        return -1
    return handle


def _names(events: bytes) -> set[bytes]:
    names, at = set(), 0
    while at + HEADER <= len(events):
        length = int.from_bytes(events[at + HEADER - 4 : at + HEADER], "little")
        names.add(events[at + HEADER : at + HEADER + length].rstrip(b"\0"))
        at += HEADER + length
    return names
