"""What the page of one item shows before its number is taken (请确认带齐); the data are the guide's (D-04)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hall.catalogue.item import Department, ServiceItem
from kiosk_app.guide_pages import Block, GuidePage, chunks_of
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item.

    Attributes:
        item: None while none is chosen.
        department: the one in charge, None when unknown.
        shown: one page of the materials; None before the view has said how much room there is.
        page, pages: where one is, from 0.
        without_registration: the hall gives numbers without card and phone (⚙).
        english: names in English where there are some.
    """

    item: ServiceItem | None = None
    department: Department | None = None
    shown: GuidePage | None = None
    page: int = 0
    pages: int = 1
    without_registration: bool = False
    english: bool = False


class ItemViewModel(ViewModel[ItemState]):
    """The item before its number is taken."""

    def __init__(self, journey: Journey, watch: LobbyWatch, *, without_registration: bool) -> None:
        super().__init__(ItemState())
        self._journey = journey
        self._watch = watch
        self._without_registration = without_registration
        self._measure: tuple[int, Callable[[Block], int]] | None = None
        self._item: ServiceItem | None = None
        self._pages: tuple[GuidePage, ...] = ()
        self._page = 0
        journey.changed.connect(self._on_journey)

    @property
    def is_english(self) -> bool:
        """Whether names are shown in English where there are some."""
        return self._journey.state.language == "en"

    def fit(self, room: int, height_of: Callable[[Block], int]) -> None:
        """The view has ``room`` px for the materials and measures them."""
        self._measure = (room, height_of)
        self._paginate()

    def turn(self, by: int) -> None:
        """Turn pages of the materials."""
        self._page = min(max(self._page + by, 0), max(len(self._pages) - 1, 0))
        self._update()

    def ready(self) -> None:
        """“已带齐，下一步”."""
        self._journey.materials_ready()

    def without_card(self) -> None:
        """免登记取号, from here so that paper is four touches away."""
        self._journey.without_registration()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page is not Page.MATERIALS and state.item is not None:
            return
        if state.item != self._item:
            self._item, self._page = state.item, 0
        self._paginate()

    def _paginate(self) -> None:
        if self._item is None:
            self._pages = ()
        elif self._measure is not None:
            self._pages = chunks_of(self._item.materials, *self._measure)
            self._page = min(self._page, len(self._pages) - 1)
        self._update()

    def _update(self) -> None:
        item = self._item
        self._set(
            ItemState(
                item,
                self._watch.state.catalogue.department(item.department) if item else None,
                self._pages[self._page] if self._pages else None,
                self._page,
                max(len(self._pages), 1),
                self._without_registration,
                self.is_english,
            )
        )
