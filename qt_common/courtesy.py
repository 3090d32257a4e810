"""The person first (让人先行): a thread that imports lets a touch be answered before it goes on.

Importing is work of Python's one interpreter: while a thread does it the UI thread draws at half its speed. Between
two modules the importing thread waits when somebody has just touched the screen; `PAUSE_S` for each touch and no
longer, in case the UI thread waits for that very module.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType

from PySide6.QtCore import QEvent, QObject

PAUSE_S = 0.250
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


class Courtesy(QObject):
    """Watches the events of what it is installed on; lives in the UI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._until = 0.0  # of the monotonic clock
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch: whoever imports waits a moment."""
        if event.type() in _TOUCHES:
            self._until = time.monotonic() + PAUSE_S
        return False

    @contextmanager
    def held_by(self) -> Iterator[None]:
        """Within the block the calling thread waits before each import while somebody touches."""
        finder = _Polite(threading.get_ident(), self._wait)
        sys.meta_path.insert(0, finder)
        try:
            yield
        finally:
            sys.meta_path.remove(finder)

    def _wait(self) -> None:
        while (left := self._until - time.monotonic()) > 0:
            time.sleep(left)


class _Polite:
    """An import hook that finds nothing."""

    def __init__(self, thread: int, wait: Callable[[], None]) -> None:
        self._thread, self._wait = thread, wait

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if threading.get_ident() == self._thread:
            self._wait()
        return None
