"""The roll in the ticket printer (纸卷): staff are told once that it is near its end, the visitor sees nothing.

A sensor near the end of a roll says “low” and “fine” in turn; so it is the roll that is noted, on this machine's
disk, and not the sensor. A new roll begins when somebody says so in the staff menu, or when paper is there again
after it was out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from qt_common.device_condition import Condition

log = logging.getLogger(__name__)

LOW = "low"


class PaperRoll:
    """One roll.

    Args:
        path: the file that keeps it across a restart; None keeps it in memory only.
        tell: tells the staff, once for a roll.
    """

    def __init__(self, path: Path | None, tell: Callable[[], None]) -> None:
        self._path = path
        self._tell = tell
        self._was_out = False
        self.low = path is not None and _read(path) == LOW

    def look(self, condition: Condition) -> None:
        """The printer's condition changed."""
        if condition is Condition.PAPER_OUT:
            self._was_out = True
        elif condition is Condition.READY and self._was_out:
            self._was_out = False
            self._set(False)
        elif condition is Condition.PAPER_LOW and not self.low:
            self._set(True)
            self._tell()

    def changed(self) -> None:
        """“已换纸”."""
        self._was_out = False
        self._set(False)

    def _set(self, low: bool) -> None:
        self.low = low
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(LOW if low else "", encoding="utf-8")
        except OSError as error:
            log.warning("the state of the roll is not kept: %s", error.strerror)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
