"""The measuring of pictures finds what it is for: planted faults are named."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk_app.modes import Modes
from kiosk_app.widgets.basic import label
from tests.support.picture_checks import PictureCheck, painted_contrast


@pytest.mark.parametrize(
    ("place", "colour", "pixels", "fault"),
    [
        ((20, 300, 400, 80), "#000000", 36, ""),
        ((20, 300, 60, 40), "#000000", 36, "needs"),
        ((20, 300, 400, 80), "#bbbbbb", 36, "contrast"),
        ((20, 300, 400, 80), "#000000", 20, "px small"),
        ((900, 300, 400, 80), "#000000", 36, "outside the window"),
        ((20, 20, 400, 80), "#000000", 36, "overlap"),
    ],
)
def test_a_planted_fault_is_named(
    qtbot: QtBot, place: tuple[int, int, int, int], colour: str, pixels: int, fault: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: white")
    window.resize(1080, 1920)
    first = label("第一行字", 36, "#000000", name="first")
    second = label("第二行的字", pixels, colour, name="second")
    first.setParent(window)
    second.setParent(window)
    first.setGeometry(20, 20, 400, 80)
    second.setGeometry(*place)
    window.show()
    found = PictureCheck(window, Modes(elder=True)).faults()
    assert (found == []) if not fault else any(fault in f and "第二行" in f for f in found), found


def test_buttons_too_small_too_near_too_high_or_nameless_are_named(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1080, 1920)
    for name, place in (("a", (20, 1000, 200, 50)), ("b", (222, 1000, 200, 90)), ("", (20, 100, 200, 90))):
        pressed = QPushButton(window)
        pressed.setObjectName(name)
        pressed.setAccessibleName(name)
        pressed.setGeometry(*place)
    window.show()
    found = "\n".join(PictureCheck(window, Modes(low=True)).faults())
    for words in ("200 × 50 px small", "2 px apart", "out of reach", "without a name"):
        assert words in found


def test_contrast_is_that_of_the_colours_painted() -> None:
    page = np.full((20, 20), 0x7FFF, np.uint16)
    assert painted_contrast(page) == pytest.approx(1.0)
    page[5:8, 5:8] = 0
    assert painted_contrast(page) == pytest.approx(21.0)
