"""The start page is there at once, over as much of the screen as the program will take, and imports little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qt_common import theme
from qt_common.quick_start import FirstPaint, Outline, StartPage, StartTrace, outline_of


@pytest.mark.parametrize(
    ("app", "text", "size"),
    [
        ("kiosk", "", None),
        ("kiosk", "[kiosk]\nfullscreen = false", (1080, 1920)),
        ("kiosk", '[kiosk]\nfullscreen = false\norientation = "landscape"', (1920, 1080)),
        ("display", "[display]\nfullscreen = false\nwidth = 3840", (3840, 1080)),
        ("display", '[display]\nfullscreen = false\nwidth = "broad"', None),
        ("counter", "", (1366, 768)),
        ("kiosk", "kiosk = 3", None),
    ],
)
def test_it_is_as_large_as_the_program_will_be(
    tmp_path: Path, app: str, text: str, size: tuple[int, int] | None
) -> None:
    file = tmp_path / "machine.toml"
    file.write_text(text, encoding="utf-8")
    assert outline_of(file, app) == Outline(size)


@pytest.mark.parametrize("content", [b"[kiosk", b"\xff\xfe", None])
def test_a_configuration_that_cant_be_read_has_no_page_and_is_left_to_the_program(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "machine.toml"
    if content is not None:
        file.write_bytes(content)
    assert outline_of(file, "kiosk") is None


def test_it_is_painted_when_it_appears_and_goes_when_the_program_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    page = StartPage(StartTrace(trace))
    page.appear(Outline((540, 960)))
    assert json.loads(trace.read_text(encoding="utf-8"))["event"] == "first_paint"
    picture = page.grab().toImage()
    assert picture.pixelColor(5, 5) == QColor(theme.NORMAL.primary)
    inked = {picture.pixelColor(x, y).name() for x in range(0, 540, 2) for y in range(380, 520, 2)}
    assert theme.NORMAL.on_primary in inked, "the words stand in the middle"
    gone: list[object] = []
    page.destroyed.connect(lambda: gone.append(True))
    page.leave()
    qtbot.waitUntil(lambda: bool(gone))


def test_before_the_page_nothing_heavy_is_loaded() -> None:
    heavy = ("sqlalchemy", "pydantic", "numpy", "cv2", "alembic", "psycopg", "PIL", "hall", "db", "devices")
    code = f"import sys; import kiosk_app.__main__; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("early", [True, False])
def test_a_window_is_painted_when_what_covers_it_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, early: bool
) -> None:
    monkeypatch.setattr("qt_common.quick_start.AT_LATEST_MS", 3_600_000)
    window, told = QWidget(), list[int]()
    qtbot.addWidget(window)
    window.resize(200, 100)
    cover = QWidget(window if early else None)
    FirstPaint(window, lambda: told.append(1))
    cover.setParent(window)
    cover.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    cover.setGeometry(window.rect())
    window.show()
    qtbot.waitUntil(lambda: told == [1])
