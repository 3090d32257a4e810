"""What the page of tickets shows (号票进度)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.queueing.standing import TicketStanding
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class StandingState:
    """One page of tickets; no names."""

    cards: Paged[TicketStanding]


class StandingViewModel(ViewModel[StandingState]):
    """What was found."""

    def __init__(self, journey: Journey, names: ItemNames) -> None:
        super().__init__(StandingState(paged((), 0, 1)))
        self._journey = journey
        self._names = names
        self._page, self._size = 0, 1
        journey.changed.connect(self._follow)

    def fit(self, size: int) -> None:
        """The view has room for so many."""
        self._size = size
        self._update()

    def turn(self, by: int) -> None:
        """Turn pages."""
        self._page = self.state.cards.page + by
        self._update()

    def _follow(self, state: JourneyState) -> None:
        if not state.standings:
            self._page = 0
        self._update()

    def _update(self) -> None:
        standings = tuple(
            replace(found, item_name=self._names.shown(found.item, found.item_name))
            for found in self._journey.state.standings
        )
        self._set(StandingState(paged(standings, self._page, self._size)))
