"""What the end of the visit shows (请取走号票、屏幕取号)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall.queueing.estimate import Estimate
from kiosk_app.issuing import UNCONFIRMED, Issuing, IssuingState, Phase
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.trouble import Trouble
from kiosk_app.view_model import ViewModel


class Ending(StrEnum):
    """How the visit ends."""

    PAPER = "paper"  # 请取走号票
    DOUBT = "doubt"  # 请看一下，号票出来了吗
    REMEMBER = "remember"  # 请记住号码，待确认
    REMEMBERED = "remembered"  # 屏幕取号完成


@dataclass(frozen=True, slots=True)
class TicketState:
    """The number, large, and what to do.

    Attributes:
        item_chinese: the Chinese name below the English one, for staff; empty when ``item`` is Chinese.
        document: masked number of the card or phone (实名取号), empty for none.
        trouble: why there is no paper, None when there is.
        windows: numbers of the windows that serve it.
        code: payload of the QR code.
        seconds_left: DOUBT, REMEMBER: until the number voids itself; else until the page goes home.
        has_map: the hall has a map, so “怎么走” can be shown.
        saving: “记住了” is on its way.
    """

    ending: Ending = Ending.PAPER
    label: str = ""
    item: str = ""
    item_chinese: str = ""
    holder: str = ""
    document: str = ""
    zone: str = ""
    windows: tuple[int, ...] = ()
    people_ahead: int = 0
    estimate: Estimate | None = None
    code: str = ""
    trouble: Trouble | None = None
    seconds_left: int = 0
    saving: bool = False
    help_called: bool = False
    has_map: bool = False


_ENDINGS = {
    Phase.PAPER: Ending.PAPER,
    Phase.DOUBT: Ending.DOUBT,
    Phase.REMEMBER: Ending.REMEMBER,
    Phase.REMEMBERED: Ending.REMEMBERED,
}


class TicketViewModel(ViewModel[TicketState]):
    """Follows the issuing to its end."""

    def __init__(self, journey: Journey, issuing: Issuing, names: ItemNames, *, has_map: bool = False) -> None:
        super().__init__(TicketState())
        self._journey = journey
        self._issuing = issuing
        self._names = names
        self._has_map = has_map
        issuing.changed.connect(self._on_issuing)
        journey.changed.connect(self._on_journey)

    def remembered(self) -> None:
        """“记住了”."""
        self._issuing.remembered()

    def paper_is_there(self) -> None:
        """“是，出来了”."""
        self._issuing.paper_is_there()

    def no_paper(self) -> None:
        """“否，没有”."""
        self._issuing.no_paper()

    def ask_help(self) -> None:
        """“求助”: the guide desk comes; the number stays."""
        self._journey.ask_help()

    def give_up(self) -> None:
        """“不要这个号”."""
        self._journey.home()

    def done(self) -> None:
        """“完成”."""
        self._journey.abandon()

    def show_way(self) -> None:
        """“怎么走”."""
        self._journey.show_way()

    def _on_issuing(self, _: IssuingState) -> None:
        self._update()

    def _on_journey(self, _: JourneyState) -> None:
        self._update()

    def _update(self) -> None:
        state = self._issuing.state
        ending = _ENDINGS.get(state.phase)
        if ending is None or state.issued is None:
            if self._journey.state.page is not Page.TICKET:
                self._set(TicketState())
            return
        issued = state.issued
        item, chinese = self._names.pair(issued.ticket.item, issued.ticket.item_name)
        left = state.seconds_left if state.phase in UNCONFIRMED else self._journey.state.seconds_left
        self._set(
            TicketState(
                ending=ending,
                label=issued.ticket.label,
                item=item,
                item_chinese=chinese,
                holder=issued.ticket.holder,
                document=issued.document,
                zone=issued.ticket.zone,
                windows=issued.windows,
                people_ahead=issued.people_ahead,
                estimate=issued.estimate,
                code=issued.code,
                trouble=state.trouble,
                seconds_left=left,
                saving=state.saving,
                help_called=state.help_called,
                has_map=self._has_map,
            )
        )
