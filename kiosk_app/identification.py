"""What follows once somebody is known, or a code was shown (身份核验之后): by the door that was taken.

取号 issues, 预约签到 looks for the appointment, 进度查询 for the person's matters, a complaint goes on. What comes
back after the visitor went on, or home, is dropped. For 代办 the agent is kept until the person it is for is known,
or the page is left.
"""

from __future__ import annotations

from collections.abc import Callable

from hall.appointments.lookup import Arrival, Arriving
from hall.errors import BadInput
from hall.identity import Holder, HolderKind
from hall.queueing.ticket_code import TicketCode
from hall.shown_code import (
    AppointmentCode,
    BusinessNumber,
    CitizenCardRule,
    ComplaintNumber,
    ShownCode,
    read_number,
    read_shown,
)
from kiosk_app.complaining import Complaining
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import BUSY, Issuing
from kiosk_app.journey import Journey
from kiosk_app.journey_state import REFUSALS, JourneyState, Notice, NoticeKind, Page, Purpose
from kiosk_app.matters_desk import Asked, Found, MattersDesk
from kiosk_app.ports import Background, T
from kiosk_app.refusal import refusal_from
from kiosk_app.trouble import trouble_of


class Identification:
    """Takes holders and codes from reader, scanner and keypads.

    Args:
        rule: what numbers the hall's 一卡通 has.
    """

    def __init__(
        self,
        journey: Journey,
        issuing: Issuing,
        desk: KioskDesk,
        matters: MattersDesk,
        complaining: Complaining,
        background: Background,
        rule: CitizenCardRule,
    ) -> None:
        self._journey = journey
        self._issuing = issuing
        self._desk = desk
        self._matters = matters
        self._complaining = complaining
        self._background = background
        self._rule = rule
        self._question = 0
        self._agent: Holder | None = None
        self._number: ComplaintNumber | None = None  # asked for; a proof follows
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
        if self._journey.state.page is Page.PROVE:
            self.proven(holder)
            return
        match self._journey.state.purpose:
            case Purpose.CHECK_IN:
                self._look_for_arrivals(holder)
            case Purpose.PROGRESS:
                self._look_for_matters(holder)
            case Purpose.COMPLAINT:
                self._complaining.known(holder)
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
        """The code of an appointment, the number of a ticket or of a complaint was typed."""
        purpose = self._journey.state.purpose
        if purpose is Purpose.CHECK_IN:
            self._look_for_arrivals(text)
        elif purpose is Purpose.COMPLAINT:
            self._look(lambda: self._desk.standings(text), lambda _: self._complaining.about_number(text))
        else:
            number = read_number(text)
            if isinstance(number, ComplaintNumber):
                self._ask_proof(number)
            else:
                self._look_for_matters(number or text)

    def proven(self, proof: Holder | str) -> None:
        """A card, or the last digits of a telephone, for the receipt number that was named."""
        number = self._number
        if number is not None:
            self._look(lambda: self._matters.find_complaint(number, proof), self._found_matters)

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
        elif isinstance(shown, AppointmentCode) and purpose in (Purpose.CHECK_IN, Purpose.TICKET):
            self._look_for_arrivals(shown.text)
        elif isinstance(shown, TicketCode | BusinessNumber) and purpose is Purpose.PROGRESS:
            self._look_for_matters(shown)
        elif isinstance(shown, ComplaintNumber) and purpose is Purpose.PROGRESS:
            self._ask_proof(shown)
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

    def _look_for_matters(self, asked: Asked) -> None:
        self._look(lambda: self._matters.find(asked), self._found_matters)

    def _ask_proof(self, number: ComplaintNumber) -> None:
        self._number = number
        self._journey.go(Page.PROVE)

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
                self._journey.show_notice(Notice(REFUSALS[trouble], trouble, refusal=refusal_from(error)))

        self._background.run(work, done, failed)

    def _found_arrivals(self, arrivals: tuple[Arrival, ...]) -> None:
        ready = [arrival for arrival in arrivals if arrival.arriving is Arriving.IN_TIME]
        if len(ready) == 1:
            self.choose(ready[0])
        elif len(arrivals) == 1:
            self.choose(arrivals[0])
        else:
            self._journey.choose_arrival(arrivals)

    def _found_matters(self, found: Found) -> None:
        """Today's numbers alone have a page of their own."""
        page = Page.MATTERS if found.matters else Page.STANDING
        self._journey.go(page, standings=found.standings, matters=found.matters)

    def _follow(self, state: JourneyState) -> None:
        if not state.searching:
            self._question += 1
        if state.page not in (Page.PRINCIPAL, Page.NOTICE):  # a call for help is a notice, and comes back
            self._agent = None
        if state.page not in (Page.PROVE, Page.NOTICE):
            self._number = None
