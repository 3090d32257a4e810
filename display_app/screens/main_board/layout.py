"""Where things stand on the main board, for any ratio of the screen (版面)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the parts, in pixels.

    Attributes:
        unit: a hundredth of the shorter side; all sizes of text come from it.
        stacked: the newest call stands in two lines, one under the other.
    """

    unit: float
    head: QRect
    hero: QRect
    calls: QRect
    side: QRect
    ticker: QRect
    stacked: bool
    stands: bool = False  # a standing screen: last calls and side stand under each other


def arrange(width: int, height: int) -> Layout:
    """Lay out a board: three columns on a wall, a band on top on a television, all stacked on a standing one.

    The newest call has a third of the screen in each.
    """
    unit = min(width, height) / 100
    if width >= 2.3 * height:
        return _wall(width, height, unit)
    if width >= 1.2 * height:
        return _wide(width, height, unit)
    return _tall(width, height, unit)


def _wall(width: int, height: int, unit: float) -> Layout:
    head_height, ticker_height = int(9 * unit), int(9 * unit)
    body = height - head_height - ticker_height
    hero_width = int(width * 0.4)
    calls_width = int(width * 0.33)
    return Layout(
        unit,
        QRect(0, 0, width, head_height),
        QRect(0, head_height, hero_width, body),
        QRect(hero_width, head_height, calls_width, body),
        QRect(hero_width + calls_width, head_height, width - hero_width - calls_width, body),
        QRect(0, height - ticker_height, width, ticker_height),
        stacked=True,
    )


def _wide(width: int, height: int, unit: float) -> Layout:
    head_height, ticker_height = int(7.5 * unit), int(7 * unit)
    hero_height = int(height * 0.335)
    top = head_height + hero_height
    body = height - top - ticker_height
    calls_width = int(width * 0.6)
    return Layout(
        unit,
        QRect(0, 0, width, head_height),
        QRect(0, head_height, width, hero_height),
        QRect(0, top, calls_width, body),
        QRect(calls_width, top, width - calls_width, body),
        QRect(0, height - ticker_height, width, ticker_height),
        stacked=False,
    )


def _tall(width: int, height: int, unit: float) -> Layout:
    head_height, ticker_height = int(9 * unit), int(7 * unit)
    hero_height = int(height * 0.335)
    top = head_height + hero_height
    body = height - top - ticker_height
    calls_height = int(body * 0.52)
    return Layout(
        unit,
        QRect(0, 0, width, head_height),
        QRect(0, head_height, width, hero_height),
        QRect(0, top, width, calls_height),
        QRect(0, top + calls_height, width, body - calls_height),
        QRect(0, height - ticker_height, width, ticker_height),
        stacked=True,
        stands=True,
    )
