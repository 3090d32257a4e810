"""How loud the kiosk's prompts are (提示音量): set in the staff menu, kept on this machine."""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger(__name__)

STEP = 20
USUAL = 80


class Loudness:
    """Percent of the machine's own loudness, in steps; 0 is silence.

    Args:
        path: the file; its folder is made. None keeps it in memory only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.percent = USUAL if path is None else _read(path)

    def change(self, by: int) -> None:
        """Louder or quieter by so many percent, within 0 and 100."""
        self.percent = min(max(self.percent + by, 0), 100)
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(str(self.percent), encoding="utf-8")
        except OSError as error:
            log.warning("the volume is not kept: %s", error.strerror)


def _read(path: Path) -> int:
    try:
        percent = int(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return USUAL
    return percent if 0 <= percent <= 100 else USUAL
