"""What the citizen sees at the window (群众屏)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CitizenStage(StrEnum):
    """Which picture stands there."""

    WELCOME = "welcome"  # plate only
    CALLED = "called"
    SERVING = "serving"
    ON_THE_PAD = "on_the_pad"  # please rate on the pad
    ASKING = "asking"  # five faces on this screen
    THANKS = "thanks"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class CitizenState:
    """Nothing personal but the staff's plate (公示牌, W-02).

    Attributes:
        clerk_name, clerk_number: as the hall lets the plate show them; empty for none.
        label, item: number and matter being filed.
        note: whereabouts and return while PAUSED.
    """

    stage: CitizenStage = CitizenStage.WELCOME
    window: int = 0
    window_name: str = ""
    clerk_name: str = ""
    clerk_number: str = ""
    contact: str = ""
    label: str = ""
    item: str = ""
    whereabouts: str = ""
    back_at: str = ""
