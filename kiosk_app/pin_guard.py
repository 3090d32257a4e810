"""How often the staff PIN may be tried (口令限次): counted on this machine's disk, so that a restart wins nothing.

A try is counted before it is checked: whoever pulls the plug while it is checked has used it. Five wrong ones lock
the menu for a minute, the next five for two, up to an hour; the right one begins anew. No clock is asked, which
somebody at the machine might set: the lock runs down while the kiosk runs.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from qt_common.whole_file import write_whole

log = logging.getLogger(__name__)

TRIES = 5
LOCK_SECONDS = 60
LONGEST_LOCK = 3600
KEEP_EVERY = 5  # seconds of a lock between writes


class PinGuard:
    """Counts tries; what writes to the disk is called on a worker.

    Args:
        path: the file; its folder is made. None keeps the count in memory only.

    Attributes:
        seconds_locked: until the PIN may be tried again, 0 for now.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._failures, self.seconds_locked = (0, 0) if path is None else _read(path)

    def count(self) -> None:
        """A try begins."""
        self._failures += 1
        self.keep()

    def wrong(self) -> None:
        """It was wrong; each fifth time that locks the menu."""
        if self._failures % TRIES == 0:
            rounds = min(self._failures // TRIES - 1, 10)
            self.seconds_locked = min(LOCK_SECONDS * 2**rounds, LONGEST_LOCK)
            self.keep()

    def right(self) -> None:
        """It was right."""
        self._failures, self.seconds_locked = 0, 0
        self.keep()

    def tick(self) -> bool:
        """Once a second: the lock runs down; True when it is time to `keep` that."""
        if not self.seconds_locked:
            return False
        self.seconds_locked -= 1
        return self.seconds_locked % KEEP_EVERY == 0

    def keep(self) -> None:
        """Write it down."""
        if self._path is None:
            return
        kept = {"failures": self._failures, "locked": self.seconds_locked}
        try:
            write_whole(self._path, json.dumps(kept).encode())
        except OSError as error:
            log.warning("tries of the PIN are not kept: %s", error.strerror)


def _read(path: Path) -> tuple[int, int]:
    """The count; of a damaged file as after five wrong tries, for damaging it must win nothing."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        failures, locked = int(kept["failures"]), int(kept["locked"])
    except FileNotFoundError:
        return 0, 0
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("the count of tries can't be read: %s", type(error).__name__)
        return TRIES, LOCK_SECONDS
    failures = max(failures, 0)
    locked = min(max(locked, 0), LONGEST_LOCK)
    # Stopped between the fifth try and its answer: it counts as wrong.
    return failures, locked or (LOCK_SECONDS if failures and failures % TRIES == 0 else 0)
