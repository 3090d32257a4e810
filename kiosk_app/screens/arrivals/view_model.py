"""What the page of several appointments shows (选择预约)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.appointments.lookup import Arrival
from kiosk_app.identification import Identification
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState
from kiosk_app.paged_view_model import PagedViewModel
from kiosk_app.paging import Paged, paged


@dataclass(frozen=True, slots=True)
class ArrivalsState:
    """One page of today's appointments, earliest first; no names."""

    cards: Paged[Arrival]


class ArrivalsViewModel(PagedViewModel[ArrivalsState]):
    """Which appointment is meant."""

    def __init__(self, journey: Journey, identification: Identification, names: ItemNames) -> None:
        super().__init__(ArrivalsState(paged((), 0, 1)))
        self._journey = journey
        self._identification = identification
        self._names = names
        journey.changed.connect(self._follow)

    def choose(self, arrival: Arrival) -> None:
        """This one."""
        self._identification.choose(arrival)

    def _follow(self, state: JourneyState) -> None:
        if not state.arrivals:
            self._page = 0
        self._update()

    def _update(self) -> None:
        arrivals = tuple(
            replace(found, item_name=self._names.shown(found.item, found.item_name))
            for found in self._journey.state.arrivals
        )
        self._set(ArrivalsState(paged(arrivals, self._page, self._size)))
