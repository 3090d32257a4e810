"""Notices that the visitor has left (无人操作): asks after a while, then clears the kiosk.

Counts seconds by `tick` and knows no clock of its own; every touch begins anew.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page

# Pages that watch over themselves: they count down, or must not be left.
_OWN_CLOCK = frozenset({Page.PROGRESS, Page.TICKET, Page.NOTICE})


class IdleWatch(QObject):
    """Watches over the pages that have no countdown of their own.

    Args:
        idle_seconds: without a touch until it asks.
        warn_seconds: from asking until it clears.
    """

    warning = Signal(int)  # seconds left, 0 when the question goes away

    def __init__(
        self, journey: Journey, *, idle_seconds: int, warn_seconds: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journey = journey
        self._idle = idle_seconds
        self._warn = warn_seconds
        self._quiet = 0
        self._shown = 0
        self._page = journey.state.page
        journey.changed.connect(self._follow)

    def touched(self) -> None:
        """Somebody is here."""
        self._quiet = 0
        self._show(0)
        self._journey.hold()

    def tick(self) -> None:
        """Once a second."""
        if not self._watching():
            self._quiet = 0
            return
        self._quiet += 1
        left = self._idle + self._warn - self._quiet
        if left <= 0:
            self._quiet = 0
            self._show(0)
            self._journey.abandon()
        elif left <= self._warn:
            self._show(left)

    def _watching(self) -> bool:
        state = self._journey.state
        if state.page is Page.HOME:
            return state != JourneyState(language=self._journey.default_language)
        return state.page not in _OWN_CLOCK

    @Slot(object)
    def _follow(self, state: JourneyState) -> None:
        if state.page is not self._page:
            self._page = state.page
            self._quiet = 0
            self._show(0)

    def _show(self, left: int) -> None:
        if left != self._shown:
            self._shown = left
            self.warning.emit(left)
