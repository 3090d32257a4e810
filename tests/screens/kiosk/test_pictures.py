"""Every page in every language, mode and orientation: nothing cut off, nothing too small, nothing untranslated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hall.catalogue.guide import guide_of
from kiosk_app import hindered_samples, samples, shots
from kiosk_app.look import Look
from kiosk_app.modes import Modes
from kiosk_app.scenes import SCENES
from kiosk_app.studio import Studio
from qt_common import theme
from qt_common.translation import FOLDER, Translations

CHINESE = re.compile(r"[\u4e00-\u9fff]")
FITTED = ("standard", "elder", "contrast")
CASES = [(language, mode, size) for language in shots.LANGUAGES for mode in FITTED for size in shots.SIZES]
# The search has no door in the elder mode: a keyboard is more than four choices.
NOT_IN_ELDER = ("items_search_",)


@pytest.fixture
def translations(qtbot: QtBot) -> Iterator[Translations]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app)
    switch = Translations("kiosk")
    yield switch
    switch.use("zh")


def pages(language: str, mode: str, size: str) -> Iterator[tuple[str, QWidget]]:
    """Each page, painted; closed after use."""
    for name, window in shots.shots(language, mode, {size: shots.SIZES[size]}):
        if shots.MODES[mode].elder and any(part in name for part in NOT_IN_ELDER):
            continue
        window.show()
        for _ in range(3):
            QApplication.processEvents()
        yield name, window
        window.close()
        window.deleteLater()


def labels(window: QWidget) -> list[QLabel]:
    return [w for w in window.findChildren(QLabel) if w.isVisible() and w.text()]


def buttons(window: QWidget) -> list[QPushButton]:
    return [w for w in window.findChildren(QPushButton) if w.isVisible()]


@pytest.mark.parametrize(("language", "mode", "size"), CASES)
def test_no_text_is_cut_off_and_every_control_has_its_names(
    translations: Translations, language: str, mode: str, size: str
) -> None:
    translations.use(language)
    problems = []
    for name, window in pages(language, mode, size):
        for shown in labels(window):
            if shown.wordWrap():
                needed = shown.heightForWidth(shown.width())
            else:  # one line of digits and letters: the glyphs count, not the font's room for accents
                needed = shown.fontMetrics().tightBoundingRect(shown.text()).height()
            width = shown.fontMetrics().horizontalAdvance(shown.text()) if not shown.wordWrap() else 0
            if needed > shown.height() + 2 or width > shown.width():
                problems.append(f"{name}: “{shown.text()}” needs {needed}, has {shown.height()} px")
        for pressed in buttons(window):
            width = pressed.fontMetrics().horizontalAdvance(pressed.text())
            if width > pressed.width() - 8:
                problems.append(f"{name}: button “{pressed.text()}” needs {width}, has {pressed.width()} px")
            if not pressed.objectName() or not (pressed.accessibleName() or pressed.objectName() == "staff_corner"):
                problems.append(f"{name}: a button without a name: “{pressed.text()}”")
        names = [b.objectName() for b in buttons(window)]
        problems += [f"{name}: two buttons are named {n}" for n in set(names) if names.count(n) > 1]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("size", shots.SIZES)
def test_in_the_elder_mode_text_is_large_and_choices_are_few(translations: Translations, size: str) -> None:
    for name, window in pages("zh", "elder", size):
        small = [w.text() for w in labels(window) if w.font().pixelSize() < 32]
        small += [w.text() for w in buttons(window) if w.text() and w.font().pixelSize() < 32]
        assert small == [], name
        layer = window.findChild(QWidget, "mode_choice") or window
        choices = [b for b in buttons(layer) if b.property("kind") in ("tile", "door", "chosen")]
        assert len(choices) <= 4, name


def test_the_elder_mode_has_the_contrast_of_aaa_and_the_other_of_aa() -> None:
    for modes, least in ((Modes(elder=True), 7.0), (Modes(contrast=True), 7.0), (Modes(), 4.5)):
        c = Look(1080, 1920, modes).colours
        pairs = [
            (c.text, c.ground),
            (c.text, c.surface),
            (c.text_soft, c.surface),
            (c.text_soft, c.ground),
            (c.on_primary, c.primary),
            (c.primary, c.surface),
            (c.accent, c.ground),
            (c.alarm, c.surface),
        ]
        assert [pair for pair in pairs if theme.contrast(*pair) < least] == []


def test_every_text_has_its_english() -> None:
    messages = list(ET.parse(FOLDER / "kiosk_en.ts").iter("message"))
    assert len(messages) > 150
    assert [m.findtext("source") for m in messages if not m.findtext("translation")] == []


@pytest.mark.parametrize("mode", shots.MODES)
def test_no_chinese_is_left_in_english_but_the_halls_own_data(translations: Translations, mode: str) -> None:
    translations.use("en")
    data = {samples.HALL_NAME, *samples.NOTICES, "中文", "切换到中文", samples.ISSUED.ticket.holder}
    for department in samples.CATALOGUE.departments:
        data |= {department.name}
    published: set[str] = set()  # by the departments, in Chinese only
    for item in samples.CATALOGUE.items:
        data |= {item.name, *(f"{n}. {m.name}" for n, m in enumerate(item.materials, start=1))}
        published |= {text for m in item.materials for text in (m.name, m.form, m.source, m.note) if text}
        guide = guide_of(item, None, (), samples.PROFILE)
        lines = [line for section in guide.sections for line in section.lines]
        published |= {value for line in lines for name, value in line.values if name == "text"}
    data |= {window.name for window in samples.LOBBY.board.windows}
    data |= {f"{arrival.at:%H:%M}　{arrival.item_name}" for arrival in samples.ARRIVALS}
    index = samples.CATALOGUE.index
    data |= {w for key in ("", "SP") for w in index.words(key, 99)} | set(
        map(index.everyday_word, ("SX001", "SX002"))
    )
    elsewhere = hindered_samples.ELSEWHERE
    own = {*(item.name for item in samples.CATALOGUE.items), elsewhere.branch, elsewhere.address, "结婚"}
    data |= {f"Could not get it done: {matter.title}" for matter in samples.MATTERS} | {f"Answer: {samples.ANSWER}"}
    left = []
    for name, window in pages("en", mode, "portrait"):
        texts = [w.text() for w in labels(window)] + [w.text() for w in buttons(window)]
        texts = [t for t in texts if t not in data]
        for word in sorted({*own, *published}, key=len, reverse=True):  # they stand in English sentences
            texts = [t.replace(word, "") for t in texts]
        left += [f"{name}: {t}" for t in texts if CHINESE.search(t) and len(t) > 1]
    assert left == []


def test_the_code_on_the_screen_can_be_read_by_a_phone(translations: Translations) -> None:
    studio = Studio("zh")
    studio.window.resize(shots.SIZES["portrait"])
    SCENES["ticket_remember"](studio)
    studio.window.show()
    QApplication.processEvents()
    picture = studio.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (code,) = zxingcpp.read_barcodes(rows[:, : picture.width()].copy())
    assert code.text.startswith("HALL2.250303.A023.12.")
    studio.window.close()
