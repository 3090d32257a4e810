"""What the page of issuing shows (出票)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk_app.issuing import BUSY, Issuing, IssuingState, Phase
from kiosk_app.trouble import Trouble
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class ProgressState:
    """How far it is.

    Attributes:
        label: the number, once there is one.
        database_away: the paper is out, the database does not take it yet.
    """

    phase: Phase = Phase.ASKING
    label: str = ""
    database_away: bool = False


class ProgressViewModel(ViewModel[ProgressState]):
    """Follows the issuing."""

    def __init__(self, issuing: Issuing) -> None:
        super().__init__(ProgressState())
        issuing.changed.connect(self._follow)

    def _follow(self, state: IssuingState) -> None:
        if state.phase in BUSY:
            number = state.issued.ticket.label if state.issued else ""
            self._set(ProgressState(state.phase, number, state.trouble is Trouble.DATABASE_AWAY))
