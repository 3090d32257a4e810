"""The English displays: every word is translated, and the language can change while they run."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from display_app import shots
from display_app.screens.panel_screen.view_model import ScreenViewModel
from qt_common.translation import FOLDER, Translations


@pytest.fixture
def translations(qtbot: QtBot) -> Iterator[Translations]:
    switch = Translations("display")
    yield switch
    switch.use("zh")


def test_every_text_of_the_displays_has_its_english(translations: Translations) -> None:
    messages = list(ET.parse(FOLDER / "display_en.ts").iter("message"))
    assert len(messages) > 40
    unfinished = [m.findtext("source") for m in messages if not m.findtext("translation")]
    assert unfinished == []


def test_the_board_changes_its_language_while_it_runs(qtbot: QtBot, translations: Translations) -> None:
    view = shots.board_at(QSize(1280, 720), state="rest")
    qtbot.addWidget(view)
    model = view.findChild(ScreenViewModel)
    assert model is not None
    assert model.state.spoken == "请 A023 号 到 3 号窗口"
    translations.use("en")
    qtbot.waitUntil(lambda: model.state.spoken == "A023  to window 3")
    assert words(model, "zones")[0].waiting == "12 waiting"
    translations.use("zh")
    qtbot.waitUntil(lambda: words(model, "zones")[0].waiting == "等候 12 人")


def words(model: ScreenViewModel, panel: str) -> Any:
    return dict(model.state.panels)[panel]
