"""The second screen as a pad: what its own contract does not try."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from counter_app import screen_pad
from counter_app.screen_pad import PadScreen, ScreenPad
from devices.core.errors import NotConnected
from devices.rating_pad.interface import Answer


def test_a_program_that_ends_does_not_wait_for_its_own_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_pad, "TAKEN_UP_SECONDS", 600.0)
    screen = PadScreen()
    pad = ScreenPad(screen)
    refused: list[NotConnected] = []

    def connect() -> None:
        try:
            pad.open()
        except NotConnected as error:
            refused.append(error)

    thread = threading.Thread(target=connect)
    thread.start()  # nothing draws: the event loop does not run meanwhile
    screen.close()
    thread.join(60)
    assert refused


def test_a_face_touched_after_the_question_is_over_counts_for_nothing(qtbot: QtBot) -> None:
    screen = PadScreen()
    pad = ScreenPad(screen)
    answers: list[Answer | None] = []
    cancelled = threading.Event()
    screen.asking.connect(cancelled.set)

    def rate() -> None:
        pad.open()
        answers.append(pad.ask(60, cancelled.is_set))

    thread = threading.Thread(target=rate)
    thread.start()
    with qtbot.waitSignal(screen.ended, timeout=20_000):
        pass
    screen.answer(5)
    thread.join(60)
    assert answers == [None]
