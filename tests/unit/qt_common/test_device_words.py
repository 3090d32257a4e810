"""A device's condition in one word, and the words for it."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from devices.core.registry import KINDS
from devices.core.status import DeviceStatus, Health, Link, Paper, Part, Supplies
from qt_common.device_condition import Condition, condition_of
from qt_common.device_words import DeviceWords
from qt_common.translation import FOLDER, Translations

ROOT = Path(__file__).resolve().parents[3]
GOOD = DeviceStatus(Link.ONLINE, Health.OK, datetime(2025, 3, 3, tzinfo=UTC), Supplies(Paper.OK, Part.OK, Part.OK))


def supplies(paper: Paper = Paper.OK, cover: Part = Part.OK, cutter: Part = Part.OK) -> DeviceStatus:
    return replace(GOOD, supplies=Supplies(paper, cover, cutter))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, Condition.ABSENT),
        (GOOD, Condition.READY),
        (replace(GOOD, link=Link.BUSY), Condition.READY),
        (replace(GOOD, link=Link.STARTING, health=Health.UNKNOWN), Condition.STARTING),
        (replace(GOOD, link=Link.OFFLINE, health=Health.UNKNOWN), Condition.OFFLINE),
        (supplies(Paper.OUT), Condition.PAPER_OUT),
        (supplies(Paper.JAMMED), Condition.JAMMED),
        (supplies(Paper.LOW), Condition.PAPER_LOW),
        (supplies(cover=Part.FAULT), Condition.COVER_OPEN),
        (supplies(cutter=Part.FAULT), Condition.CUTTER_FAULT),
        (replace(GOOD, health=Health.FAULT), Condition.FAULT),
        (replace(GOOD, health=Health.DEGRADED), Condition.LIMITED),
        (replace(GOOD, health=Health.UNKNOWN), Condition.UNKNOWN),
        (supplies(Paper.UNKNOWN), Condition.UNKNOWN),
        (supplies(cutter=Part.UNKNOWN), Condition.UNKNOWN),
    ],
)
def test_the_worst_thing_a_status_says_is_its_condition(status: DeviceStatus | None, expected: Condition) -> None:
    assert condition_of(status) is expected


def test_unknown_never_counts_as_working_and_calls_somebody() -> None:
    for unknown in (Condition.UNKNOWN, Condition.SILENT):
        assert not unknown.works
        assert unknown.needs_hand
    assert {c for c in Condition if c.works and c.needs_hand} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_has_words_for_every_condition_and_every_trouble_says_what_to_do(
    qapp: QApplication, language: str
) -> None:
    translations = Translations("counter")
    translations.use(language)
    words = DeviceWords()
    for kind in (*KINDS, "voice_B"):
        assert words.kind(kind) not in (kind, words.kind("no such kind"))
        for condition in Condition:
            texts = words.state(condition) + words.what_to_do(kind, condition)
            assert words.state(condition)
            assert bool(words.what_to_do(kind, condition)) == (
                condition.needs_hand or (condition.works and (condition is not Condition.READY))
            )
            assert any("一" <= letter <= "鿿" for letter in texts) == (language == "zh"), texts
    translations.use("zh")


def test_a_station_is_called_by_what_it_is(qapp: QApplication) -> None:
    words = DeviceWords()
    assert [words.station(name) for name in ("counter-3", "kiosk-1", "hall_it")] == [
        "3 号窗口",
        "抽号机 1",
        "hall_it",
    ]


def test_what_the_apps_share_has_its_english(tmp_path: Path) -> None:
    shipped = FOLDER / "common_en.ts"
    messages = list(ET.parse(shipped).iter("message"))
    assert [m.findtext("source") for m in messages if not m.findtext("translation")] == []
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(path) for path in (ROOT / "qt_common").rglob("*.py"))
    subprocess.run([tool, *files, "-ts", fresh], check=True, capture_output=True)
    known = {m.findtext("source") for m in messages}
    assert {m.findtext("source") for m in ET.parse(fresh).iter("message")} - known == set()
