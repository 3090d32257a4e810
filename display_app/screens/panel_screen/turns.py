"""Whose turn it is (轮播): panels that share an area follow each other, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stay:
    """A panel with its pages, each shown for so many seconds."""

    panel: str
    pages: int
    seconds: float


def turn_at(stays: Sequence[Stay], elapsed: float) -> tuple[str, int] | None:
    """The panel and the page that stand there ``elapsed`` seconds after the start; None without panels."""
    whole = sum(stay.pages * stay.seconds for stay in stays)
    if not stays or whole <= 0:
        return None
    at = elapsed % whole
    for stay in stays:
        length = stay.pages * stay.seconds
        if at < length:
            return stay.panel, int(at // stay.seconds)
        at -= length
    return stays[-1].panel, stays[-1].pages - 1
