"""Following the database: a call at once, the rest a breath later; what hangs or is silent is noticed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from display_app import follower as module
from display_app.follower import Follower, Urgent
from hall.errors import Unavailable
from hall.journal.record import Change
from hall.ports import ChangeFeed
from hall.queueing.board import CallsNow
from qt_common.runner import Runner

CALLED, ISSUED = frozenset({"ticket.called"}), frozenset({"ticket.issued"})


class Feed:
    """The feed that hears of a call; nothing else is asked of it here."""

    def head(self) -> int:
        return 0

    def after(self, seq: int, *, limit: int = 500) -> Sequence[Change]:
        return []

    def wait(self, seq: int, timeout: float) -> bool:
        return False

    def calls_now(self, branch: str = "") -> CallsNow:
        raise Unavailable("the test reads by itself")

    def close(self) -> None:
        pass


FEED = Feed()


class Database:
    """What is read, and what it was read for."""

    def __init__(self) -> None:
        self.reads: list[str] = []
        self.shown: list[str] = []
        self.knows = True
        self.away = False
        self.answers = threading.Event()
        self.answers.set()

    def read(self) -> str:
        self.reads.append("all")
        self.answers.wait(60)
        if self.away:
            raise Unavailable("away")
        return "all"

    def read_urgent(self, feed: ChangeFeed) -> str:
        assert feed is FEED
        self.reads.append("urgent")
        if self.away:
            raise Unavailable("away")
        return "urgent"

    def fresh(self, what: str) -> None:
        self.shown.append(what)

    def fresh_urgent(self, what: str) -> bool:
        if self.knows:
            self.shown.append(what)
        return self.knows

    def offline(self) -> None:
        if self.shown[-1:] != ["offline"]:
            self.shown.append("offline")


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def follower(qtbot: QtBot, database: Database) -> Iterator[Follower[str]]:
    runner = Runner()
    made = Follower(
        runner,
        database.read,
        fresh=database.fresh,
        offline=database.offline,
        urgent=Urgent(database.read_urgent, database.fresh_urgent),
    )
    yield made
    database.answers.set()
    made.close()
    runner.close()


def hear_of_a_call(follower: Follower[str]) -> threading.Thread:
    """As the change bridge does it."""

    def hear() -> None:
        assert follower.prompt is not None
        assert follower.prompt.kinds >= CALLED
        follower.prompt.act(FEED)

    thread = threading.Thread(target=hear)
    thread.start()
    return thread


def test_a_call_is_read_alone_at_once_and_the_rest_after_it(
    qtbot: QtBot, database: Database, follower: Follower[str]
) -> None:
    hear_of_a_call(follower).join()
    assert database.reads == ["urgent"]  # though the UI thread did nothing yet
    follower.slots.changed(CALLED)
    qtbot.waitUntil(lambda: database.shown[-1:] == ["all"])
    assert database.shown == ["urgent", "all"]


def test_what_was_read_before_a_call_is_never_shown_after_it(
    qtbot: QtBot, database: Database, follower: Follower[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    database.answers.clear()
    follower.read()
    qtbot.waitUntil(lambda: database.reads == ["all"])
    call = hear_of_a_call(follower)
    monkeypatch.setattr(module, "SLOW_S", 0.0)
    follower.look()  # both hang: that is told
    assert database.shown == ["offline"]
    database.answers.set()
    call.join()
    qtbot.waitUntil(lambda: database.shown == ["offline", "all", "urgent"])
    assert database.reads == ["all", "urgent"]


def test_a_call_that_can_not_be_read_is_told_and_all_is_read_soon(
    qtbot: QtBot, database: Database, follower: Follower[str]
) -> None:
    database.away = True
    hear_of_a_call(follower).join()
    qtbot.waitUntil(lambda: database.shown == ["offline"])
    database.away = False
    qtbot.waitUntil(lambda: database.shown == ["offline", "all"])


def test_what_is_not_urgent_is_read_once_for_many_changes_and_what_nobody_sees_never(
    qtbot: QtBot, database: Database, follower: Follower[str]
) -> None:
    for _ in range(5):
        follower.slots.changed(ISSUED)
    assert database.reads == []
    qtbot.waitUntil(lambda: database.shown == ["all"])
    follower.slots.changed(frozenset({"rating.recorded"}))
    assert not follower.slots.later.isActive()


def test_a_call_that_the_last_reading_knows_nothing_of_makes_it_read_all(
    qtbot: QtBot, database: Database, follower: Follower[str]
) -> None:
    database.knows = False
    hear_of_a_call(follower).join()
    qtbot.waitUntil(lambda: database.shown == ["all"])


def test_a_read_that_hangs_is_told_and_its_answer_is_shown(
    qtbot: QtBot, database: Database, follower: Follower[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SLOW_S", 0.0)
    database.answers.clear()
    follower.read()
    qtbot.waitUntil(lambda: database.shown == ["offline"])
    database.answers.set()
    qtbot.waitUntil(lambda: database.shown == ["offline", "all"])


def test_silence_is_broken_unless_the_feed_is_being_looked_for(
    qtbot: QtBot, database: Database, follower: Follower[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET_S", 0.0)
    follower.slots.online(False)
    follower.look()
    assert database.reads == []
    follower.slots.online(True)
    follower.look()
    qtbot.waitUntil(lambda: database.shown == ["offline", "all"])


def test_a_read_that_fails_is_tried_again(qtbot: QtBot, database: Database, follower: Follower[str]) -> None:
    database.away = True
    follower.read()
    qtbot.waitUntil(lambda: database.shown == ["offline"])
    database.away = False
    qtbot.waitUntil(lambda: database.shown == ["offline", "all"])
