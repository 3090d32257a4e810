"""What stands on the boards can be read back from the picture alone (OCR): the number and then the window."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from display_app import shots
from display_app.screens.panel_screen.view import ScreenView

READER = shutil.which("tesseract")
pytestmark = pytest.mark.skipif(READER is None, reason="no tesseract here; hallctl test installs it where it may")
HEIGHT = 200  # px: the reader is best with letters of the size of a page


def read(view: ScreenView, part: QRect, folder: Path) -> str:
    """What the reader makes of a part of the screen: letters and digits; Chinese it takes for something else."""
    file = folder / "part.png"
    picture = view.grab(part).toImage().scaledToHeight(HEIGHT, Qt.TransformationMode.SmoothTransformation)
    assert picture.save(str(file))
    assert READER is not None
    command = [READER, str(file), "-", "-l", "eng", "--psm", "11"]  # 11: text wherever it stands
    # One thread each, since the tests run side by side.
    environment = {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=environment)
    return "".join(done.stdout.split())


@pytest.mark.req("Q-02", "D-01")
@pytest.mark.parametrize(
    "size", [QSize(1920, 1080), QSize(3840, 1080), QSize(1080, 1920)], ids=lambda s: f"{s.width()}x{s.height()}"
)
def test_the_called_number_and_its_window_are_read_back_from_the_wall(
    qtbot: QtBot, tmp_path: Path, size: QSize
) -> None:
    view = shots.board_at(size, state="announcing")
    qtbot.addWidget(view)
    words = read(view, view.place_of("call"), tmp_path)
    assert re.search("A023.*3", words), words


@pytest.mark.req("W-01", "Q-02")
def test_the_window_screens_number_is_read_back(qtbot: QtBot, tmp_path: Path) -> None:
    view = shots.window_at(QSize(1024, 600), shots.sample_window())
    qtbot.addWidget(view)
    assert "A023" in read(view, view.rect(), tmp_path)
