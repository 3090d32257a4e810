"""What the calm pages show (提示): what happened, what is kept, what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hall.appointments.appointment import Forfeited, TooEarly
from hall.appointments.arrival import NoAppointment
from hall.errors import BadInput, HallError, Unavailable
from hall.progress.asking import NothingFound
from hall.progress.guesses import TooManyGuesses
from hall.queueing.availability import Hindrance
from hall.queueing.issue import AlreadyWaiting
from hall.queueing.quota import QuotaFull
from hall.queueing.refusals import NoOpenWindow, NotServedHere
from hall.queueing.standing import NoTicketToday
from hall.queueing.ticket import WrongState
from kiosk_app.issuing import Issuing
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Notice, NoticeKind, Page, Purpose
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.refusal import Refusal
from kiosk_app.trouble import Trouble
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class NoticeState:
    """One calm page.

    Attributes:
        trouble: which printer trouble, for NO_PRINTER.
        label: the number meant.
        refusal: the rule's error that it comes from, if any.
        opening: the hall's state in its own words, for HALL_CLOSED.
        next_opening: when numbers are given again, if known.
        hours: sessions of a working day, such as ``("09:00–12:00", "13:00–17:00")``.
        hindrance: what stands in the way of a number, with the name of the item, if it is one item's.
        today: the hall's day.
        seconds_left: until the page goes home.
    """

    kind: NoticeKind = NoticeKind.HELP_CALLED
    trouble: Trouble | None = None
    label: str = ""
    refusal: Refusal | None = None
    opening: str = ""
    next_opening: datetime | None = None
    hours: tuple[str, ...] = ()
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
        notice = state.notice
        self._set(
            NoticeState(
                notice.kind,
                notice.trouble,
                notice.label,
                notice.refusal or _meant(notice),
                lobby.opening.words if lobby else "",
                lobby.opening.next_opening if lobby else None,
                self._hours,
                state.seconds_left,
                notice.hindrance,
                self._names.shown(notice.item.code, notice.item.name) if notice.item else "",
                lobby.board.at.date() if lobby else date.min,
            )
        )


# The rule behind a page that was shown before the rule was asked.
_RULES: Mapping[NoticeKind, type[HallError]] = {
    NoticeKind.DATABASE_AWAY: Unavailable,
    NoticeKind.ALREADY_WAITING: AlreadyWaiting,
    NoticeKind.NUMBER_VOID: WrongState,
    NoticeKind.QUOTA_FULL: QuotaFull,
    NoticeKind.NO_OPEN_WINDOW: NoOpenWindow,
    NoticeKind.NOT_HERE: NotServedHere,
    NoticeKind.NO_APPOINTMENT: NoAppointment,
    NoticeKind.TOO_EARLY: TooEarly,
    NoticeKind.FORFEITED: Forfeited,
    NoticeKind.NO_TICKET: NoTicketToday,
    NoticeKind.NO_MATTER: NothingFound,
    NoticeKind.TOO_MANY_GUESSES: TooManyGuesses,
    NoticeKind.REFUSED: BadInput,
    NoticeKind.COMPLAINT_REFUSED: BadInput,
}


def _meant(notice: Notice) -> Refusal | None:
    rule, arrival = _RULES.get(notice.kind), notice.arrival
    if rule is None:
        return None
    at, opens_at = (arrival.at, arrival.opens_at) if arrival else (None, None)
    return Refusal(rule, notice.label, at=at, opens_at=opens_at)
