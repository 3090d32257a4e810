"""What the page of identification shows (身份核验), for a number, an appointment or a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.identity import Holder
from kiosk_app.complaining import Complaining
from kiosk_app.identification import Identification
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.ports import CardWatch, CodeWatch, ReaderState, ScannerState
from kiosk_app.view_model import ViewModel

# Pages that ask for a document, by which one it is: the second is asked for anew.
_DOCUMENT = {Page.IDENTIFY: 1, Page.AGENT: 1, Page.PRINCIPAL: 2, Page.PROVE: 3}


@dataclass(frozen=True, slots=True)
class IdentifyState:
    """The ways to be known; nothing of the card or the code ever stands here.

    Attributes:
        page: IDENTIFY, or AGENT and PRINCIPAL of a 代办.
        reader: what the card reader waits for.
        scanner: what the code scanner waits for.
        by_phone, without_registration, by_code: the other ways that the hall (⚙) and the purpose allow.
        nameless: a complaint may be made without a name.
        for_another: 代办 may be begun here.
        searching: an appointment or a ticket is being looked for.
        same_person: the agent's document was shown a second time.
    """

    page: Page = Page.IDENTIFY
    purpose: Purpose = Purpose.TICKET
    reader: ReaderState = ReaderState.WAITING
    scanner: ScannerState = ScannerState.ABSENT
    by_phone: bool = True
    without_registration: bool = True
    by_code: bool = False
    nameless: bool = False
    for_another: bool = True
    searching: bool = False
    same_person: bool = False


class IdentifyViewModel(ViewModel[IdentifyState]):
    """Watches reader and scanner while the page is open, and only then."""

    def __init__(
        self,
        journey: Journey,
        identification: Identification,
        complaining: Complaining,
        cards: CardWatch,
        codes: CodeWatch,
        *,
        by_phone: bool,
        without_registration: bool,
    ) -> None:
        super().__init__(IdentifyState(by_phone=by_phone, without_registration=without_registration))
        self._journey = journey
        self._identification = identification
        self._complaining = complaining
        self._cards = cards
        self._codes = codes
        self._by_phone = by_phone
        self._without_registration = without_registration
        self._document = 0  # watched for now; 0 none
        journey.changed.connect(self._follow)

    def phone(self) -> None:
        """On to the number pad."""
        self._journey.by_phone()

    def anonymous(self) -> None:
        """免登记取号, or a complaint without a name."""
        if self._journey.state.purpose is Purpose.COMPLAINT:
            self._complaining.anonymous()
        else:
            self._journey.without_registration()

    def another(self) -> None:
        """替别人办理."""
        self._journey.for_another()

    def code(self) -> None:
        """On to the keyboard: an appointment's code, or a ticket's number."""
        self._journey.by_code()

    def _follow(self, state: JourneyState) -> None:
        document = _DOCUMENT.get(state.page, 0)
        if document:
            purpose, alone = state.purpose, state.page is Page.IDENTIFY
            complains = alone and purpose is Purpose.COMPLAINT
            taking = alone and purpose is Purpose.TICKET
            self._set(
                replace(
                    self.state,
                    page=state.page,
                    purpose=purpose,
                    # Whoever knows a phone number must not learn from it what its owner does here.
                    by_phone=(self._by_phone and alone and purpose is not Purpose.PROGRESS) or complains,
                    without_registration=self._without_registration and taking,
                    nameless=complains and self._complaining.draft.may_be_anonymous,
                    by_code=purpose in (Purpose.CHECK_IN, Purpose.PROGRESS),
                    for_another=taking,
                    searching=state.searching,
                    same_person=state.same_person,
                )
            )
        if document == self._document:
            return
        if self._document:
            self._cards.stop()
            self._codes.stop()
        self._document = document
        if document:
            self._cards.start(self._read, self.show_reader)
            self._codes.start(self._identification.scanned, self.show_scanner)

    def _read(self, holder: Holder) -> None:
        watched = self._document
        self._identification.known(holder)
        if watched == self._document == 2:  # the agent's own card again; a watch ends with the card it finds
            self._cards.start(self._read, self.show_reader)

    def show_reader(self, reader: ReaderState) -> None:
        """The reader waits for something else now."""
        self._set(replace(self.state, reader=reader))

    def show_scanner(self, scanner: ScannerState) -> None:
        """The scanner waits for something else now."""
        self._set(replace(self.state, scanner=scanner))
