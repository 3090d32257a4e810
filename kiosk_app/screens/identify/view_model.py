"""What the page of identification shows (身份核验)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.ports import CardWatch, ReaderState
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class IdentifyState:
    """The ways to take a number; nothing of the card ever stands here.

    Attributes:
        reader: what the card reader waits for.
        by_phone, without_registration: whether the hall allows them (⚙).
    """

    reader: ReaderState = ReaderState.WAITING
    by_phone: bool = True
    without_registration: bool = True


class IdentifyViewModel(ViewModel[IdentifyState]):
    """Watches the reader while the page is open, and only then."""

    def __init__(self, journey: Journey, cards: CardWatch, *, by_phone: bool, without_registration: bool) -> None:
        super().__init__(IdentifyState(by_phone=by_phone, without_registration=without_registration))
        self._journey = journey
        self._cards = cards
        self._watching = False
        journey.changed.connect(self._follow)

    def phone(self) -> None:
        """On to the number pad."""
        self._journey.by_phone()

    def anonymous(self) -> None:
        """免登记取号."""
        self._journey.without_registration()

    def _follow(self, state: JourneyState) -> None:
        here = state.page is Page.IDENTIFY
        if here and not self._watching:
            self._watching = True
            self._cards.start(self._journey.identified, self.show_reader)
        elif not here and self._watching:
            self._watching = False
            self._cards.stop()

    def show_reader(self, reader: ReaderState) -> None:
        """The reader waits for something else now."""
        self._set(replace(self.state, reader=reader))
