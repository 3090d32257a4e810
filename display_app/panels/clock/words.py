"""Decides the large clock (时钟)."""

from __future__ import annotations

from dataclasses import dataclass

from display_app.layouts.options import ClockOptions
from display_app.panels.dates import date_words
from display_app.panels.scene import Scene


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and date."""

    time: str
    date: str


def decide(scene: Scene, options: ClockOptions, name: str) -> Clock:
    """The hall's time."""
    return Clock(f"{scene.now:%H:%M}", date_words(scene.now))
