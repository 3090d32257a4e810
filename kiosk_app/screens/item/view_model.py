"""What the page of one item shows (请确认带齐、办事指南); both are the same data (D-04)."""

from __future__ import annotations

from dataclasses import dataclass

from hall.catalogue.item import Material, ServiceItem
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item.

    Attributes:
        item: None while none is chosen.
        department: official name of the one in charge.
        materials: one page of them; empty when they are not published.
        without_registration: the hall gives numbers without card and phone (⚙).
    """

    item: ServiceItem | None
    department: str
    materials: Paged[Material]
    guide: bool = False
    without_registration: bool = False


class ItemViewModel(ViewModel[ItemState]):
    """The item before its number is taken, or its guide."""

    def __init__(self, journey: Journey, watch: LobbyWatch, *, without_registration: bool) -> None:
        super().__init__(ItemState(None, "", paged((), 0, 1)))
        self._journey = journey
        self._watch = watch
        self._without_registration = without_registration
        self._page, self._size = 0, 1
        self._item: ServiceItem | None = None
        journey.changed.connect(self._on_journey)

    def fit(self, size: int) -> None:
        """The view has room for so many materials."""
        self._size = size
        self._update()

    def turn(self, by: int) -> None:
        """Turn pages of the materials."""
        self._page = self.state.materials.page + by
        self._update()

    def ready(self) -> None:
        """“已带齐，下一步”; from a guide: take a number for it."""
        if self.state.guide:
            self._journey.take_number()
        else:
            self._journey.materials_ready()

    def without_card(self) -> None:
        """免登记取号, from here so that paper is four touches away."""
        self._journey.without_registration()

    def home_visit(self) -> None:
        """The person can't come."""
        self._journey.ask_home_visit()

    def _on_journey(self, state: JourneyState) -> None:
        if state.item != self._item:
            self._item, self._page = state.item, 0
        self._update()

    def _update(self) -> None:
        item = self._item
        guide = self._journey.state.page is Page.GUIDE
        self._set(
            ItemState(
                item,
                self._watch.state.catalogue.name_of(item.department) if item else "",
                paged(item.materials if item else (), self._page, self._size),
                guide,
                self._without_registration and not guide,
            )
        )
