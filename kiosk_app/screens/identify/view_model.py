"""What the page of identification shows (身份核验), for a number, an appointment or a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk_app.identification import Identification
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.ports import CardWatch, CodeWatch, ReaderState, ScannerState
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class IdentifyState:
    """The ways to be known; nothing of the card or the code ever stands here.

    Attributes:
        reader: what the card reader waits for.
        scanner: what the code scanner waits for.
        by_phone, without_registration, by_code: the other ways that the hall (⚙) and the purpose allow.
        searching: an appointment or a ticket is being looked for.
    """

    purpose: Purpose = Purpose.TICKET
    reader: ReaderState = ReaderState.WAITING
    scanner: ScannerState = ScannerState.ABSENT
    by_phone: bool = True
    without_registration: bool = True
    by_code: bool = False
    searching: bool = False


class IdentifyViewModel(ViewModel[IdentifyState]):
    """Watches reader and scanner while the page is open, and only then."""

    def __init__(
        self,
        journey: Journey,
        identification: Identification,
        cards: CardWatch,
        codes: CodeWatch,
        *,
        by_phone: bool,
        without_registration: bool,
    ) -> None:
        super().__init__(IdentifyState(by_phone=by_phone, without_registration=without_registration))
        self._journey = journey
        self._identification = identification
        self._cards = cards
        self._codes = codes
        self._by_phone = by_phone
        self._without_registration = without_registration
        self._watching = False
        journey.changed.connect(self._follow)

    def phone(self) -> None:
        """On to the number pad."""
        self._journey.by_phone()

    def anonymous(self) -> None:
        """免登记取号."""
        self._journey.without_registration()

    def code(self) -> None:
        """On to the keyboard: an appointment's code, or a ticket's number."""
        self._journey.by_code()

    def _follow(self, state: JourneyState) -> None:
        here = state.page is Page.IDENTIFY
        if here:
            purpose = state.purpose
            self._set(
                replace(
                    self.state,
                    purpose=purpose,
                    # Whoever knows a phone number must not learn from it what its owner does here.
                    by_phone=self._by_phone and purpose is not Purpose.PROGRESS,
                    without_registration=self._without_registration and purpose is Purpose.TICKET,
                    by_code=purpose is not Purpose.TICKET,
                    searching=state.searching,
                )
            )
        if here and not self._watching:
            self._watching = True
            self._cards.start(self._identification.known, self.show_reader)
            self._codes.start(self._identification.scanned, self.show_scanner)
        elif not here and self._watching:
            self._watching = False
            self._cards.stop()
            self._codes.stop()

    def show_reader(self, reader: ReaderState) -> None:
        """The reader waits for something else now."""
        self._set(replace(self.state, reader=reader))

    def show_scanner(self, scanner: ScannerState) -> None:
        """The scanner waits for something else now."""
        self._set(replace(self.state, scanner=scanner))
