"""Spoken prompts: every page has its own, the newest goes first, and a voice that fails holds nobody up."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from devices.core.errors import HardwareFault
from devices.core.status import DeviceStatus, Health, Link
from devices.core.supervisor import DeviceSupervisor
from devices.voice.interface import Utterance, Voice
from kiosk_app.issuing import IssuingState, Phase
from kiosk_app.journey_state import JourneyState, Notice, NoticeKind, Page, Purpose
from kiosk_app.loudness import USUAL, Loudness
from kiosk_app.modes import Modes
from kiosk_app.prompts import BY_PURPOSE, NOTICES, PROMPTS, BridgedSpeaker, Prompter
from kiosk_app.samples import ISSUED
from kiosk_app.shots import Studio
from qt_common.device_bridge import DeviceBridge
from qt_common.translation import Translations

WAIT_MS = 10_000
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# The doors that lead to each page, for those that are behind some only.
DOORS = {
    Page.PHONE: (Purpose.TICKET, Purpose.CHECK_IN),
    Page.CODE: (Purpose.CHECK_IN, Purpose.PROGRESS),
    Page.IDENTIFY: (Purpose.TICKET, Purpose.CHECK_IN, Purpose.PROGRESS),
}
SILENT = {Page.GUIDE, Page.STAFF}  # a guide is read; staff need no prompt


class Ear:
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.languages: list[str] = []

    def say(self, text: str, language: str = "zh") -> None:
        self.heard.append(text)
        self.languages.append(language)


class Elder(Studio):
    """A kiosk of which only the way and the prompts matter."""

    def __init__(self) -> None:
        super().__init__("zh", Modes(elder=True))
        self.ear = Ear()
        self.prompter = Prompter(self.journey, self.issuing, self.ear)

    def at(self, page: Page, **changes: object) -> str:
        """What is said on arriving there."""
        self.ear.heard.clear()
        state = JourneyState(modes=Modes(elder=True), language="zh", page=page, **changes)  # type: ignore[arg-type]
        self.prompter.follow(state)
        return "".join(self.ear.heard)


@pytest.fixture
def elder(qapp: object) -> Elder:
    return Elder()


def test_every_page_has_a_prompt_of_its_own(elder: Elder) -> None:
    heard = {}
    for page in set(Page) - SILENT - {Page.NOTICE, Page.TICKET}:
        for purpose in DOORS.get(page, (Purpose.TICKET,)):
            heard[page, purpose] = elder.at(page, purpose=purpose)
    assert all(heard.values()), heard
    assert len(set(heard.values())) == len(heard)


@pytest.mark.req("Q-16")
def test_the_agents_own_card_again_is_told_too(elder: Elder) -> None:
    asked = elder.at(Page.PRINCIPAL)
    assert elder.at(Page.PRINCIPAL, same_person=True) not in ("", asked)


def test_every_calm_page_is_told(elder: Elder) -> None:
    assert set(NOTICES) == set(NoticeKind)
    for kind in NoticeKind:
        assert elder.at(Page.NOTICE, notice=Notice(kind)) == NOTICES[kind]


def test_the_number_and_where_to_wait_are_told(elder: Elder) -> None:
    elder.issuing.state = IssuingState(Phase.PAPER, issued=ISSUED)
    assert elder.at(Page.TICKET) == "您的号码是A023，请到A区等候叫号。"
    elder.issuing.state = replace(elder.issuing.state, phase=Phase.REMEMBER)
    assert elder.at(Page.TICKET, purpose=Purpose.CHECK_IN).endswith("请记住，然后按记住了。")


def test_nothing_is_said_in_the_standard_mode_or_twice(elder: Elder) -> None:
    elder.prompter.follow(JourneyState(page=Page.IDENTIFY, modes=Modes(low=True)))
    elder.journey.state = JourneyState()
    elder.prompter.warn(15)
    assert elder.ear.heard == []
    for seconds in (0, 3, 2):
        elder.prompter.follow(JourneyState(page=Page.HOME, modes=Modes(elder=True), seconds_left=seconds))
    assert len(elder.ear.heard) == 1


def test_whoever_needs_high_contrast_hears_the_prompts_and_english_is_spoken_in_english(
    elder: Elder, qapp: QApplication
) -> None:
    switch = Translations("kiosk")
    switch.use("en")
    try:
        for table in (PROMPTS, BY_PURPOSE, NOTICES):
            for words in table.values():
                assert not CHINESE.search(QCoreApplication.translate("Prompts", words)), words
        elder.prompter.follow(JourneyState(page=Page.DEPARTMENTS, modes=Modes(contrast=True), language="en"))
        elder.issuing.state = IssuingState(Phase.REMEMBER, issued=ISSUED)
        elder.prompter.follow(JourneyState(page=Page.TICKET, modes=Modes(contrast=True), language="en"))
        assert elder.ear.languages == ["en", "en"]
        assert "A023" in elder.ear.heard[1] and not CHINESE.search("".join(elder.ear.heard))
    finally:
        switch.use("zh")


def test_the_question_whether_somebody_is_there_is_said_at_once_and_before_the_end(elder: Elder) -> None:
    elder.journey.state = JourneyState(page=Page.PHONE, modes=Modes(elder=True))
    for seconds in (15, 14, 13, 5, 4, 0):
        elder.prompter.warn(seconds)
    assert [text[:8] for text in elder.ear.heard] == ["您还在吗？15秒", "您还在吗？5秒后"]


class SlowVoice:
    """Speaks until it is told that it has finished."""

    model, verified = "test", True

    def __init__(self) -> None:
        self.spoken: list[Utterance] = []
        self.go_on = threading.Semaphore(0)
        self.fails = False

    def open(self) -> None: ...

    def close(self) -> None: ...

    def probe(self) -> DeviceStatus:
        return DeviceStatus(Link.ONLINE, Health.OK, datetime.now(UTC))

    def say(self, utterance: Utterance) -> None:
        self.spoken.append(utterance)
        self.go_on.acquire(timeout=30)
        if self.fails:
            raise HardwareFault("no sound")

    def synthesise(self, text: str) -> bytes:
        return b""


@pytest.fixture
def voice() -> SlowVoice:
    return SlowVoice()


@pytest.fixture
def bridge(qtbot: QtBot, voice: SlowVoice) -> Iterator[DeviceBridge[Voice]]:
    made: DeviceBridge[Voice] = DeviceBridge("voice")
    made.attach(DeviceSupervisor("voice", cast("Voice", voice), on_status=made.on_status))
    qtbot.waitUntil(lambda: made.status is not None and made.status.link is Link.ONLINE, timeout=WAIT_MS)
    yield made
    voice.go_on.release(10)
    made.close()


def test_a_newer_prompt_takes_the_place_of_the_one_that_waits(
    qtbot: QtBot, bridge: DeviceBridge[Voice], voice: SlowVoice
) -> None:
    speaker = BridgedSpeaker(bridge, Loudness(None))
    for text in ("一", "二", "三"):
        speaker.say(text)
    qtbot.waitUntil(lambda: len(voice.spoken) == 1, timeout=WAIT_MS)
    voice.go_on.release()
    qtbot.waitUntil(lambda: len(voice.spoken) == 2, timeout=WAIT_MS)
    assert [(u.text, u.chime, u.repeat) for u in voice.spoken] == [("一", False, 1), ("三", False, 1)]


def test_a_voice_that_fails_says_the_next_prompt_again(
    qtbot: QtBot, bridge: DeviceBridge[Voice], voice: SlowVoice
) -> None:
    speaker = BridgedSpeaker(bridge, Loudness(None))
    voice.fails = True
    voice.go_on.release()
    speaker.say("一")
    qtbot.waitUntil(lambda: not speaker._speaking, timeout=WAIT_MS)
    voice.fails = False
    speaker.say("二")
    qtbot.waitUntil(lambda: [u.text for u in voice.spoken] == ["一", "二"], timeout=WAIT_MS)


def test_a_station_without_a_voice_is_silent(qtbot: QtBot) -> None:
    BridgedSpeaker(DeviceBridge("voice"), Loudness(None)).say("一")


def test_prompts_are_as_loud_as_staff_set_them_and_silence_is_silent(
    qtbot: QtBot, bridge: DeviceBridge[Voice], voice: SlowVoice, tmp_path: Path
) -> None:
    loudness = Loudness(tmp_path / "state" / "volume.txt")
    speaker = BridgedSpeaker(bridge, loudness)
    loudness.change(-40)
    speaker.say("一")
    qtbot.waitUntil(lambda: [u.volume for u in voice.spoken] == [40], timeout=WAIT_MS)
    voice.go_on.release()
    qtbot.waitUntil(lambda: not speaker._speaking, timeout=WAIT_MS)
    loudness.change(-60)
    speaker.say("二")
    assert not speaker._speaking
    assert Loudness(tmp_path / "state" / "volume.txt").percent == 0, "kept across a restart"


@pytest.mark.parametrize("text", ["", "loud", "-1", "101"])
def test_a_broken_file_gives_the_usual_volume(tmp_path: Path, text: str) -> None:
    (tmp_path / "volume.txt").write_text(text)
    assert Loudness(tmp_path / "volume.txt").percent == USUAL
