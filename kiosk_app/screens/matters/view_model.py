"""What the page of a person's matters shows (我的事项); no names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.progress.matter import Matter
from hall.queueing.standing import TicketStanding
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.paged_view_model import PagedViewModel
from kiosk_app.paging import Paged, paged


@dataclass(frozen=True, slots=True)
class MattersState:
    """One page of matters.

    Attributes:
        today: numbers of today, which have a page of their own.
    """

    cards: Paged[Matter]
    today: tuple[TicketStanding, ...] = ()


class MattersViewModel(PagedViewModel[MattersState]):
    """What was found."""

    def __init__(self, journey: Journey, names: ItemNames) -> None:
        super().__init__(MattersState(paged((), 0, 1)))
        self._journey = journey
        self._names = names
        journey.changed.connect(self._follow)

    def show_today(self) -> None:
        """How today's numbers stand."""
        self._journey.go(Page.STANDING)

    def _follow(self, state: JourneyState) -> None:
        if not state.matters:
            self._page = 0
        self._update()

    def _update(self) -> None:
        state = self._journey.state
        matters = tuple(
            replace(matter, title=self._names.shown(matter.item, matter.title)) for matter in state.matters
        )
        self._set(MattersState(paged(matters, self._page, self._size), state.standings))
