"""What keeps a touch quick: no style sheets, nothing drawn for nobody, an icon once, a guide measured unbuilt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hall.catalogue.guide import guide_of
from kiosk_app import samples, shots
from kiosk_app.guide_pages import blocks_of
from kiosk_app.journey_state import Page
from kiosk_app.look import Look
from kiosk_app.modes import Modes
from kiosk_app.scenes import SCENES
from kiosk_app.studio import Studio
from kiosk_app.widgets.basic import Tile, button
from kiosk_app.widgets.guide_blocks import BlockMaker
from kiosk_app.widgets.icons import icon_pixmap
from qt_common import theme
from qt_common.translation import Translations
from tests.support.kiosk_hall import Visitor

KINDS = ("plain", "primary", "door", "chosen", "tile", "key", "word", "small", "foot", "alarm")


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[Studio]:
    made = Studio("zh")
    made.window.resize(shots.SIZES["portrait"])
    made.go(Page.HOME)
    made.window.show()
    QApplication.processEvents()
    yield made
    made.window.close()


def tiles(studio: Studio, name: str) -> list[QPushButton]:
    return [b for b in studio.window.findChildren(QPushButton) if b.objectName().startswith(name)]


def test_no_page_has_a_style_sheet(studio: Studio) -> None:
    for name, scene in SCENES.items():
        scene(studio)
        styled = [w for w in (studio.window, *studio.window.findChildren(QWidget)) if w.styleSheet()]
        assert not styled, name


def test_a_page_that_is_not_shown_is_drawn_when_it_is_shown_again(studio: Studio) -> None:
    studio.go(Page.DEPARTMENTS)
    before = tiles(studio, "department_")
    studio.go(Page.ITEMS, department=samples.FOOD.department)
    lobby = samples.OPEN.lobby
    assert before and lobby is not None
    busy = tuple(replace(line, waiting=line.waiting + 70) for line in lobby.departments)
    studio.put(replace(samples.OPEN, lobby=replace(lobby, departments=busy)))
    assert tiles(studio, "department_") == before, "drawn for nobody"
    studio.go(Page.DEPARTMENTS)
    words = [w.text() for w in studio.window.findChildren(QLabel) if w.isVisible()]
    assert any(f"等候 {busy[0].waiting} 人" in text for text in words)


def test_a_switch_of_the_modes_builds_the_shown_page_only(visitor: Visitor) -> None:
    for door in ("door_guide", "home", "door_take_number"):
        visitor.press(door)
    visitor.press("department_scjg")
    visitor.press("modes")
    visitor.press("mode_elder")
    visitor.until(lambda: not tiles_of_other_pages(visitor))
    assert visitor.kiosk.describe()["screen"] == "items"
    visitor.press("modes_done")
    visitor.press("back")
    visitor.until(lambda: visitor.button("department_scjg").isVisible())


def tiles_of_other_pages(visitor: Visitor) -> list[QPushButton]:
    buttons = visitor.kiosk.window.findChildren(QPushButton)
    return [b for b in buttons if b.objectName().startswith(("department_", "door_"))]


@pytest.mark.parametrize("modes", [Modes(), Modes(elder=True), Modes(contrast=True)])
@pytest.mark.parametrize("kind", KINDS)
def test_every_button_looks_pressed_as_soon_as_it_is(qtbot: QtBot, kind: str, modes: Modes) -> None:
    look = Look(1080, 1920, modes)
    for pressed in (
        button("人工帮助", "one", look, lambda: None, kind=kind),
        Tile("取号", ("选好事项",), "two", look, lambda: None, kind=kind, icon="ticket", resting=kind == "tile"),
    ):
        qtbot.addWidget(pressed)
        pressed.resize(400, 200)
        pressed.show()
        at = QPoint(12, 100)  # beside the words
        usual = ground(pressed, at)
        QTest.mousePress(pressed, Qt.MouseButton.LeftButton, pos=at)
        assert ground(pressed, at) != usual
        QTest.mouseRelease(pressed, Qt.MouseButton.LeftButton, pos=at)
        assert ground(pressed, at) == usual


def ground(widget: QWidget, at: QPoint) -> int:
    image: QImage = widget.grab().toImage()
    return image.pixel(at)


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    first = icon_pixmap("card", 92, "#0b4ea2")
    assert icon_pixmap("card", 92, "#0b4ea2").cacheKey() == first.cacheKey()
    others = [
        icon_pixmap("card", 92, "#000000"),
        icon_pixmap("card", 93, "#0b4ea2"),
        icon_pixmap("map", 92, "#0b4ea2"),
    ]
    assert len({first.cacheKey(), *(other.cacheKey() for other in others)}) == 4
    with pytest.raises(KeyError):
        icon_pixmap("none", 92, "#0b4ea2")


@pytest.mark.parametrize("language", shots.LANGUAGES)
def test_a_guide_is_measured_as_high_as_its_widgets_are(qtbot: QtBot, language: str) -> None:
    switch = Translations("kiosk")
    switch.use(language)
    try:
        blocks = [
            block
            for item in (samples.FOOD, samples.SOCIAL)
            for block in blocks_of(guide_of(item, samples.CATALOGUE.departments[0], (), samples.PROFILE))
        ]
        for size in ((1080, 1920), (1366, 768)):
            for modes in (Modes(), Modes(elder=True)):
                maker = BlockMaker(Look(*size, modes), lambda: language == "en")
                for block in blocks:
                    made = maker.make(block)
                    wide = made.hasHeightForWidth()
                    height = made.heightForWidth(700) if wide else made.sizeHint().height()
                    assert maker.height_of(block, 700) == height + maker.gap, (size, modes, block)
                    made.deleteLater()
    finally:
        switch.use("zh")


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    theme.install(qapp)
