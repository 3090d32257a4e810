"""The board's picture at any ratio: large enough, whole, and cheap to keep up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_app import shots
from display_app.samples import PAUSE
from display_app.screens.panel_screen.view import ScreenView
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.staffing.window import WindowState
from qt_common.theme import NORMAL, contrast

EVERY_SIZE = [*shots.SIZES.values(), QSize(1366, 768), QSize(2560, 1080), QSize(1280, 1024), QSize(720, 1280)]


def image_of(view: ScreenView, part: QRect) -> QImage:
    return view.grab(part).toImage().convertToFormat(QImage.Format.Format_RGB32)


def put(view: ScreenView, panel: str, change: Callable[[Any], Any]) -> None:
    """Change one panel's words."""
    model = view.findChild(ScreenViewModel)
    assert model is not None
    panels = tuple((name, change(words) if name == panel else words) for name, words in model.state.panels)
    model.state = replace(model.state, panels=panels)
    model.state_changed.emit(model.state)


class Clock:
    """A clock for turning pages that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def rows_with(image: QImage, colour: str) -> list[int]:
    """Rows that hold the colour on more than a stray pixel."""
    wanted = QColor(colour).rgb()
    found = []
    for y in range(image.height()):
        if sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 3)) > 2:
            found.append(y)
    return found


def longest_run(rows: list[int]) -> int:
    """The most rows that follow each other without a gap."""
    longest, run = 0, 0
    for before, row in zip([-2, *rows], rows, strict=False):
        run = run + 1 if row == before + 1 else 1
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("size", EVERY_SIZE, ids=lambda s: f"{s.width()}x{s.height()}")
def test_the_newest_call_fills_a_third_of_the_screen(qtbot: QtBot, size: QSize) -> None:
    view = shots.board_at(size, state="announcing")
    qtbot.addWidget(view)
    model = view.findChild(ScreenViewModel)
    assert model is not None
    parts = [view.place_of(panel) for panel in model.layout.panels if panel not in ("guides", "duty")]
    hero = view.place_of("call")
    share = hero.width() * hero.height() / (size.width() * size.height())
    assert 0.32 <= share <= 0.36
    screen = QRect(0, 0, size.width(), size.height())
    assert all(screen.contains(part) for part in parts)
    assert not any(a.intersects(b) for n, a in enumerate(parts) for b in parts[n + 1 :])
    covered = sum(part.width() * part.height() for part in parts)
    assert covered == size.width() * size.height()


@pytest.mark.req("D-01")
@pytest.mark.parametrize(
    "size", [QSize(1920, 1080), QSize(3840, 1080), QSize(1080, 1920)], ids=lambda s: f"{s.width()}x{s.height()}"
)
def test_the_called_number_is_a_ninth_of_the_height_as_the_eye_sees_it(qtbot: QtBot, size: QSize) -> None:
    view = shots.board_at(size, state="announcing")
    qtbot.addWidget(view)
    inked = rows_with(image_of(view, view.place_of("call")), NORMAL.on_primary)
    assert longest_run(inked) >= size.height() / 9


@pytest.mark.parametrize("layout", ["zone", "main", "wall", "portrait"])
def test_in_every_layout_with_calls_the_number_can_be_read_from_afar(qtbot: QtBot, layout: str) -> None:
    size = {"wall": QSize(3840, 1080), "portrait": QSize(1080, 1920)}.get(layout, QSize(1920, 1080))
    view = shots.board_at(size, state="announcing", layout=layout)
    qtbot.addWidget(view)
    assert longest_run(rows_with(image_of(view, view.place_of("call")), NORMAL.on_primary)) >= size.height() / 9


@pytest.mark.req("Q-07", "Q-14", "W-01")
@pytest.mark.parametrize(
    ("layout", "size"),
    [("window", QSize(1024, 600)), ("window_portrait", QSize(600, 1024)), ("citizen", QSize(1920, 1080))],
)
def test_a_window_screen_shows_number_pause_and_marks_large_and_whole(
    qtbot: QtBot, layout: str, size: QSize
) -> None:
    called = shots.window_at(size, shots.sample_window(), layout=layout)
    paused_screen = shots.sample_window(label=None, state=WindowState.PAUSED, pause=PAUSE)
    paused = shots.window_at(size, paused_screen, layout=layout)
    until = shots.NOW.replace(hour=16)
    marked = shots.window_at(size, shots.sample_window(temporary_until=until), layout=layout, now=shots.EVENING)
    for view in (called, paused, marked):
        qtbot.addWidget(view)
    place = called.place_of("call")
    assert longest_run(rows_with(image_of(called, place), NORMAL.on_primary)) >= size.height() / 9
    assert longest_run(rows_with(image_of(paused, place), NORMAL.warn)) >= size.height() / 20
    head = marked.place_of("head")
    assert rows_with(image_of(marked, head), NORMAL.warn)  # the marks on their white grounds
    assert not rows_with(image_of(called, head), NORMAL.warn)


@pytest.mark.req("D-05")
def test_the_big_call_looks_different_while_it_is_announced(qtbot: QtBot) -> None:
    size = QSize(960, 540)
    announced, resting = shots.board_at(size, state="announcing"), shots.board_at(size, state="rest")
    for view in (announced, resting):
        qtbot.addWidget(view)
    hero = announced.place_of("call")
    middle = QRect(hero.center().x() - 4, hero.bottom() - 20, 8, 4)
    assert image_of(announced, middle).pixelColor(2, 2) == QColor(NORMAL.primary_dark)
    assert image_of(resting, middle).pixelColor(2, 2) == QColor(NORMAL.surface)


def test_only_the_part_that_changed_is_drawn_again(qtbot: QtBot) -> None:
    view = shots.board_at(QSize(1920, 1080), state="rest")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    drawn = view.drawn
    view.grab()
    assert view.drawn == drawn
    put(view, "head", lambda head: replace(head, clock="09:42"))
    view.grab()
    assert view.drawn == drawn + 1


def test_a_call_that_moves_down_the_list_is_not_drawn_again(qtbot: QtBot) -> None:
    view = shots.board_at(QSize(1920, 1080), state="rest")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    drawn = view.drawn
    put(view, "calls", lambda calls: (replace(calls[0], label="A024"), *calls[:-1]))
    view.grab()
    assert view.drawn == drawn + 1


def test_the_ticker_moves_without_drawing_any_part(qtbot: QtBot) -> None:
    view = shots.board_at(QSize(1280, 720), state="rest")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    drawn, seen = view.drawn, view.place_of("ticker")
    first = image_of(view, seen)
    qtbot.waitUntil(lambda: image_of(view, seen) != first)
    assert view.drawn == drawn


def test_many_windows_turn_pages_and_each_is_shown(qtbot: QtBot) -> None:
    clock = Clock()
    view = shots.board_at(QSize(1920, 1080), state="rest", seconds=clock)
    qtbot.addWidget(view)
    lines = tuple(replace(shots.sample_board().windows[0], number=n, name=f"窗口{n}") for n in range(1, 31))
    model = view.findChild(ScreenViewModel)
    assert model is not None
    model.show_board(replace(shots.sample_board(), windows=lines))
    seen: list[str] = []
    for _ in range(10):
        for part in view._parts_now():
            if part.name.startswith("windows.") and isinstance(part.content, tuple) and part.family == "window":
                seen.append(part.content[0].number)
        clock.now += 8
    assert set(seen) == {f"{n}号" for n in range(1, 31)}
    assert len(seen) > 30  # it begins again


def test_every_text_on_the_walls_can_be_read() -> None:
    grounds = {
        NORMAL.primary: (NORMAL.on_primary, NORMAL.primary_soft),
        NORMAL.primary_dark: (NORMAL.on_primary, NORMAL.primary_soft),
        NORMAL.surface: (NORMAL.primary, NORMAL.text, NORMAL.text_soft, NORMAL.good, NORMAL.warn),
        NORMAL.primary_soft: (NORMAL.primary, NORMAL.primary_dark, NORMAL.text),
        NORMAL.ground: (NORMAL.primary, NORMAL.text, NORMAL.text_soft, NORMAL.good, NORMAL.warn),
    }
    assert [(g, ink) for g, inks in grounds.items() for ink in inks if contrast(ink, g) < 4.5] == []
