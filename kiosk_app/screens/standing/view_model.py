"""What the page of tickets shows (号票进度)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.queueing.standing import TicketStanding
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState
from kiosk_app.paged_view_model import PagedViewModel
from kiosk_app.paging import Paged, paged


@dataclass(frozen=True, slots=True)
class StandingState:
    """One page of tickets; no names."""

    cards: Paged[TicketStanding]


class StandingViewModel(PagedViewModel[StandingState]):
    """What was found."""

    def __init__(self, journey: Journey, names: ItemNames) -> None:
        super().__init__(StandingState(paged((), 0, 1)))
        self._journey = journey
        self._names = names
        journey.changed.connect(self._follow)

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
