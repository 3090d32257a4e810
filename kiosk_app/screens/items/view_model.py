"""What the page of items shows (事项): a department's items, what is usually asked for, or what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hall.catalogue.item import ServiceItem
from hall.queueing.availability import Hindrance
from kiosk_app.guide_words import name_of
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel

LONGEST_QUERY = 24
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One item on the page.

    Attributes:
        word: the everyday word for it (俗称) that fits what is looked for, or its usual one.
        hindrance: what stands in the way of a number; None for a guide, where nothing does.
    """

    item: ServiceItem
    word: str = ""
    hindrance: Hindrance | None = None


@dataclass(frozen=True, slots=True)
class ItemsState:
    """One page of items.

    Attributes:
        department: official name, empty while searching over all.
        query: letters and digits typed, upper case, or the words that were touched.
        searching: the keypad is open.
        usual: the items most asked for, in everyday words, for people who don't type (长辈版).
        words: Chinese words that the typed letters may stand for; English ones that begin so.
        today: the hall's day.
        english: names in English where there are some.
    """

    cards: Paged[ItemCard]
    department: str = ""
    query: str = ""
    searching: bool = False
    usual: bool = False
    words: tuple[str, ...] = ()
    today: date = date.min
    english: bool = False


class ItemsViewModel(ViewModel[ItemsState]):
    """Choosing an item: from a list, by pinyin, by words (拼音、词语)."""

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
        """On to the item, or to why it can't be had now."""
        self._journey.choose_item(item)

    def toggle_search(self) -> None:
        """Open or close the keypad; closing it shows everything again."""
        self._searching = not self._searching
        self._ask("")

    def type_key(self, character: str) -> None:
        """A key of the keypad."""
        if len(self._query) < LONGEST_QUERY:
            self._ask(self._query + character)

    def choose_word(self, word: str) -> None:
        """A word that was offered takes the place of what was typed."""
        self._ask(word)

    def delete(self) -> None:
        """The last character goes."""
        self._ask(self._query[:-1])

    def clear(self) -> None:
        """All characters go."""
        self._ask("")

    def _ask(self, query: str) -> None:
        self._query, self._page = query, 0
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
        known, journey = self._watch.state, self._journey.state
        catalogue, lobby = known.catalogue, known.lobby
        department = self._department or ""
        searching = self._searching and not journey.elder  # a keyboard is more than four choices
        usual = journey.elder and not department
        taking = lobby is not None and journey.purpose is Purpose.TICKET
        hindrances = lobby.hindrances if lobby is not None and taking else {}
        index, english = catalogue.index, journey.language == "en"
        if searching or usual:
            found = index.find(self._query if searching else "", among=department)
            cards = [
                ItemCard(
                    f.item,
                    f.synonym or (index.everyday_word(f.item.code) if usual else ""),
                    hindrances.get(f.item.code),
                )
                for f in found
            ]
            if english and searching:  # names that begin so before what the letters are the pinyin of
                named = catalogue.english.find(self._query, among=department)
                cards = [ItemCard(item, "", hindrances.get(item.code)) for item in named] + [
                    card for card in cards if card.item not in named
                ]
        else:
            cards = [ItemCard(item, "", hindrances.get(item.code)) for item in catalogue.of(department)]
        self._set(
            ItemsState(
                paged(cards, self._page, self._search_size if searching else self._size),
                self._name_of(department, english=english),
                self._query if searching else "",
                searching,
                usual,
                self._words(department) if searching else (),
                lobby.board.at.date() if lobby else date.min,
                english,
            )
        )

    def _name_of(self, department: str, *, english: bool) -> str:
        found = self._watch.state.catalogue.department(department)
        return name_of(found.name, found.english, english=english)[0] if found is not None else ""

    def _words(self, department: str) -> tuple[str, ...]:
        if self._journey.state.language == "en":
            return self._watch.state.catalogue.english.words(self._query, MOST_WORDS, among=department)
        index = self._watch.state.catalogue.index
        words = index.words(self._query, MOST_WORDS)
        return tuple(w for w in words if index.find(w, among=department)) if department else words
