"""Every page in every language, mode and orientation: nothing cut off, nothing too small, nothing untranslated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hall.catalogue.guide import guide_of
from kiosk_app import hindered_samples, samples, shots
from kiosk_app.look import Look
from kiosk_app.modes import Modes
from kiosk_app.scenes import SCENES
from kiosk_app.studio import Studio
from qt_common import theme
from qt_common.translation import FOLDER, Translations
from tests.support.picture_checks import PictureCheck

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# A lying screen is the same in the low mode, and colours change no size.
CASES = [
    *(
        (language, mode, size)
        for language in shots.LANGUAGES
        for mode in ("standard", "elder")
        for size in shots.SIZES
    ),
    ("zh", "contrast", "portrait"),
    ("zh", "low", "portrait"),
    ("en", "low", "portrait"),
    ("zh", "all", "portrait"),
    ("en", "all", "portrait"),
]
# The search has no door in the elder mode: a keyboard is more than four choices.
NOT_IN_ELDER = ("items_search_",)
# The staff's menu opens in the usual look.
NOT_LOW = ("_staff_",)


@pytest.fixture
def translations(qtbot: QtBot) -> Iterator[Translations]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.install(app)
    switch = Translations("kiosk")
    yield switch
    switch.use("zh")


def pages(language: str, mode: str, size: str) -> Iterator[tuple[str, PictureCheck]]:
    """Each page, painted; closed after use."""
    modes = shots.MODES[mode]
    for name, window in shots.shots(language, mode, {size: shots.SIZES[size]}):
        if modes.elder and any(part in name for part in NOT_IN_ELDER):
            continue
        if modes.low and any(part in name for part in NOT_LOW):
            continue
        yield name, PictureCheck(window, modes)
        window.close()
        window.deleteLater()


class OwnData:
    """The hall's own data, which stays Chinese in English."""

    def __init__(self, lines: set[str], words: set[str], english: dict[str, str]) -> None:
        self._lines = lines
        self._words = words
        self._english = english

    def leaves(self, text: str, page: str) -> bool:
        """Whether anything else in ``text`` is Chinese; a name that has an English one stands beside that."""
        if text in self._lines or len(text) <= 1:
            return False
        beside = {chinese for chinese, english in self._english.items() if english in page}
        for word in sorted(self._words | beside, key=len, reverse=True):  # they stand in English sentences
            text = text.replace(word, "")
        return bool(CHINESE.search(text))


def own_data() -> OwnData:
    data = {samples.HALL_NAME, *samples.NOTICES, "中文", "切换到中文", samples.ISSUED.ticket.holder}
    items, departments = samples.CATALOGUE.items, samples.CATALOGUE.departments
    english = {named.name: named.english for named in (*items, *departments) if named.english}
    data |= {department.name for department in departments if not department.english}
    published: set[str] = set()  # by the departments, in Chinese only
    for item in samples.CATALOGUE.items:
        data |= {f"{n}. {m.name}" for n, m in enumerate(item.materials, start=1) if not m.english}
        english |= {m.name: m.english for m in item.materials if m.english}
        published |= {text for m in item.materials for text in (m.form, m.source, m.note) if text}
        published |= {m.name for m in item.materials if not m.english}
        guide = guide_of(item, None, (), samples.PROFILE)
        lines = [line for section in guide.sections for line in section.lines]
        published |= {value for line in lines for name, value in line.values if name == "text"}
    data |= {window.name for window in samples.LOBBY.board.windows}
    index = samples.CATALOGUE.index
    data |= {w for key in ("", "SP") for w in index.words(key, 99)} | set(
        map(index.everyday_word, ("SX001", "SX002"))
    )
    elsewhere = hindered_samples.ELSEWHERE
    own = {
        samples.ISSUED.ticket.holder,
        *(item.name for item in items if not item.english),
        elsewhere.branch,
        elsewhere.address,
        "结婚",
    }
    data |= {f"Answer: {samples.ANSWER}"}
    return OwnData(data, own | published, english)


@pytest.mark.parametrize(("language", "mode", "size"), CASES)
def test_every_page_can_be_read_and_touched(
    translations: Translations, language: str, mode: str, size: str
) -> None:
    translations.use(language)
    known = own_data() if language == "en" else None
    faults = []
    for name, page in pages(language, mode, size):
        faults += [f"{name}: {fault}" for fault in page.faults()]
        if known is not None:
            texts = list(page.texts())
            whole = "\n".join(texts)
            faults += [f"{name}: Chinese in English: {text}" for text in texts if known.leaves(text, whole)]
    assert not faults, "\n".join(faults)


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
