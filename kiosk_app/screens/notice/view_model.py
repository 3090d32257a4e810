"""What the calm pages show (提示): what happened, what is kept, what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hall.queueing.availability import Hindrance
from kiosk_app.issuing import Issuing
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, NoticeKind, Page, Purpose
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.trouble import Trouble
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class NoticeState:
    """One calm page.

    Attributes:
        trouble: which printer trouble, for NO_PRINTER.
        label: the number meant.
        message: the rules' own words, Chinese; shown only where the page has none of its own.
        opening: the hall's state in its own words, for HALL_CLOSED.
        next_opening: when numbers are given again, if known.
        hours: sessions of a working day, such as ``("09:00–12:00", "13:00–17:00")``.
        at, opens_at: of the appointment meant, for TOO_EARLY and FORFEITED.
        hindrance: what stands in the way of a number, with the name of the item, if it is one item's.
        today: the hall's day.
        seconds_left: until the page goes home.
    """

    kind: NoticeKind = NoticeKind.HELP_CALLED
    trouble: Trouble | None = None
    label: str = ""
    message: str = ""
    opening: str = ""
    next_opening: datetime | None = None
    hours: tuple[str, ...] = ()
    at: datetime | None = None
    opens_at: datetime | None = None
    seconds_left: int = 0
    hindrance: Hindrance | None = None
    item_name: str = ""
    today: date = date.min


class NoticeViewModel(ViewModel[NoticeState]):
    """Follows the journey."""

    def __init__(
        self, journey: Journey, issuing: Issuing, watch: LobbyWatch, hours: tuple[str, ...], names: ItemNames
    ) -> None:
        super().__init__(NoticeState(hours=hours))
        self._journey = journey
        self._issuing = issuing
        self._watch = watch
        self._hours = hours
        self._names = names
        journey.changed.connect(self._follow)

    def on_screen(self) -> None:
        """屏幕取号."""
        self._issuing.take_on_screen()

    def home(self) -> None:
        """返回首页."""
        self._journey.home()

    def again(self) -> None:
        """One page back, to try again."""
        self._journey.back()

    def ordinary_number(self) -> None:
        """取普通号: for the item of a forfeited appointment, else by the first door."""
        notice = self._journey.state.notice
        code = notice.arrival.item if notice and notice.arrival else ""
        items = self._watch.state.catalogue.items
        item = next((i for i in items if i.code == code and i.active), None)
        if item is not None:
            self._journey.take_number(item)
        else:
            self._journey.open(Purpose.TICKET)

    def read_guide(self) -> None:
        """办事指南: of the item that can't be had now."""
        notice = self._journey.state.notice
        if notice is not None and notice.item is not None:
            self._journey.read_guide(notice.item)

    def ask_help(self) -> None:
        """人工帮助."""
        self._journey.ask_help()

    def _follow(self, state: JourneyState) -> None:
        if state.page is not Page.NOTICE or state.notice is None:
            return
        lobby = self._watch.state.lobby
        notice, arrival = state.notice, state.notice.arrival
        self._set(
            NoticeState(
                notice.kind,
                notice.trouble,
                notice.label,
                notice.message,
                lobby.opening.words if lobby else "",
                lobby.opening.next_opening if lobby else None,
                self._hours,
                arrival.at if arrival else None,
                arrival.opens_at if arrival else None,
                state.seconds_left,
                notice.hindrance,
                self._names.shown(notice.item.code, notice.item.name) if notice.item else "",
                lobby.board.at.date() if lobby else date.min,
            )
        )
