"""Python's cycles are collected in the UI thread only (循环垃圾回收).

Python looks for cycles in whatever thread happens to allocate. A window or a timer in one would then be destroyed
in the database's worker, and Qt objects must die in the thread they live in: the program ends there, at a moment
that nothing explains. So the automatic collection is switched off and done by a timer of the UI thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 250  # a few thousand objects at most are made between two looks


class CycleCollector(QObject):
    """Build it in the UI thread; until it is closed nobody else collects unless he asks for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # the program itself: to look through it takes a quarter of a second, and it stays anyway
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the generations that are due by Python's own thresholds, the oldest of them once."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = -1
        for generation, (count, threshold) in enumerate(zip(counts, thresholds, strict=True)):
            if count <= threshold:
                break
            due = generation
        if due >= 0:
            gc.collect(due)

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
