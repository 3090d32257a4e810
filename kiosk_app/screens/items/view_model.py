"""What the page of items shows (事项): the items of a department, or what a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from hall.catalogue.item import ServiceItem
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel

LONGEST_QUERY = 12


@dataclass(frozen=True, slots=True)
class ItemsState:
    """One page of items.

    Attributes:
        department: official name, empty while searching over all.
        query: letters and digits typed, upper case.
        searching: the keypad is open.
    """

    cards: Paged[ServiceItem]
    department: str = ""
    query: str = ""
    searching: bool = False


class ItemsViewModel(ViewModel[ItemsState]):
    """Choosing an item, by list or by pinyin initials (拼音首字母)."""

    def __init__(self, journey: Journey, watch: LobbyWatch) -> None:
        super().__init__(ItemsState(paged((), 0, 1)))
        self._journey = journey
        self._watch = watch
        self._page, self._size, self._search_size = 0, 1, 1
        self._query, self._searching = "", False
        self._department: str | None = None  # None outside of a department
        watch.changed.connect(self._on_lobby)
        journey.changed.connect(self._on_journey)

    def fit(self, size: int, while_searching: int) -> None:
        """The view has room for so many, fewer when the keypad is open."""
        self._size, self._search_size = size, while_searching
        self._update()

    def turn(self, by: int) -> None:
        """Turn pages."""
        self._page = self.state.cards.page + by
        self._update()

    def choose(self, item: ServiceItem) -> None:
        """On to the item."""
        self._journey.choose_item(item)

    def toggle_search(self) -> None:
        """Open or close the keypad; closing it shows everything again."""
        self._searching = not self._searching
        self._query, self._page = "", 0
        self._update()

    def type_key(self, character: str) -> None:
        """A key of the keypad."""
        if len(self._query) < LONGEST_QUERY:
            self._query, self._page = self._query + character, 0
            self._update()

    def delete(self) -> None:
        """The last character goes."""
        self._query, self._page = self._query[:-1], 0
        self._update()

    def clear(self) -> None:
        """All characters go."""
        self._query, self._page = "", 0
        self._update()

    def _on_lobby(self, _: LobbyState) -> None:
        self._update()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page in (Page.HOME, Page.DEPARTMENTS):
            self._department = None
        elif state.page is Page.ITEMS and state.department != self._department:
            self._department = state.department
            self._page, self._query = 0, ""
            self._searching = not state.department
        self._update()

    def _update(self) -> None:
        catalogue = self._watch.state.catalogue
        department = self._department or ""
        found = [item for item in catalogue.of(department) if item.matches(self._query)]
        size = self._search_size if self._searching else self._size
        self._set(
            ItemsState(
                paged(found, self._page, size),
                catalogue.name_of(department),
                self._query,
                self._searching,
            )
        )
