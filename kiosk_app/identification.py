"""What follows once somebody is known, or a code was shown (身份核验之后): by the door that was taken.

取号 issues, 预约签到 looks for the appointment, 进度查询 for tickets. An answer that comes after the visitor went
on, or home, is dropped. For 代办 the agent is kept until the person it is for is known, or the page is left.
"""

from __future__ import annotations

from collections.abc import Callable

from hall.appointments.lookup import Arrival, Arriving
from hall.errors import BadInput
from hall.identity import Holder, HolderKind
from hall.queueing.standing import TicketStanding
from hall.queueing.ticket_code import TicketCode
from hall.shown_code import AppointmentCode, CitizenCardRule, ShownCode, read_shown
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import BUSY, Issuing
from kiosk_app.journey import Journey
from kiosk_app.journey_state import REFUSALS, JourneyState, Notice, NoticeKind, Page, Purpose
from kiosk_app.ports import Background, T
from kiosk_app.trouble import trouble_of


class Identification:
    """Takes holders and codes from reader, scanner and keypads.

    Args:
        rule: what numbers the hall's 一卡通 has.
    """

    def __init__(
        self, journey: Journey, issuing: Issuing, desk: KioskDesk, background: Background, rule: CitizenCardRule
    ) -> None:
        self._journey = journey
        self._issuing = issuing
        self._desk = desk
        self._background = background
        self._rule = rule
        self._question = 0
        self._agent: Holder | None = None
        journey.changed.connect(self._follow)

    def known(self, holder: Holder) -> None:
        """A card was read, or a phone number entered."""
        if self._journey.state.page is Page.AGENT:
            self._agent = holder
            self._journey.agent_known()
            return
        if self._journey.state.page is Page.PRINCIPAL:
            self._known_principal(holder)
            return
        match self._journey.state.purpose:
            case Purpose.CHECK_IN:
                self._look_for_arrivals(holder)
            case Purpose.PROGRESS:
                self._look_for_tickets(holder)
            case _:
                self._journey.identified(holder)

    def known_by_phone(self, phone: str) -> None:
        """A complete mobile number was entered."""
        self.known(Holder(HolderKind.PHONE, phone=phone))

    def scanned(self, text: str) -> bool:
        """A code was scanned; False when it is none that helps here."""
        try:
            shown = read_shown(text, self._rule)
        except BadInput:
            return False
        return self._shown(shown)

    def typed(self, text: str) -> None:
        """The code of an appointment, or the number of a ticket, was typed."""
        if self._journey.state.purpose is Purpose.CHECK_IN:
            self._look_for_arrivals(text)
        else:
            self._look_for_tickets(text)

    def choose(self, arrival: Arrival) -> None:
        """This appointment: check in, or say why not."""
        match arrival.arriving:
            case Arriving.IN_TIME:
                if self._issuing.state.phase not in BUSY:
                    self._issuing.check_in(arrival.code)
            case Arriving.EARLY:
                self._journey.show_notice(Notice(NoticeKind.TOO_EARLY, arrival=arrival))
            case Arriving.LATE:
                self._journey.show_notice(Notice(NoticeKind.FORFEITED, arrival=arrival))
            case Arriving.DONE:
                self._journey.show_notice(Notice(NoticeKind.ALREADY_WAITING, label=arrival.label))

    def _shown(self, shown: ShownCode) -> bool:
        purpose = self._journey.state.purpose
        if isinstance(shown, Holder):
            self.known(shown)
        elif isinstance(shown, AppointmentCode) and purpose is Purpose.CHECK_IN:
            self._look_for_arrivals(shown.text)
        elif isinstance(shown, TicketCode) and purpose is Purpose.PROGRESS:
            self._look_for_tickets(shown)
        else:
            return False
        return True

    def _known_principal(self, principal: Holder) -> None:
        agent = self._agent
        if agent is None:
            return
        if principal.key_source == agent.key_source:
            self._journey.same_person()
        else:
            self._journey.identified(agent, principal)

    def _look_for_arrivals(self, shown: Holder | str) -> None:
        self._look(lambda: self._desk.arrivals(shown), self._found_arrivals)

    def _look_for_tickets(self, asked: TicketCode | Holder | str) -> None:
        self._look(lambda: self._desk.standings(asked), self._found_tickets)

    def _look(self, work: Callable[[], T], found: Callable[[T], None]) -> None:
        if self._journey.state.searching or self._issuing.state.phase in BUSY:
            return
        self._journey.search(True)
        question = self._question

        def done(result: T) -> None:
            if question == self._question:
                found(result)

        def failed(error: Exception) -> None:
            trouble = trouble_of(error)
            if question == self._question:
                self._journey.show_notice(Notice(REFUSALS[trouble], trouble))

        self._background.run(work, done, failed)

    def _found_arrivals(self, arrivals: tuple[Arrival, ...]) -> None:
        ready = [arrival for arrival in arrivals if arrival.arriving is Arriving.IN_TIME]
        if len(ready) == 1:
            self.choose(ready[0])
        elif len(arrivals) == 1:
            self.choose(arrivals[0])
        else:
            self._journey.choose_arrival(arrivals)

    def _found_tickets(self, standings: tuple[TicketStanding, ...]) -> None:
        self._journey.show_standings(standings)

    def _follow(self, state: JourneyState) -> None:
        if not state.searching:
            self._question += 1
        if state.page not in (Page.PRINCIPAL, Page.NOTICE):  # a call for help is a notice, and comes back
            self._agent = None
