"""Signs that SQLite committed something (提交提示), by Linux's inotify: a hint to look sooner, never the truth.

A writer touches the times of the write-ahead log after its commit, the readers watch for that. Signs of the writing
itself come too early: a commit can be read when the disk has it, and until then fifty boards would look in vain
again and again, while the writer waits for the same two cores. Without signs they would have to look a hundred
times a second, which takes two fifths of a core while nothing happens (measured); with them ten times are enough.
"""

from __future__ import annotations

import ctypes
import logging
import os
import select
import threading
from pathlib import Path

log = logging.getLogger(__name__)

IN_ATTRIB = 0x4  # times, owner, links: what writing does not bring about
HEADER = 16  # bytes before the name in struct inotify_event; the last four are the name's length
MOST = 65_536


def log_of(database: Path) -> Path:
    """SQLite's write-ahead log of a database file."""
    return database.with_name(f"{database.name}-wal")


def give_sign(file: Path) -> None:
    """Tell those who watch the file; when it can't be, they look a little later by themselves."""
    try:
        os.utime(file)
    except OSError as error:
        log.debug("no sign was given: %s", error)


class FileSigns:
    """Wakes a waiting thread when a sign is given on one file of a folder; `wake` does it from another thread.

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
        self._both = select.poll()
        self._both.register(self._wake_reader, select.POLLIN)
        if self.works:
            self._both.register(self._watch, select.POLLIN)

    @property
    def works(self) -> bool:
        """True when the kernel tells of signs."""
        return self._watch >= 0

    def wait(self, timeout: float) -> bool:
        """Wait at most ``timeout`` seconds; True after a sign, False else and after `wake`."""
        handles = {handle for handle, _ in self._both.poll(max(timeout, 0.0) * 1000)}
        return self._watch in handles and self._name in _names(os.read(self._watch, MOST))

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
    """A handle that tells of signs in the folder, -1 for none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        handle = int(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        if handle >= 0 and library.inotify_add_watch(handle, os.fsencode(folder), IN_ATTRIB) < 0:
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
