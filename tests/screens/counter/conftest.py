"""Counters for the tests; closed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from db.store import SqlStore
from qt_common import theme
from tests.screens.counter.station import Station
from tests.support.sample_hall import fill

OpenStation = Callable[..., Station]


@pytest.fixture
def open_station(
    qtbot: QtBot, qapp: QApplication, sqlite_store: SqlStore, hall_keys: Keys, tmp_path: Path
) -> Iterator[OpenStation]:
    """Start counters on the sample hall."""
    theme.install(qapp)
    fill(sqlite_store)
    running: list[Station] = []

    def start(**options: object) -> Station:
        store = options.pop("store", sqlite_store)
        station = Station(qtbot, store, hall_keys, tmp_path, **options)  # type: ignore[arg-type]
        running.append(station)
        return station

    yield start
    for station in running:
        station.close()
