"""Text can be read on every ground it stands on."""

from __future__ import annotations

import pytest

from qt_common.theme import Colours, colours, contrast

PAIRS = [
    ("text", "ground"), ("text", "surface"), ("text_soft", "surface"), ("text_soft", "ground"),
    ("on_primary", "primary"), ("on_accent", "accent"), ("on_alarm", "alarm"), ("text", "primary_soft"),
    ("good", "surface"), ("warn", "surface"), ("alarm", "surface"), ("primary", "surface"),
]  # fmt: skip


def test_known_ratios() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("front", "back"), PAIRS)
@pytest.mark.parametrize(("elder", "needed"), [(False, 4.5), (True, 7.0)])
def test_contrast(front: str, back: str, elder: bool, needed: float) -> None:
    chosen: Colours = colours(elder=elder)
    assert contrast(getattr(chosen, front), getattr(chosen, back)) >= needed
