"""Voice and board change together; nothing is cut off; a voice that fails holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from devices.core.errors import NotConnected
from devices.voice.interface import Utterance
from display_app.announcer import Announcer
from hall.profile import Announcements
from hall.queueing.board import CallLine

T0 = datetime(2025, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
RULES = Announcements()


def line(ticket: int, seconds: int = 0, window: int = 3) -> CallLine:
    return CallLine(ticket, f"A{ticket:03d}", window, T0 + timedelta(seconds=seconds), 1, False)


class SlowVoice:
    """Speaks until it is told that it has finished; notes what it was given and when another began too early."""

    def __init__(self) -> None:
        self.spoken: list[Utterance] = []
        self.overlapped = False
        self._speaking = threading.Lock()
        self.finish = threading.Semaphore(0)

    def say(self, utterance: Utterance) -> None:
        if not self._speaking.acquire(blocking=False):
            self.overlapped = True
        self.spoken.append(utterance)
        self.finish.acquire(timeout=30)
        self._speaking.release()


class Board(QObject):
    """Notes what the announcer tells the board."""

    def __init__(self, announcer: Announcer) -> None:
        super().__init__()
        self.shown: list[CallLine] = []
        self.rests = 0
        announcer.started.connect(self.started)
        announcer.rested.connect(self.rested)

    @Slot(object)
    def started(self, call: CallLine) -> None:
        self.shown.append(call)

    @Slot()
    def rested(self) -> None:
        self.rests += 1


@pytest.fixture
def voice() -> Iterator[SlowVoice]:
    slow = SlowVoice()
    yield slow
    for _ in range(20):
        slow.finish.release()


@pytest.mark.req("D-05", "Q-02")
def test_the_board_shows_each_call_while_its_own_text_is_spoken(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1, window=3), line(2, window=5)])
    qtbot.waitUntil(lambda: len(voice.spoken) == 1 and len(board.shown) == 1)
    assert voice.spoken[0].text == "请A001号到3号窗口办理"
    assert (board.shown[0].label, board.shown[0].window) == ("A001", 3)
    voice.finish.release()
    qtbot.waitUntil(lambda: len(voice.spoken) == 2 and len(board.shown) == 2)
    assert voice.spoken[1].text == "请A002号到5号窗口办理"
    assert (board.shown[1].label, board.shown[1].window) == ("A002", 5)
    voice.finish.release()
    qtbot.waitUntil(lambda: board.rests == 1)
    assert not voice.overlapped
    announcer.close()


@pytest.mark.req("D-05")
def test_a_call_pressed_during_an_announcement_waits_for_its_end(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: len(board.shown) == 1)
    announcer.announce([line(2)])
    assert announcer.current == line(1)
    voice.finish.release()
    qtbot.waitUntil(lambda: announcer.current == line(2) and len(board.shown) == 2)
    voice.finish.release()
    qtbot.waitUntil(lambda: board.rests == 1)
    assert not voice.overlapped
    announcer.close()


@pytest.mark.req("D-05")
def test_it_is_repeated_as_often_as_the_hall_says(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(Announcements(repeat=3, chime=False), voice.say, hold_ms=1)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: len(voice.spoken) == 1)
    assert (voice.spoken[0].repeat, voice.spoken[0].chime) == (3, False)
    voice.finish.release()
    announcer.close()


def test_a_recall_is_announced_again(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: len(board.shown) == 1)
    announcer.announce([line(1, 9)])
    voice.finish.release()
    qtbot.waitUntil(lambda: len(voice.spoken) == 2)
    assert voice.spoken[0].text == voice.spoken[1].text
    voice.finish.release()
    announcer.close()


def test_a_voice_that_fails_leaves_the_board_going(qtbot: QtBot) -> None:
    def mute(utterance: Utterance) -> None:
        raise NotConnected("no voice")

    announcer = Announcer(RULES, mute, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1), line(2)])
    qtbot.waitUntil(lambda: board.rests == 1)
    assert [call.label for call in board.shown] == ["A001", "A002"]
    announcer.close()


def test_without_a_voice_each_call_stands_for_its_time(qtbot: QtBot) -> None:
    announcer = Announcer(RULES, None, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1), line(2)])
    assert [call.label for call in board.shown] == ["A001"]
    qtbot.waitUntil(lambda: board.rests == 1)
    assert [call.label for call in board.shown] == ["A001", "A002"]
    announcer.close()


def test_a_closed_announcer_says_nothing_more(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, hold_ms=1)
    board = Board(announcer)
    voice.finish.release()
    announcer.close()
    announcer.announce([line(1)])
    assert (voice.spoken, board.shown) == ([], [])
