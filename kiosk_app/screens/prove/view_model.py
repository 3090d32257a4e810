"""What the page of the proof shows (核对身份): the card lies on the reader, or four digits are typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hall.progress.asking import LAST_DIGITS
from kiosk_app.identification import Identification
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class ProveState:
    """The digits so far; wiped when the page closes, never in ``repr``."""

    digits: str = field(default="", repr=False)
    searching: bool = False

    @property
    def complete(self) -> bool:
        """True when all digits are there."""
        return len(self.digits) == LAST_DIGITS


class ProveViewModel(ViewModel[ProveState]):
    """Takes digits; the card reader is watched by the page of identification's view-model."""

    def __init__(self, journey: Journey, identification: Identification) -> None:
        super().__init__(ProveState())
        self._identification = identification
        journey.changed.connect(self._follow)

    def type_digit(self, digit: str) -> None:
        """A key of the keypad."""
        if len(self.state.digits) < LAST_DIGITS:
            self._set(replace(self.state, digits=self.state.digits + digit))

    def delete(self) -> None:
        """The last digit goes."""
        self._set(replace(self.state, digits=self.state.digits[:-1]))

    def clear(self) -> None:
        """All digits go."""
        self._set(replace(self.state, digits=""))

    def submit(self) -> None:
        """Ask; the digits are forgotten here at once."""
        if self.state.complete and not self.state.searching:
            digits = self.state.digits
            self.clear()
            self._identification.proven(digits)

    def _follow(self, state: JourneyState) -> None:
        if state.page is Page.PROVE:
            self._set(replace(self.state, searching=state.searching))
        else:
            self._set(ProveState())
