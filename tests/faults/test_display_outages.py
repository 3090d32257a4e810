"""A board on a database that is not there yet, stands still, is locked, throws it out, and comes back."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from db.late_store import LateStore
from db.store import SqlStore, open_store
from devices.core.registry import default_registry
from display_app import follower
from display_app.main import Display
from hall.queueing.calling import finish_service, start_service
from tests.support.live_board import call, configuration
from tests.support.restartable_postgres import RestartablePostgres
from tests.support.sample_hall import ZHANG, fill, open_window, take_ticket
from tests.support.stores import ZONE, OpenStore

# Only ends a test that hangs: a stopped server needs seconds to start, on a machine that does many things at once a
# multiple of that. How soon a board is right again is measured by `benchmarks.board_recovery`.
LONG_MS = 60_000


class Wall:
    """A board and the counter that calls."""

    def __init__(self, qtbot: QtBot, display: Display, counter: SqlStore) -> None:
        self._qtbot = qtbot
        self.display = display
        self._counter = counter

    @property
    def stale(self) -> str:
        return str(self.display.describe()["stale"])

    def call(self) -> str:
        """Serve the last one, call another; the label."""
        take_ticket(self._counter)
        with self._counter.begin() as uow:
            if uow.tickets.at_window(uow.now.date(), 3) is not None:
                start_service(uow, 3, by=ZHANG)
                finish_service(uow, 3, by=ZHANG)
            uow.commit()
        return call(self._counter, 3, ZHANG).label

    def until(self, true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(true, timeout=LONG_MS)

    def shows(self, label: str) -> bool:
        described = self.display.describe()
        return described["stale"] == "" and [row["label"] for row in described["calls"]][:1] == [label]

    def is_alive_and_whole(self) -> bool:
        """The clock runs, the hall's name is there, something is drawn."""
        view = self.display.app.view
        before, image = self.display.app.model.scene.now, view.grab().toImage()
        self._qtbot.waitUntil(lambda: self.display.app.model.scene.now > before, timeout=LONG_MS)
        colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)}
        return view.isVisible() and view.accessibleName() == configuration().hall.hall_name and len(colours) > 8


@pytest.mark.req("D-01")
def test_a_board_outlives_its_database_and_is_right_when_it_is_back(
    qtbot: QtBot,
    own_postgres: RestartablePostgres,
    hall_keys: Keys,
    open_test_store: OpenStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follower, "QUIET_S", 0.5)
    monkeypatch.setattr(follower, "SLOW_S", 0.5)
    counter = open_test_store(own_postgres.url)
    fill(counter)
    open_window(counter, 3, "1027")
    own_postgres.stop()
    late = LateStore(lambda: open_store(own_postgres.url, hall_keys, zone=ZONE))
    display = Display(configuration(), late, late.feed, default_registry(), hold_ms=1)
    display.app.view.resize(1280, 720)
    display.app.view.show()
    display.start()
    wall = Wall(qtbot, display, counter)
    try:
        # Started before its database.
        wall.until(lambda: wall.stale == "正在连接数据…")
        assert wall.is_alive_and_whole()
        own_postgres.start()
        wall.until(lambda: wall.stale == "")
        label = wall.call()
        wall.until(lambda: wall.shows(label))

        # The server stands still: nothing breaks, nothing answers.
        own_postgres.hold()
        wall.until(lambda: wall.stale.startswith("数据更新于 "))
        assert wall.is_alive_and_whole()
        assert display.describe()["calls"][0]["label"] == label
        own_postgres.go_on()
        label = wall.call()
        wall.until(lambda: wall.shows(label))

        # Every connection is ended.
        own_postgres.cut_connections()
        label = wall.call()
        wall.until(lambda: wall.shows(label))

        # Somebody locks the tickets.
        with psycopg.connect(own_postgres.url.replace("+psycopg", "")) as locking:
            locking.execute("LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE")
            wall.until(lambda: wall.stale.startswith("数据更新于 "))
            assert wall.is_alive_and_whole()
        wall.until(lambda: wall.shows(label))

        # A power cut, and what was called as soon as it was over.
        own_postgres.stop()
        wall.until(lambda: wall.stale.startswith("数据更新于 "))
        assert wall.is_alive_and_whole()
        own_postgres.start()
        label = wall.call()
        wall.until(lambda: wall.shows(label))
    finally:
        own_postgres.go_on()
        display.close()
        late.close()
