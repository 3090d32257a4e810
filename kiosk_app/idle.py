"""Notices that the visitor has left (无人操作): asks after a while, then clears the kiosk.

Counts seconds by `tick` and knows no clock of its own; every touch begins anew. Something that leans on the screen,
or a panel that reports one place again and again, counts for nobody after `LEANING` touches there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk_app.journey_state import JourneyState, Page

if TYPE_CHECKING:
    from kiosk_app.journey import Journey

LEANING = 30  # touches in a row at one place; nobody types so many equal digits
NEAR = 40  # px
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
        self._place = (-NEAR, -NEAR)  # where the touches in a row are
        self._there = 0
        self._page = journey.state.page
        journey.changed.connect(self._follow)

    def touched(self, place: tuple[int, int] | None = None) -> None:
        """Somebody is here.

        Args:
            place: on the screen in px, None when it is sure to be a person.
        """
        if place is not None and self._leans(place):
            return
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

    def _leans(self, place: tuple[int, int]) -> bool:
        x, y = self._place
        near = abs(place[0] - x) <= NEAR and abs(place[1] - y) <= NEAR
        self._there = self._there + 1 if near else 1
        if not near:
            self._place = place
        return self._there > LEANING

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
