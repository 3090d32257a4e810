"""What the page of the mobile number shows (手机号)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk_app.complaining import Complaining
from kiosk_app.identification import Identification
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.view_model import ViewModel

LENGTH = 11


@dataclass(frozen=True, slots=True)
class PhoneState:
    """The digits so far; wiped when the page closes, never in ``repr``.

    Attributes:
        wrong_start: the first digit is no 1, no mobile number begins so.
        purpose: what it is for.
        searching: an appointment is being looked for, or a complaint is on its way.
        may_skip: the card is enough, for a complaint.
    """

    digits: str = field(default="", repr=False)
    wrong_start: bool = False
    purpose: Purpose = Purpose.TICKET
    searching: bool = False
    may_skip: bool = False

    @property
    def complete(self) -> bool:
        """True when it can be a mobile number."""
        return len(self.digits) == LENGTH and not self.wrong_start


class PhoneViewModel(ViewModel[PhoneState]):
    """Takes digits and hands the complete number on."""

    def __init__(self, journey: Journey, identification: Identification, complaining: Complaining) -> None:
        super().__init__(PhoneState())
        self._identification = identification
        self._complaining = complaining
        journey.changed.connect(self._follow)

    def type_digit(self, digit: str) -> None:
        """A key of the keypad."""
        if len(self.state.digits) < LENGTH:
            self._show(self.state.digits + digit)

    def delete(self) -> None:
        """The last digit goes."""
        self._show(self.state.digits[:-1])

    def clear(self) -> None:
        """All digits go."""
        self._show("")

    def submit(self) -> None:
        """Take the number, or look for the appointment, with it; the digits are forgotten here at once."""
        if self.state.complete and not self.state.searching:
            digits = self.state.digits
            self._show("")
            self._identification.known_by_phone(digits)

    def skip(self) -> None:
        """Without a telephone number: the card is enough."""
        self._complaining.without_phone()

    def _show(self, digits: str) -> None:
        self._set(replace(self.state, digits=digits, wrong_start=bool(digits) and digits[0] != "1"))

    def _follow(self, state: JourneyState) -> None:
        if state.page is Page.PHONE:
            draft = self._complaining.draft
            skip = state.purpose is Purpose.COMPLAINT and draft.has_card and not draft.wants_call
            self._set(replace(self.state, purpose=state.purpose, searching=state.searching, may_skip=skip))
        else:
            self._set(PhoneState())
