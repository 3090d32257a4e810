"""Running displays for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.core.registry import default_registry
from display_app.main import Display
from hall.ports import ChangeFeed
from qt_common.machine_config import MachineConfig
from tests.support.live_board import OpenDisplay, configuration
from tests.support.sample_hall import fill


@pytest.fixture
def open_display(sqlite_store: SqlStore, qtbot: QtBot) -> Iterator[OpenDisplay]:
    """Start displays on the sample hall; closed after the test."""
    fill(sqlite_store)
    running: list[Display] = []

    def start(
        config: MachineConfig | None = None,
        *,
        store: object = None,
        feed: Callable[[], ChangeFeed] | None = None,
        wait: bool = True,
    ) -> Display:
        display = Display(
            config or configuration(),
            store or sqlite_store,  # type: ignore[arg-type]
            feed or sqlite_store.feed,
            default_registry(),
            hold_ms=1,
        )
        running.append(display)
        display.app.view.resize(1280, 720)
        display.app.view.show()
        display.start()
        if wait:
            qtbot.waitUntil(lambda: display.describe()["stale"] == "")
        return display

    yield start
    for display in running:
        display.close()
