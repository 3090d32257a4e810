"""What a screen of panels draws."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreenState:
    """The words of every panel by name; None for a panel that has nothing to show.

    Attributes:
        title, spoken: for people who have the screen read to them.
    """

    panels: tuple[tuple[str, Hashable | None], ...] = ()
    title: str = ""
    spoken: str = ""
