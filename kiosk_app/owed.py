"""What must get on record though the database may be away (待记事项): tried until it is taken."""

from __future__ import annotations

import logging
from collections.abc import Callable

from hall.errors import HallError
from kiosk_app.ports import Background

log = logging.getLogger(__name__)

EVERY = 5  # seconds between tries


class Owed:
    """Lives in the UI thread; the work is done on the database's worker."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._works: dict[str, Callable[[], None]] = {}
        self._seconds = 0

    def owe(self, key: str, work: Callable[[], None]) -> None:
        """Do it now, or later; a newer one under the same key takes the place of one that waits."""
        self._works[key] = work
        self._try(key, work)

    def tick(self) -> None:
        """Once a second."""
        self._seconds += 1
        if self._seconds % EVERY == 0:
            for key, work in list(self._works.items()):
                self._try(key, work)

    def _try(self, key: str, work: Callable[[], None]) -> None:
        def done(_: None) -> None:
            if self._works.get(key) is work:
                del self._works[key]

        def failed(error: Exception) -> None:
            if not isinstance(error, HallError):
                raise error
            log.info("%s is put on record later: %s", key, error)

        self._background.run(work, done, failed)
