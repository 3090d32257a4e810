"""What the page of the typed code shows (输入预约码、号票号码)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from hall.shown_code import CODE_LENGTH, CODE_LETTERS, read_number
from kiosk_app.identification import Identification
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.view_model import ViewModel

LONGEST_NUMBER = 12  # a business number with two letters; a ticket's own has four to six
LONGEST_LABEL = 6
_LABEL = re.compile(r"[A-Z]{1,2}[0-9]{3,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CodeState:
    """The characters so far; wiped when the page closes, never in ``repr``.

    Attributes:
        purpose: an appointment's code for CHECK_IN, the number of a ticket or a complaint for PROGRESS, else a
            number of today.
        never: the last key is a character that no code has; it was not taken.
        searching: it is being looked for.
    """

    purpose: Purpose = Purpose.CHECK_IN
    typed: str = field(default="", repr=False)
    never: str = ""
    searching: bool = False

    @property
    def length(self) -> int:
        """How many characters there is room for."""
        if self.purpose is Purpose.CHECK_IN:
            return CODE_LENGTH
        return LONGEST_NUMBER if self.purpose is Purpose.PROGRESS else LONGEST_LABEL

    @property
    def complete(self) -> bool:
        """True when it can be a code, or a number."""
        if self.purpose is Purpose.CHECK_IN:
            return len(self.typed) == CODE_LENGTH
        if _LABEL.fullmatch(self.typed):
            return True
        return self.purpose is Purpose.PROGRESS and read_number(self.typed) is not None


class CodeViewModel(ViewModel[CodeState]):
    """Takes characters and hands the complete code on."""

    def __init__(self, journey: Journey, identification: Identification) -> None:
        super().__init__(CodeState())
        self._identification = identification
        journey.changed.connect(self._follow)

    def type_key(self, key: str) -> None:
        """A key of the keyboard."""
        state = self.state
        if state.purpose is Purpose.CHECK_IN and key not in CODE_LETTERS:
            self._set(replace(state, never=key))
        elif len(state.typed) < state.length:
            self._set(replace(state, typed=state.typed + key, never=""))

    def delete(self) -> None:
        """The last character goes."""
        self._set(replace(self.state, typed=self.state.typed[:-1], never=""))

    def clear(self) -> None:
        """All characters go."""
        self._set(replace(self.state, typed="", never=""))

    def submit(self) -> None:
        """Look for it; the characters are forgotten here at once."""
        if self.state.complete and not self.state.searching:
            typed = self.state.typed
            self.clear()
            self._identification.typed(typed)

    def _follow(self, state: JourneyState) -> None:
        if state.page is Page.CODE:
            self._set(replace(self.state, purpose=state.purpose, searching=state.searching))
        else:
            self._set(CodeState())
