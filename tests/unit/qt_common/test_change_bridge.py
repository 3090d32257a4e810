"""The feed in Qt: kinds arrive once each, a lost connection is told and followed by a full refresh."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from hall.errors import Unavailable
from hall.journal.record import Change
from hall.ports import ChangeFeed
from hall.queueing.board import CallsNow
from qt_common import change_bridge
from qt_common.change_bridge import ChangeBridge, Prompt


class Source:
    """Records and breakages that feeds of this source show."""

    def __init__(self) -> None:
        self.records: list[Change] = []
        self.broken = False
        self.changed = threading.Condition()
        self.open_feeds = 0

    def add(self, kind: str) -> None:
        with self.changed:
            seq = len(self.records) + 1
            self.records.append(Change(seq, kind))
            self.changed.notify_all()

    def set_broken(self, broken: bool) -> None:
        with self.changed:
            self.broken = broken
            self.changed.notify_all()


class Feed:
    def __init__(self, source: Source) -> None:
        if source.broken:
            raise Unavailable("down")
        self._source = source
        source.open_feeds += 1

    def head(self) -> int:
        return len(self._source.records)

    def after(self, seq: int, *, limit: int = 500) -> Sequence[Change]:
        return self._source.records[seq : seq + limit]

    def wait(self, seq: int, timeout: float) -> bool:
        with self._source.changed:
            self._source.changed.wait_for(lambda: self._source.broken or len(self._source.records) != seq, timeout)
            if self._source.broken:
                raise Unavailable("down")
            return len(self._source.records) != seq

    def calls_now(self, branch: str = "") -> CallsNow:
        raise Unavailable("nobody asks here")

    def close(self) -> None:
        self._source.open_feeds -= 1


class Screen(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.threads: set[bool] = set()

    @Slot(object)
    def changed(self, kinds: object) -> None:
        assert isinstance(kinds, frozenset)
        self.seen.append(set(kinds))
        self.threads.add(threading.current_thread() is threading.main_thread())

    @Slot()
    def refresh(self) -> None:
        self.seen.append("refresh")

    @Slot(bool)
    def online(self, online: bool) -> None:
        self.seen.append(online)


def test_changes_reach_a_screen_in_the_ui_thread(qtbot: QtBot) -> None:
    source, screen = Source(), Screen()
    source.add("old")
    bridge = ChangeBridge(lambda: Feed(source))
    bridge.changed.connect(screen.changed)
    bridge.refresh_all.connect(screen.refresh)
    bridge.online.connect(screen.online)
    bridge.start()
    qtbot.waitUntil(lambda: screen.seen == [True, "refresh"])
    source.add("ticket.called")
    qtbot.waitUntil(lambda: len(screen.seen) == 3)
    assert screen.seen[2] == {"ticket.called"}
    assert screen.threads == {True}
    bridge.close()
    assert source.open_feeds == 0


def test_what_can_not_wait_is_done_on_the_feeds_thread_before_the_change_is_told(qtbot: QtBot) -> None:
    source, screen = Source(), Screen()
    done: list[tuple[bool, int]] = []

    def act(feed: ChangeFeed) -> None:
        assert feed.head() == len(source.records)  # it may be asked
        done.append((threading.current_thread() is threading.main_thread(), len(screen.seen)))

    bridge = ChangeBridge(lambda: Feed(source), prompt=Prompt(frozenset({"ticket.called"}), act))
    bridge.changed.connect(screen.changed)
    bridge.refresh_all.connect(screen.refresh)
    bridge.start()
    qtbot.waitUntil(lambda: screen.seen == ["refresh"])
    source.add("ticket.issued")
    qtbot.waitUntil(lambda: screen.seen == ["refresh", {"ticket.issued"}])
    source.add("ticket.called")
    qtbot.waitUntil(lambda: screen.seen == ["refresh", {"ticket.issued"}, {"ticket.called"}])
    assert done == [(False, 2)]
    bridge.close()


def test_after_an_outage_everything_is_refreshed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_bridge, "RETRY_SECONDS", 0.01)
    source, screen = Source(), Screen()
    bridge = ChangeBridge(lambda: Feed(source))
    bridge.changed.connect(screen.changed)
    bridge.refresh_all.connect(screen.refresh)
    bridge.online.connect(screen.online)
    bridge.start()
    qtbot.waitUntil(lambda: screen.seen == [True, "refresh"])
    source.set_broken(True)
    qtbot.waitUntil(lambda: False in screen.seen)
    source.add("ticket.called")  # missed while away
    source.set_broken(False)
    qtbot.waitUntil(lambda: screen.seen[-2:] == [True, "refresh"])
    bridge.close()
    assert source.open_feeds == 0


def test_a_journal_that_ends_earlier_is_followed_from_its_end(qtbot: QtBot) -> None:
    source, screen = Source(), Screen()
    for _ in range(3):
        source.add("old")
    bridge = ChangeBridge(lambda: Feed(source))
    bridge.changed.connect(screen.changed)
    bridge.refresh_all.connect(screen.refresh)
    bridge.start()
    qtbot.waitUntil(lambda: screen.seen == ["refresh"])
    with source.changed:  # a backup was put back
        del source.records[1:]
        source.changed.notify_all()
    qtbot.waitUntil(lambda: screen.seen == ["refresh", "refresh"])
    source.add("ticket.called")
    qtbot.waitUntil(lambda: screen.seen[-1] == {"ticket.called"})
    bridge.close()
