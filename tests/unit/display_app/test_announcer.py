"""Voice and board change together; nothing is cut off; a voice that fails holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from devices.core.errors import NotConnected
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Delivery, Utterance
from devices.voice.wav import read_wav
from display_app.announcer import Announcer
from hall.announcements import Announcements, QuietHours, SpokenNotice
from hall.queueing.board import CallLine

T0 = datetime(2025, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
RULES = Announcements()
NOTICE = SpokenNotice(time(16, 45), "离下班还有十五分钟")


def line(ticket: int, seconds: int = 0, window: int = 3) -> CallLine:
    return CallLine(ticket, f"A{ticket:03d}", window, T0 + timedelta(seconds=seconds), 1, False)


class SlowVoice:
    """Speaks until it is told that it has finished; notes what it was given and when another began too early.

    With ``slow`` it prepares until `ready` is released, and only then begins.
    """

    def __init__(self, *, slow: bool = False) -> None:
        self.spoken: list[Utterance] = []
        self.asked = 0
        self.ready = threading.Semaphore(0)
        self._slow = slow
        self.overlapped = False
        self._speaking = threading.Lock()
        self.finish = threading.Semaphore(0)

    def say(self, utterance: Utterance, delivery: Delivery) -> None:
        self.asked += 1
        if self._slow:
            self.ready.acquire(timeout=30)
        delivery.began()
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
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
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
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
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
    announcer = Announcer(Announcements(repeat=3, chime=False), voice.say, lambda: T0, hold_ms=1)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: len(voice.spoken) == 1)
    assert (voice.spoken[0].repeat, voice.spoken[0].chime) == (3, False)
    voice.finish.release()
    announcer.close()


def test_a_recall_is_announced_again(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
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
    def mute(utterance: Utterance, delivery: Delivery) -> None:
        raise NotConnected("no voice")

    announcer = Announcer(RULES, mute, lambda: T0, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1), line(2)])
    qtbot.waitUntil(lambda: board.rests == 1)
    assert [call.label for call in board.shown] == ["A001", "A002"]
    announcer.close()


def test_without_a_voice_each_call_stands_for_its_time(qtbot: QtBot) -> None:
    announcer = Announcer(RULES, None, lambda: T0, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1), line(2)])
    assert [call.label for call in board.shown] == ["A001"]
    qtbot.waitUntil(lambda: board.rests == 1)
    assert [call.label for call in board.shown] == ["A001", "A002"]
    announcer.close()


def test_a_closed_announcer_says_nothing_more(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
    board = Board(announcer)
    voice.finish.release()
    announcer.close()
    announcer.announce([line(1)])
    assert (voice.spoken, board.shown) == ([], [])


@pytest.mark.req("D-05")
def test_the_big_call_appears_when_the_sound_begins_and_not_before(qtbot: QtBot) -> None:
    voice = SlowVoice(slow=True)
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: voice.asked == 1)
    announcer.announce([line(1, 1)])  # 重呼 while it is prepared
    assert board.shown == [] and announcer.waiting == ()
    voice.ready.release()
    qtbot.waitUntil(lambda: board.shown == [line(1, 1)])
    assert board.rests == 0
    voice.finish.release()
    qtbot.waitUntil(lambda: board.rests == 1)
    assert len(voice.spoken) == 1
    announcer.close()


@pytest.mark.req("D-05")
def test_a_ticket_served_while_its_call_is_prepared_is_neither_spoken_nor_big(qtbot: QtBot) -> None:
    voice = SlowVoice(slow=True)
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1), line(2)])
    qtbot.waitUntil(lambda: voice.asked == 1)
    announcer.keep([replace(line(1), awaited=False), line(2)])
    voice.ready.release(2)
    qtbot.waitUntil(lambda: board.shown == [line(2)])
    assert [said.text for said in voice.spoken] == ["请A002号到3号窗口办理"]
    announcer.keep([])  # it has begun: it is finished
    voice.finish.release()
    qtbot.waitUntil(lambda: board.rests == 1)
    announcer.close()


@pytest.mark.req("D-05")
def test_in_the_quiet_hours_calls_are_shown_and_not_spoken(qtbot: QtBot, voice: SlowVoice) -> None:
    quiet = Announcements(quiet=(QuietHours(time(8), time(10)),))
    announcer = Announcer(quiet, voice.say, lambda: T0, hold_ms=1)
    board = Board(announcer)
    announcer.announce([line(1)])
    announcer.announce_notice(NOTICE)
    qtbot.waitUntil(lambda: board.rests == 1)
    assert (board.shown, voice.spoken) == ([line(1)], [])
    announcer.close()


def test_both_languages_the_rate_and_the_reading_of_one_are_the_halls(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(
        Announcements(english=True, rate=80, yao=True, volume=70), voice.say, lambda: T0, hold_ms=1
    )
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: len(voice.spoken) == 1)
    said = voice.spoken[0]
    assert [phrase.text for phrase in said.phrases] == [
        "请A001号到3号窗口办理",
        "Number A001, please go to window 3",
    ]
    assert [(phrase.rate, phrase.language.value) for phrase in said.phrases] == [(80, "zh"), (80, "en")]
    assert (said.one, said.volume) == ("幺", 70)
    voice.finish.release()
    announcer.close()


@pytest.mark.req("D-05")
def test_with_many_waiting_each_is_spoken_once_and_the_last_ones_as_usual_again(qtbot: QtBot) -> None:
    voice = SlowVoice()
    announcer = Announcer(Announcements(short_from=3), voice.say, lambda: T0 + timedelta(seconds=9), hold_ms=1)
    announcer.announce([line(ticket) for ticket in range(1, 6)])
    assert announcer.lag_seconds == 9
    for spoken in range(1, 6):
        qtbot.waitUntil(lambda spoken=spoken: len(voice.spoken) == spoken)  # type: ignore[misc]
        voice.finish.release()
    assert [(said.repeat, said.chime) for said in voice.spoken] == [
        (1, True),
        (1, False),
        (1, False),
        (2, True),
        (2, True),
    ]
    assert [said.text for said in voice.spoken[2:4]] == ["A003号到3号窗口", "请A004号到3号窗口办理"]
    qtbot.waitUntil(lambda: announcer.current is None)
    assert announcer.lag_seconds == 0
    announcer.close()


def test_a_notice_is_spoken_once_when_no_call_waits_and_the_board_rests(qtbot: QtBot, voice: SlowVoice) -> None:
    announcer = Announcer(RULES, voice.say, lambda: T0, hold_ms=1)
    board = Board(announcer)
    notices: list[object] = []
    announcer.notice_began.connect(notices.append)
    announcer.announce_notice(NOTICE)
    announcer.announce([line(1)])
    qtbot.waitUntil(lambda: notices == [NOTICE])
    assert board.shown == []
    voice.finish.release()
    qtbot.waitUntil(lambda: board.shown == [line(1)])
    assert [(said.text, said.repeat) for said in voice.spoken] == [(NOTICE.text, 1), ("请A001号到3号窗口办理", 2)]
    voice.finish.release()
    announcer.close()


def test_thirty_calls_at_once_are_over_in_little_more_than_two_minutes(qtbot: QtBot) -> None:
    """With the real lengths of what is spoken; in full they take almost six."""
    voice = DRIVERS["voice+espeak"]("voice+espeak://?player=none")
    voice.open()
    clock = [0.0]
    begun: list[float] = []

    def say(utterance: Utterance, delivery: Delivery) -> None:
        begun.append(clock[0])
        delivery.began()
        once = sum(read_wav(voice.synthesise(phrase)).seconds for phrase in utterance.phrases)
        clock[0] += once * utterance.repeat + 1.35 * utterance.chime + 0.4 + 0.7 * (utterance.repeat - 1)

    announcer = Announcer(RULES, say, lambda: T0 + timedelta(seconds=clock[0]), hold_ms=1)
    announcer.announce([line(ticket, window=1 + ticket % 24) for ticket in range(1, 31)])
    qtbot.waitUntil(lambda: announcer.current is None, timeout=60_000)
    assert len(begun) == 30
    assert 90 < begun[-1] < 160
    announcer.close()
