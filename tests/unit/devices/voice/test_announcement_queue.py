"""The announcement queue: order, no cutting off, drain, board in step with the voice."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.core.errors import Canceled, NotConnected
from devices.voice.announcement_queue import Announcement, AnnouncementQueue
from devices.voice.interface import Delivery, Utterance


class Hall:
    """Listens: a voice that notes what it says, a board that notes what it is told, in one list."""

    def __init__(self, *, hold: bool = False) -> None:
        self.events: list[tuple[str, str]] = []
        self.errors: list[Exception | None] = []
        self.utterances: list[Utterance] = []
        self.speaking = threading.Semaphore(0)
        self.may_end = threading.Semaphore(0)
        self.broken: set[str] = set()
        self._hold = hold
        self.queue = AnnouncementQueue(self.say, on_started=self.started, on_finished=self.finished)

    def say(self, utterance: Utterance, delivery: Delivery) -> None:
        self.utterances.append(utterance)
        self.events.append(("begin", utterance.text))
        delivery.began()
        self.speaking.release()
        if self._hold:
            assert self.may_end.acquire(timeout=30)
        if utterance.text in self.broken:
            raise NotConnected("no voice")
        self.events.append(("end", utterance.text))

    def started(self, announcement: Announcement) -> None:
        self.events.append(("board on", announcement.utterance.text))

    def finished(self, announcement: Announcement, error: Exception | None) -> None:
        self.events.append(("board off", announcement.utterance.text))
        self.errors.append(error)

    def announce(self, *texts: str) -> None:
        for text in texts:
            self.queue.announce(Announcement(Utterance(text), text))


@pytest.mark.req("D-05")
def test_calls_in_quick_succession_are_spoken_whole_and_in_order() -> None:
    hall = Hall(hold=True)
    hall.queue.start()
    hall.announce("一", "二", "三")
    for _ in range(3):
        hall.may_end.release()
    assert hall.queue.stop()
    whole = [[("begin", text), ("board on", text), ("end", text), ("board off", text)] for text in "一二三"]
    assert hall.events == [event for part in whole for event in part]


@pytest.mark.req("D-05")
def test_an_announcement_has_a_chime_and_is_repeated_twice_by_default() -> None:
    hall = Hall()
    hall.queue.start()
    hall.announce("一")
    assert hall.queue.stop()
    assert hall.utterances == [Utterance("一", chime=True, repeat=2)]


def test_the_next_call_waits_while_one_is_spoken() -> None:
    hall = Hall(hold=True)
    hall.queue.start()
    hall.announce("一", "二")
    assert hall.speaking.acquire(timeout=30)
    assert [announcement.utterance.text for announcement in hall.queue.waiting] == ["二"]
    assert ("begin", "二") not in hall.events
    hall.may_end.release(2)
    assert hall.queue.stop()


def test_stop_speaks_what_waits() -> None:
    hall = Hall()
    hall.queue.start()
    hall.announce("一", "二")
    assert hall.queue.stop()
    assert [utterance.text for utterance in hall.utterances] == ["一", "二"]


def test_what_is_withdrawn_before_it_begins_is_neither_spoken_nor_shown() -> None:
    hall = Hall(hold=True)
    hall.queue.start()
    hall.announce("一", "二")
    assert hall.speaking.acquire(timeout=30)
    assert hall.queue.withdraw("二")
    assert not hall.queue.withdraw("一"), "it is heard already"
    hall.may_end.release(2)
    assert hall.queue.stop()
    assert hall.events == [
        ("begin", "一"),
        ("board on", "一"),
        ("end", "一"),
        ("board off", "一"),
    ] or hall.events == [
        ("begin", "一"),
        ("board on", "一"),
        ("board off", "二"),
        ("end", "一"),
        ("board off", "一"),
    ]


def test_what_is_withdrawn_while_it_is_prepared_never_begins() -> None:
    preparing, prepared = threading.Event(), threading.Event()
    failures: list[Exception | None] = []
    started: list[Announcement] = []

    def say(_: Utterance, delivery: Delivery) -> None:
        preparing.set()
        assert prepared.wait(30)
        delivery.began()

    queue = AnnouncementQueue(say, on_started=started.append, on_finished=lambda _, error: failures.append(error))
    queue.start()
    queue.announce(Announcement(Utterance("一"), "1"))
    assert preparing.wait(30)
    assert queue.withdraw("1")
    prepared.set()
    assert queue.stop()
    assert started == []
    assert [type(error) for error in failures] == [Canceled]


def test_closing_ends_what_is_being_spoken() -> None:
    speaking = threading.Event()

    def say(_: Utterance, delivery: Delivery) -> None:
        delivery.began()
        speaking.set()
        while delivery.wanted():
            threading.Event().wait(0.01)

    queue = AnnouncementQueue(say, on_started=lambda _: None, on_finished=lambda *_: None)
    queue.start()
    queue.announce(Announcement(Utterance("一")))
    assert speaking.wait(30)
    assert queue.stop(drop_waiting=True, cut=True, timeout=30)


def test_stop_can_drop_what_waits_and_tells_who_asked() -> None:
    hall = Hall(hold=True)
    hall.queue.start()
    hall.announce("一", "二", "三")
    assert hall.speaking.acquire(timeout=30)
    assert not hall.queue.stop(drop_waiting=True, timeout=0)
    hall.may_end.release()
    assert hall.queue.stop()
    assert [utterance.text for utterance in hall.utterances] == ["一"]
    assert sorted(type(error).__name__ for error in hall.errors) == ["Canceled", "Canceled", "NoneType"]


def test_a_stopped_queue_refuses_new_announcements() -> None:
    hall = Hall()
    hall.queue.start()
    assert hall.queue.stop()
    with pytest.raises(Canceled):
        hall.announce("一")


def test_a_voice_that_fails_reports_it_and_the_next_is_spoken() -> None:
    hall = Hall()
    hall.broken.add("一")
    hall.queue.start()
    hall.announce("一", "二")
    assert hall.queue.stop()
    assert isinstance(hall.errors[0], NotConnected)
    assert hall.errors[1] is None
    assert hall.events[-2:] == [("end", "二"), ("board off", "二")]


def test_a_board_that_fails_does_not_silence_the_voice() -> None:
    spoken: list[str] = []

    def broken(*_: object) -> None:
        raise RuntimeError("board")

    queue = AnnouncementQueue(
        lambda utterance, _: spoken.append(utterance.text), on_started=broken, on_finished=broken
    )
    queue.start()
    queue.announce(Announcement(Utterance("一")))
    queue.announce(Announcement(Utterance("二")))
    assert queue.stop()
    assert spoken == ["一", "二"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 99), max_size=5), max_size=4))
def test_whatever_several_windows_call_is_spoken_once_and_each_window_in_its_order(calls: list[list[int]]) -> None:
    hall = Hall()
    hall.queue.start()
    windows = [
        threading.Thread(
            target=hall.announce, args=[f"{window}-{place}-{number}" for place, number in enumerate(own)]
        )
        for window, own in enumerate(calls)
    ]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert hall.queue.stop()
    spoken = [utterance.text for utterance in hall.utterances]
    for window, own in enumerate(calls):
        assert [text for text in spoken if text.startswith(f"{window}-")] == [
            f"{window}-{place}-{number}" for place, number in enumerate(own)
        ]
    assert len(spoken) == sum(len(own) for own in calls)
