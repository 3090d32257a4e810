"""The English counter: every word is translated, and every picture can be drawn in both languages."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counter_app.shots import SIZES, shots
from counter_app.widgets import ElidedLabel
from qt_common import theme
from qt_common.translation import FOLDER, Translations

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def translations(qtbot: QtBot, qapp: QApplication) -> Iterator[Translations]:
    theme.install(qapp)
    switch = Translations("counter")
    yield switch
    switch.use("zh")


def sources(path: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    }


def test_every_text_of_the_counter_has_its_english(tmp_path: Path) -> None:
    shipped = FOLDER / "counter_en.ts"
    empty = [m.findtext("source") for m in ET.parse(shipped).iter("message") if not m.findtext("translation")]
    assert empty == []
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(path) for path in (ROOT / "counter_app").rglob("*.py"))
    subprocess.run([tool, *files, "-ts", fresh], check=True, capture_output=True)
    assert sources(fresh) - sources(shipped) == set()


def width_of(part: QPushButton | QLabel) -> int:
    return max(part.fontMetrics().horizontalAdvance(line) for line in part.text().split("\n"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mode", sorted(SIZES))
def test_every_screen_fits_its_size(qtbot: QtBot, translations: Translations, language: str, mode: str) -> None:
    translations.use(language)
    for name, widget in shots(language, mode):
        qtbot.addWidget(widget)
        widget.show()
        if name != "call_bar":
            assert widget.size() == SIZES[mode], name
        for button in widget.findChildren(QPushButton):
            if button.isVisible():
                assert button.objectName(), f"{name}: {button.text()} has no object name"
                assert width_of(button) <= button.width(), f"{name}: {button.text()} is cut off"
        for text in widget.findChildren(QLabel):
            if text.isVisible() and not isinstance(text, ElidedLabel):
                assert text.objectName(), f"{name}: {text.text()} has no object name"
                if not text.wordWrap() and "<" not in text.text():
                    assert width_of(text) <= text.width(), f"{name}: {text.text()} is cut off"
        widget.hide()


def test_buttons_are_english_in_the_english_counter(qtbot: QtBot, translations: Translations) -> None:
    translations.use("en")
    widget = next(w for name, w in shots("en", "1366") if name == "work_serving")
    qtbot.addWidget(widget)
    buttons = [b for b in widget.findChildren(QPushButton) if b.text()]
    assert len(buttons) > 10
    assert [b.text() for b in buttons if not b.text().isascii()] == []
