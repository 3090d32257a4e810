"""Pictures and videos of a folder on a board: one after the other, broken ones skipped and told once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_app.layouts.options import MediaOptions
from display_app.media_files import MediaFolder
from display_app.media_show import MediaShow
from display_app.panels.scene import Picture
from qt_common.runner import Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner("pictures")
    yield made
    made.close()


def picture(file: Path, colour: str, width: int = 64, height: int = 36) -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))


def test_pictures_follow_each_other_and_a_broken_one_is_skipped_and_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    picture(tmp_path / "a.png", "#c81e1e")
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    (tmp_path / "c.txt").write_text("not meant", encoding="utf-8")
    picture(tmp_path / "d.png", "#1e1ec8", 5000, 40)
    folder = MediaFolder(tmp_path, videos=True)
    with caplog.at_level(logging.WARNING):
        shown = [folder.next() for _ in range(4)]
    assert [found.file.name for found in shown if found] == ["a.png", "d.png", "a.png", "d.png"]
    assert shown[1] is not None and shown[1].picture is not None
    assert shown[1].picture.image.width() == 3840  # no screen shows more
    assert [record.getMessage().split()[0] for record in caplog.records] == ["b.jpg"]
    assert str(tmp_path) not in caplog.text


def test_a_folder_with_nothing_to_show_shows_nothing(tmp_path: Path) -> None:
    assert MediaFolder(tmp_path, videos=True).next() is None
    assert MediaFolder(tmp_path / "gone", videos=True).next() is None


def test_a_panel_shows_pictures_and_plays_videos_in_turn(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    picture(tmp_path / "a.png", "#c81e1e")
    film = cv2.VideoWriter(str(tmp_path / "b.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for _ in range(10):
        film.write(np.full((48, 64, 3), (40, 160, 40), np.uint8))
    film.release()
    show = MediaShow("pictures", MediaOptions(folder="x", seconds=2), tmp_path, runner)
    seen: list[Picture] = []
    show.renewed.connect(lambda panel, found: seen.append(found))
    show.start()
    try:
        qtbot.waitUntil(lambda: len(seen) > 0 and seen[0].image.pixelColor(1, 1) == QColor("#c81e1e"))
        qtbot.waitUntil(lambda: any("b.avi#" in found.key for found in seen), timeout=20_000)
        frame = next(found for found in seen if "b.avi#" in found.key).image.pixelColor(30, 20)
        assert frame.green() > 2 * frame.red()
        qtbot.waitUntil(lambda: "a.png" in seen[-1].key and len(seen) > 2, timeout=20_000)
    finally:
        show.close()
