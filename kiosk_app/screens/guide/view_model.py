"""What the guide of an item shows (办事指南): pages to read, the paper, the code for a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hall.catalogue.guide import Guide, guide_of
from hall.catalogue.guide_text import PhoneText, phone_text
from hall.profile import HallProfile
from kiosk_app.guide_pages import Block, Group, GuidePage, page_with, pages_of
from kiosk_app.guide_telling import SILENT, GuideTelling, Telling
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class GuideState:
    """One page of a guide.

    Attributes:
        guide: None while none is open.
        shown: the page; None before the view has said how much room there is.
        page, pages: where one is, from 0.
        telling: how far the paper is.
        code: what a phone is to read; None while the pages are shown.
        english: names in English where there are some.
        online: False while the database is away: the guide is then the last that was known.
    """

    guide: Guide | None = None
    shown: GuidePage | None = None
    page: int = 0
    pages: int = 1
    telling: Telling = SILENT
    code: PhoneText | None = None
    english: bool = False
    online: bool = True


class GuideViewModel(ViewModel[GuideState]):
    """Reading a guide, and taking it along."""

    def __init__(self, journey: Journey, watch: LobbyWatch, telling: GuideTelling, profile: HallProfile) -> None:
        super().__init__(GuideState())
        self._journey = journey
        self._watch = watch
        self._telling = telling
        self._profile = profile
        self._measure: tuple[int, Callable[[Block], int]] | None = None
        self._guide: Guide | None = None
        self._pages: tuple[GuidePage, ...] = ()
        self._page = 0
        self._wanted: Group | None = None  # a tab that was touched before there were pages
        self._code: PhoneText | None = None
        journey.changed.connect(self._on_journey)
        watch.changed.connect(self._on_lobby)
        telling.changed.connect(self._on_telling)

    @property
    def is_english(self) -> bool:
        """Whether names are shown in English where there are some."""
        return self._journey.state.language == "en"

    def fit(self, room: int, height_of: Callable[[Block], int]) -> None:
        """The view has ``room`` px for a page and measures blocks."""
        self._measure = (room, height_of)
        self._paginate()

    def turn(self, by: int) -> None:
        """Turn pages."""
        self._page = min(max(self._page + by, 0), max(len(self._pages) - 1, 0))
        self._update()

    def open_group(self, group: Group) -> None:
        """A tab: on to the first page of the group."""
        self._code = None
        self._telling.forget()
        self._wanted = group
        self._go_to_wanted()
        self._update()

    def print(self) -> None:
        """打印材料清单."""
        if self._guide is not None:
            self._code = None
            self._telling.print(self._guide)
            self._update()

    def show_code(self) -> None:
        """手机扫码看指南."""
        if self._guide is not None and self._code is None:
            self._telling.forget()
            self._code = phone_text(self._guide, self._profile.hall_name)
            self._telling.by_phone(self._guide)
            self._update()

    def read_on(self) -> None:
        """Back from the code or the paper to the pages."""
        self._code = None
        self._telling.forget()
        self._update()

    def take_number(self) -> None:
        """为这个事项取号."""
        self._journey.take_number()

    def home_visit(self) -> None:
        """The person can't come."""
        self._journey.ask_home_visit()

    def ask_help(self) -> None:
        """人工帮助, from the page that says why nothing was printed."""
        self._journey.ask_help()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page is not Page.GUIDE or state.item is None:
            if self._guide is not None:
                self._guide, self._pages, self._page, self._code, self._wanted = None, (), 0, None, None
                self._telling.forget()
                self._set(GuideState())
            return
        self._read()

    def _on_lobby(self, _: LobbyState) -> None:
        if self._guide is not None:
            self._read()

    def _read(self) -> None:
        item = self._journey.state.item
        if item is None:
            return
        catalogue = self._watch.state.catalogue
        item = next((fresh for fresh in catalogue.items if fresh.code == item.code), item)
        guide = guide_of(item, catalogue.department(item.department), catalogue.windows, self._profile)
        english = self.is_english
        if guide != self._guide or english != self.state.english:
            self._guide = guide
            self._paginate()
        else:
            self._update()

    def _on_telling(self, _: Telling) -> None:
        self._update()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self._pages:
            self._page = page_with(self._pages, self._wanted)
            self._wanted = None

    def _paginate(self) -> None:
        if self._guide is not None and self._measure is not None:
            self._pages = pages_of(self._guide, *self._measure)
            self._page = min(self._page, len(self._pages) - 1)
            self._go_to_wanted()
        self._update()

    def _update(self) -> None:
        if self._guide is None:
            return
        telling = self._telling.state if self._code is None else SILENT
        self._set(
            GuideState(
                self._guide,
                self._pages[self._page] if self._pages else None,
                self._page,
                max(len(self._pages), 1),
                telling,
                self._code,
                self.is_english,
                self._watch.state.online,
            )
        )
