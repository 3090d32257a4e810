"""What the pages of a complaint show (投诉·办不成事), all of them from one state."""

from __future__ import annotations

from dataclasses import dataclass, field

from hall.complaints.complaint import TAGS, ComplaintKind, Tag
from hall.queueing.board import WindowLine
from kiosk_app.complaining import Complaining
from kiosk_app.complaint_draft import ComplaintDraft
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel

NO_WINDOWS: Paged[WindowLine] = paged((), 0, 1)
NO_TAGS: Paged[Tag] = paged((), 0, 1)


@dataclass(frozen=True, slots=True)
class ComplaintState:
    """All of it; nothing personal.

    Attributes:
        windows, tags: one page each of what may be chosen.
        phone: the hall's number for complaints.
    """

    draft: ComplaintDraft = field(default_factory=ComplaintDraft)
    windows: Paged[WindowLine] = NO_WINDOWS
    tags: Paged[Tag] = NO_TAGS
    phone: str = ""


class ComplaintViewModel(ViewModel[ComplaintState]):
    """What the visitor can choose on each of the pages."""

    def __init__(self, journey: Journey, complaining: Complaining, watch: LobbyWatch, phone: str) -> None:
        super().__init__(ComplaintState(phone=phone))
        self._journey = journey
        self._complaining = complaining
        self._watch = watch
        self._phone = phone
        self._window_page, self._windows = 0, 1
        self._tag_page, self._tags = 0, 1
        complaining.changed.connect(self._on_draft)
        watch.changed.connect(self._on_lobby)
        journey.changed.connect(self._on_journey)

    def choose_kind(self, kind: ComplaintKind) -> None:
        """投诉, 办不成事, 建议 or 表扬."""
        self._complaining.choose_kind(kind)

    def about_number(self) -> None:
        """On to the keyboard for today's number."""
        self._journey.by_code()

    def about_window(self) -> None:
        """On to the windows."""
        self._journey.go(Page.COMPLAINT_WINDOW)

    def about_item(self) -> None:
        """On to the departments and their items."""
        self._journey.go(Page.DEPARTMENTS, department="", item=None)

    def about_else(self) -> None:
        """On, without saying."""
        self._complaining.about_else()

    def choose_window(self, number: int) -> None:
        """This window."""
        self._complaining.about_window(number)

    def toggle(self, tag: Tag) -> None:
        """This happened, or did not."""
        self._complaining.toggle(tag)

    def toggle_call(self) -> None:
        """“打电话给我”."""
        self._complaining.toggle_call()

    def go_on(self) -> None:
        """On to who complains."""
        self._complaining.tags_ready()

    def print_again(self) -> None:
        """The slip once more."""
        self._complaining.print_again()

    def home(self) -> None:
        """Done."""
        self._journey.home()

    def fit_windows(self, size: int) -> None:
        """The view has room for so many windows."""
        self._windows = size
        self._update()

    def fit_tags(self, size: int) -> None:
        """The view has room for so many tags."""
        self._tags = size
        self._update()

    def turn_windows(self, by: int) -> None:
        """Turn pages."""
        self._window_page = self.state.windows.page + by
        self._update()

    def turn_tags(self, by: int) -> None:
        """Turn pages."""
        self._tag_page = self.state.tags.page + by
        self._update()

    def _on_draft(self, _: ComplaintDraft) -> None:
        self._update()

    def _on_lobby(self, _: LobbyState) -> None:
        self._update()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page in (Page.HOME, Page.COMPLAINT_ABOUT):
            self._window_page = self._tag_page = 0
            self._update()

    def _update(self) -> None:
        lobby, draft = self._watch.state.lobby, self._complaining.draft
        windows = lobby.board.windows if lobby is not None else ()
        self._set(
            ComplaintState(
                draft,
                paged(windows, self._window_page, self._windows),
                paged(TAGS[draft.kind], self._tag_page, self._tags),
                self._phone,
            )
        )
