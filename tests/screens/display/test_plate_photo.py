"""The clerk's photo on the window screen, from a real database and a real document store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from cli.__main__ import main
from db.crypto import Keys, save_keys
from db.documents import FileDocuments
from db.store import SqlStore
from devices.core.registry import default_registry
from display_app.main import Display, build
from hall.identity import Actor, Role
from hall.staffing.photo import set_photo
from qt_common.machine_config import MachineConfig, load
from tests.support.photos import encoded
from tests.support.sample_hall import fill, open_window

RED, BLUE = "#c81e1e", "#1e1ec8"
ADMIN = Actor("admin:test", frozenset({Role.ADMIN}), "office")
CONFIG = {
    "station": {"name": "window-3", "profile": "xiangfu"},
    "database": {"url": "sqlite:///unused", "keys": "unused"},
    "display": {"kind": "window", "window": 3},
}


@pytest.fixture
def documents(tmp_path: Path, hall_keys: Keys) -> FileDocuments:
    return FileDocuments(str(tmp_path / "documents"), hall_keys)


@pytest.fixture
def screen(sqlite_store: SqlStore, documents: FileDocuments, qtbot: QtBot) -> Iterator[Display]:
    fill(sqlite_store)
    open_window(sqlite_store, 3, "1027")
    config = MachineConfig.model_validate(CONFIG)
    display = Display(config, sqlite_store, sqlite_store.feed, default_registry(), documents=documents)
    display.app.view.resize(1024, 600)
    display.app.view.show()
    display.start()
    qtbot.waitUntil(lambda: display.describe()["mood"] == "free")
    yield display
    display.close()


def give(store: SqlStore, documents: FileDocuments, content: bytes) -> None:
    digest = documents.put(content, "image/png").digest
    with store.begin() as uow:
        set_photo(uow, "1027", digest, by=ADMIN)
        uow.commit()


def share_of(display: Display, colour: str) -> float:
    """How much of the window is of the colour."""
    image = display.app.view.grab().toImage()
    wanted = QColor(colour).rgb()
    points = [(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    return sum(image.pixel(x, y) == wanted for x, y in points) / len(points)


@pytest.mark.req("W-02")
def test_the_clerks_photo_is_painted_on_the_plate_and_a_new_one_in_its_place(
    qtbot: QtBot, sqlite_store: SqlStore, documents: FileDocuments, screen: Display
) -> None:
    assert screen.describe()["photo"] is False and share_of(screen, RED) == 0
    give(sqlite_store, documents, encoded(RED, 300, 400))
    qtbot.waitUntil(lambda: share_of(screen, RED) > 0.02, timeout=20_000)
    assert screen.describe()["photo"] is True
    give(sqlite_store, documents, encoded(BLUE, 400, 300))
    qtbot.waitUntil(lambda: share_of(screen, BLUE) > 0.02, timeout=20_000)
    assert share_of(screen, RED) == 0


@pytest.mark.req("W-02")
def test_the_initial_stands_while_the_stored_photo_is_away_and_gives_way_when_it_is_back(
    qtbot: QtBot,
    sqlite_store: SqlStore,
    screen: Display,
    tmp_path: Path,
    hall_keys: Keys,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder, elsewhere = tmp_path / "documents", tmp_path / "elsewhere"
    with caplog.at_level("WARNING", logger="display_app.plate_photos"):
        give(sqlite_store, FileDocuments(str(elsewhere), hall_keys), encoded(RED, 300, 400))
        qtbot.waitUntil(lambda: "can't be shown" in caplog.text, timeout=20_000)
    assert screen.describe()["photo"] is False and share_of(screen, RED) == 0
    elsewhere.rename(folder)
    screen.app.follower.read()
    qtbot.waitUntil(lambda: share_of(screen, RED) > 0.02, timeout=20_000)


@pytest.mark.req("W-02")
def test_a_station_with_its_file_shows_what_the_command_stored(
    qtbot: QtBot, sqlite_store: SqlStore, tmp_path: Path, hall_keys: Keys
) -> None:
    fill(sqlite_store)
    open_window(sqlite_store, 3, "1027")
    keys, photo, machine = tmp_path / "keys.toml", tmp_path / "photo.jpg", tmp_path / "machine.toml"
    save_keys(hall_keys, keys)
    photo.write_bytes(encoded(RED, 300, 400, "jpeg"))
    machine.write_text(
        f'[station]\nname = "window-3"\n[database]\nurl = "sqlite:///{tmp_path / "hall.db"}"\n'
        f'keys = "{keys}"\ndocuments = "{tmp_path / "documents"}"\n[display]\nkind = "window"\nwindow = 3\n',
        encoding="utf-8",
    )
    assert main(["db", "set-photo", "1027", str(photo), "--config", str(machine)]) == 0
    display, store = build(load(machine), registry=default_registry())
    try:
        display.start()
        qtbot.waitUntil(lambda: display.describe()["photo"], timeout=20_000)
    finally:
        display.close()
        store.close()
