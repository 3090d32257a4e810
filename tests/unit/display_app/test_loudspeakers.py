"""Several loudspeakers look like one announcer to the board."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from devices.voice.interface import Delivery, Utterance
from display_app.announcer import Announcer
from display_app.loudspeakers import Loudspeakers
from hall.announcements import Announcements
from hall.queueing.board import CallLine

T0 = datetime(2025, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def line(label: str) -> CallLine:
    return CallLine(int(label[1:]), label, 3, T0, 1, False, label[0])


class Room:
    """A loudspeaker that speaks until it is told to stop."""

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.end = threading.Semaphore(0)
        self.announcer = Announcer(Announcements(), self._say, lambda: T0, hold_ms=1)

    def _say(self, utterance: Utterance, delivery: Delivery) -> None:
        self.spoken.append(utterance.text)
        delivery.began()
        self.end.acquire(timeout=30)


@pytest.fixture
def rooms(qtbot: QtBot) -> Iterator[tuple[Room, Room]]:
    both = Room(), Room()
    yield both
    for room in both:
        room.end.release()
        room.announcer.close()


def test_two_zones_with_loudspeakers_of_their_own_do_not_wait_for_each_other(
    qtbot: QtBot, rooms: tuple[Room, Room]
) -> None:
    usual, other = rooms
    hall = Loudspeakers(usual.announcer, {"B": other.announcer})
    shown: list[str] = []
    hall.started.connect(lambda call: shown.append(call.label))
    hall.rested.connect(lambda: shown.append("-"))
    hall.announce([line("A001"), line("A002")])
    qtbot.waitUntil(lambda: shown == ["A001"])
    assert [call.label for call in hall.waiting] == ["A002"]
    hall.announce([line("B001")])
    qtbot.waitUntil(lambda: shown == ["A001", "B001"])
    assert {call.label for call in hall.announcing} == {"A001", "B001"}
    other.end.release()
    qtbot.waitUntil(lambda: shown == ["A001", "B001", "A001"])  # it is still being spoken
    usual.end.release(2)
    qtbot.waitUntil(lambda: shown[-1] == "-")
    assert shown == ["A001", "B001", "A001", "A002", "-"]
    assert other.spoken == ["请B001号到3号窗口办理"]


def test_zones_without_their_own_loudspeaker_share_the_usual_one(qtbot: QtBot, rooms: tuple[Room, Room]) -> None:
    usual, other = rooms
    hall = Loudspeakers(usual.announcer, {"B": other.announcer})
    usual.end.release(4)
    hall.announce([line("C001"), line("A001")])
    qtbot.waitUntil(lambda: len(usual.spoken) == 2)
    assert other.spoken == []
    hall.keep([])
    hall.close()
    hall.announce([line("A003")])
    assert hall.waiting == ()
