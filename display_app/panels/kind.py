"""What a kind of panel is (面板种类): it decides, draws in parts, turns pages, and may move."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap

from display_app.panels.parts import Part
from display_app.panels.scene import Scene
from qt_common.theme import NORMAL, Colours

Options = TypeVar("Options")
State = TypeVar("State")


class Needs(StrEnum):
    """Whose snapshot a panel shows."""

    BOARD = "board"
    WINDOW = "window"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands and what its sizes come from.

    Attributes:
        name: of the panel in its layout.
        unit: a hundredth of the screen's shorter side, times the panel's own ``text``; all text is sized by it.
    """

    name: str
    rect: QRect
    unit: float
    colours: Colours = NORMAL
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Strip:
    """What moves all the time in a rectangle: drawn once, then only copied.

    Attributes:
        content: an equal content is not drawn again.
        draw: its pieces, which follow each other.
        gap: between them, in pixels.
        speed: pixels a second; only when they are longer than the rectangle.
        upright: moves from below to above instead of from right to left.
        ground: colour behind it.
    """

    name: str
    rect: QRect
    content: Hashable
    draw: Callable[[], list[QPixmap]]
    gap: int
    speed: float
    ground: str
    upright: bool = False


def one_page(place: Place, options: Any, state: Any) -> int:
    """Everything is on one page."""
    return 1


def no_strips(place: Place, options: Any, state: Any) -> Iterator[Strip]:
    """Nothing moves."""
    return iter(())


@dataclass(frozen=True, slots=True)
class PanelKind(Generic[Options, State]):
    """A kind of panel.

    Attributes:
        decide: its words, from scene, options and its name; None while it has nothing to show.
        parts: what is drawn of a page.
        of_figures: its words depend on nothing but the figures; a call does not have them put together again.
    """

    needs: Needs
    decide: Callable[[Scene, Options, str], State | None]
    parts: Callable[[Place, Options, State, int], Iterator[Part]]
    pages: Callable[[Place, Options, State], int] = one_page
    strips: Callable[[Place, Options, State], Iterator[Strip]] = no_strips
    of_figures: bool = False
