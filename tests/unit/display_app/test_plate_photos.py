"""The photo on the plate: fetched once, refused when it is none, tried again when the store was away."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.crypto import sm3
from display_app import shots
from display_app.layouts.options import PlateOptions
from display_app.layouts.shipped import layouts_for
from display_app.panels.plate.words import decide, photo_wanted
from display_app.panels.scene import PlatePhoto
from display_app.plate_photos import PlatePhotos
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.documents.page import StoredFile
from hall.errors import Unavailable
from hall.profile import HallProfile, Plate
from hall.staffing.photo import MAX_BYTES, photo_url
from qt_common.runner import Runner
from tests.support.photos import encoded

GOOD = encoded("#c81e1e", 30, 40)


class FilesInMemory:
    """A document store that counts how often it is asked, and can be away."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked = 0
        self.away = False

    def put(self, content: bytes, media_type: str) -> StoredFile:
        digest = sm3(content)
        self.files[digest] = content
        return StoredFile(digest, len(content), media_type)

    def get(self, digest: str) -> bytes:
        self.asked += 1
        if self.away:
            raise Unavailable("the share is gone")
        return self.files[digest]


@pytest.fixture
def files() -> FilesInMemory:
    return FilesInMemory()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner("aside")
    yield made
    made.close()


@pytest.fixture
def photos(files: FilesInMemory, runner: Runner) -> PlatePhotos:
    return PlatePhotos(files, runner)


def stored(files: FilesInMemory, content: bytes) -> str:
    return photo_url(files.put(content, "image/png").digest)


def test_a_photo_is_fetched_once_and_the_next_clerks_after_it(
    qtbot: QtBot, files: FilesInMemory, photos: PlatePhotos
) -> None:
    first, second = stored(files, GOOD), stored(files, encoded("#1e1ec8", 30, 40))
    got: list[PlatePhoto] = []
    photos.renewed.connect(got.append)
    photos.follow(first)
    photos.follow(second)  # while the first is on its way
    qtbot.waitUntil(lambda: [photo.url for photo in got] == [first, second])
    photos.follow(second)
    photos.follow("")
    assert (files.asked, got[0].image.height()) == (2, 40)


@pytest.mark.parametrize(
    "content", [b"no picture", GOOD + bytes(MAX_BYTES), encoded("#c81e1e", 4001, 4)], ids=["bad", "large", "wide"]
)
def test_what_is_no_photo_is_logged_and_not_asked_for_again(
    qtbot: QtBot,
    files: FilesInMemory,
    photos: PlatePhotos,
    runner: Runner,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
) -> None:
    url = stored(files, content)
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(photos.renewed) as told:
        photos.follow(url)
    assert told.args is not None and told.args[0].image.isNull()
    assert "PhotoRefused" in caplog.text
    photos.follow(url)
    assert not runner.is_busy and files.asked == 1


def test_a_store_that_was_away_is_asked_again_at_the_next_refresh_and_logged_once(
    qtbot: QtBot, files: FilesInMemory, photos: PlatePhotos, runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    url = stored(files, GOOD)
    files.away = True
    with caplog.at_level(logging.WARNING):
        for asked in (1, 2):
            photos.follow(url)
            qtbot.waitUntil(lambda: not runner.is_busy)
            assert files.asked == asked
    assert len([line for line in caplog.records if line.name == "display_app.plate_photos"]) == 1
    files.away = False
    with qtbot.waitSignal(photos.renewed) as told:
        photos.follow(url)
    assert told.args is not None and not told.args[0].image.isNull()


def test_an_address_outside_the_document_store_is_refused_unasked(
    qtbot: QtBot, files: FilesInMemory, photos: PlatePhotos
) -> None:
    with qtbot.waitSignal(photos.renewed):
        photos.follow("file:///etc/hostname")
    assert files.asked == 0


@pytest.mark.parametrize("shows", [True, False])
def test_the_plate_has_the_photo_only_of_its_clerk_and_where_the_hall_shows_it(qtbot: QtBot, shows: bool) -> None:
    profile = HallProfile("test", "测试大厅", plate=Plate(photo=shows))
    model = ScreenViewModel(layouts_for("window"), profile, lambda: shots.NOW, number=3)
    model.show_window(shots.sample_window(clerk=replace(shots.CLERK, photo="document:a")))
    assert photo_wanted(model.scene) == ("document:a" if shows else "")
    image = QImage.fromData(GOOD)
    for url, image_now, wanted in (
        ("document:b", image, False),
        ("document:a", QImage(), False),
        ("document:a", image, True),
    ):
        model.show_photo(PlatePhoto(url, image_now))
        plate = decide(model.scene, PlateOptions(), "plate")
        assert plate is not None
        assert (plate.photo is not None) == (wanted and shows)
        assert plate.initial == ("张" if shows else "")
