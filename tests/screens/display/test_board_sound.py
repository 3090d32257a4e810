"""What is really heard in the hall: recorded from the loudspeaker. These tests last as long as what is spoken."""

from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Language, Phrase
from devices.voice.levels import CEILING, TARGET, loudness, to_samples, to_sound
from devices.voice.wav import read_wav
from display_app.board_app import BoardApp
from display_app.main import Display
from tests.support.live_board import OpenDisplay, call, configuration
from tests.support.sample_hall import MARRIAGE, open_window, take_ticket
from tests.support.sound import AUDIBLE, RATE, Loudspeaker

SHORT_RATE = 130
SHORT = {"voice_text": "{number}到{window}号", "english_text": "{number}, window {window}", "rate": SHORT_RATE}


class Watch(QObject):
    """Notes when a call became big, and when the board rested."""

    def __init__(self, app: BoardApp) -> None:
        super().__init__()
        self.big_at: list[float] = []
        self.rested_at: list[float] = []
        app.announcer.started.connect(self.started)
        app.announcer.rested.connect(self.rested)

    @Slot(object)
    def started(self, _: object) -> None:
        self.big_at.append(time.monotonic())

    @Slot()
    def rested(self) -> None:
        self.rested_at.append(time.monotonic())


def seconds_of(text: str, language: Language = Language.CHINESE) -> float:
    """How long the voice takes for a phrase, without the silence at its ends."""
    voice = DRIVERS["voice+espeak"]("voice+espeak://?player=none")
    voice.open()
    samples = to_samples(read_wav(voice.synthesise(Phrase(text, language, SHORT_RATE))))
    loud = np.flatnonzero(np.abs(samples) > AUDIBLE)
    return float(loud[-1] - loud[0]) / RATE


def pitch(samples: NDArray[np.float64]) -> float:
    """The strongest frequency, in Hz."""
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * RATE / len(samples))


def likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """1 for the same sound, wherever it begins; about 0 for two different ones."""
    size = len(one) + len(other)
    product = np.fft.irfft(np.fft.rfft(one, size) * np.conj(np.fft.rfft(other, size)), size)
    return float(np.max(product) / np.sqrt(np.sum(one**2) * np.sum(other**2)))


def ready(display: Display) -> bool:
    return all(status is not None and status.is_ready for status in display.voice_statuses)


@pytest.mark.req("D-05", "Q-02")
def test_a_call_is_heard_as_chime_chinese_and_english_twice_while_it_is_big(
    qtbot: QtBot,
    sqlite_store: SqlStore,
    open_display: OpenDisplay,
    loudspeakers: tuple[Loudspeaker, Loudspeaker],
) -> None:
    hall, other = loudspeakers
    rules = {**SHORT, "english": True}
    display = open_display(
        configuration(speak=True, devices={"voice": "voice+espeak://?output=hall"}, announcements=rules)
    )
    assert isinstance(display.app, BoardApp)
    watch = Watch(display.app)
    qtbot.waitUntil(lambda: ready(display), timeout=20_000)
    clerk = open_window(sqlite_store, 3, "1027")
    take_ticket(sqlite_store)
    label = call(sqlite_store, 3, clerk).label
    qtbot.waitUntil(lambda: bool(watch.rested_at), timeout=40_000)
    qtbot.waitUntil(lambda: hall.quiet_for(0.3), timeout=10_000)

    sound, parts = hall.sound, hall.heard()
    assert len(parts) == 4, "chime and Chinese, English, Chinese, English"
    [first, english, again, english_again] = [sound[begin:end] for begin, end in parts]
    chime_size = round(1.35 * RATE)
    assert pitch(first[: round(0.3 * RATE)]) == pytest.approx(783.99, abs=10), "the chime comes first"
    assert likeness(first[chime_size:], again) > 0.9
    assert likeness(english, english_again) > 0.9
    assert likeness(english, again) < 0.5
    assert len(again) / RATE == pytest.approx(seconds_of(f"{label}到3号"), abs=0.25)
    assert len(english) / RATE == pytest.approx(seconds_of(f"{label}, window 3", Language.ENGLISH), abs=0.25)
    for part in (first[:chime_size], first[chime_size:], english, again):
        assert loudness(to_sound(part, RATE)) == pytest.approx(TARGET, rel=0.2), "all equally loud, to 2 dB"
    assert np.max(np.abs(sound)) <= CEILING + 0.01, "nothing clips"
    assert other.heard() == []

    began, lasted = hall.first_heard_at(), (parts[-1][1] - parts[0][0]) / RATE
    assert began is not None
    assert watch.big_at[0] == pytest.approx(began, abs=0.2)
    assert began + lasted - 0.1 < watch.rested_at[0] < began + lasted + 1.5


@pytest.mark.req("D-05")
def test_two_zones_on_one_loudspeaker_never_speak_at_once(
    qtbot: QtBot,
    sqlite_store: SqlStore,
    open_display: OpenDisplay,
    loudspeakers: tuple[Loudspeaker, Loudspeaker],
) -> None:
    hall, _ = loudspeakers
    display = open_display(
        configuration(
            speak=True,
            zones=["A", "B"],
            voices={"B": "voice+espeak://?output=hall"},
            devices={"voice": "voice+espeak://?output=hall"},
            announcements={**SHORT, "repeat": 1, "chime": False},
        )
    )
    assert isinstance(display.app, BoardApp)
    watch = Watch(display.app)
    qtbot.waitUntil(lambda: ready(display), timeout=20_000)
    zhang, li = open_window(sqlite_store, 3, "1027"), open_window(sqlite_store, 5, "1031")
    take_ticket(sqlite_store)
    take_ticket(sqlite_store, MARRIAGE)
    labels = [call(sqlite_store, 3, zhang).label, call(sqlite_store, 5, li).label]
    qtbot.waitUntil(lambda: len(watch.big_at) == 2 and bool(watch.rested_at), timeout=40_000)
    qtbot.waitUntil(lambda: hall.quiet_for(0.3), timeout=10_000)
    lengths = [(end - begin) / RATE for begin, end in hall.heard()]
    wanted = [seconds_of(f"{label}到{window}号") for label, window in zip(labels, (3, 5), strict=True)]
    assert lengths == pytest.approx(wanted, abs=0.25)
