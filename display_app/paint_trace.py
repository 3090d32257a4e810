"""Writes down when a change was on the screen (绘制时刻), for the benchmark of the way from call to board."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot


class PaintTrace(QObject):
    """Appends a JSON line for each painting that changed something.

    ``at`` is seconds of the machine's monotonic clock, which is the same for all processes of a machine.
    """

    def __init__(self, path: Path, describe: Callable[[], dict[str, Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = path.open("a", encoding="utf-8", buffering=1)
        self._describe = describe

    @Slot(object)
    def painted(self, parts: frozenset[str]) -> None:
        """Parts of the window have just been painted."""
        line = {"at": time.monotonic(), "parts": sorted(parts), **self._describe()}
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
