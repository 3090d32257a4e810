"""The board's picture at any ratio: large enough, whole, and cheap to keep up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from display_app import shots
from display_app.screens.main_board.layout import arrange
from display_app.screens.main_board.view import BoardView
from qt_common.theme import NORMAL, contrast

EVERY_SIZE = [*shots.SIZES.values(), QSize(1366, 768), QSize(2560, 1080), QSize(1280, 1024), QSize(720, 1280)]


def image_of(view: BoardView, part: QRect) -> QImage:
    return view.grab(part).toImage().convertToFormat(QImage.Format.Format_RGB32)


def rows_with(image: QImage, colour: str) -> list[int]:
    """Rows that hold the colour on more than a stray pixel."""
    wanted = QColor(colour).rgb()
    found = []
    for y in range(image.height()):
        if sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 3)) > 2:
            found.append(y)
    return found


@pytest.mark.parametrize("size", EVERY_SIZE, ids=lambda s: f"{s.width()}x{s.height()}")
def test_the_newest_call_fills_a_third_of_the_screen(size: QSize) -> None:
    place = arrange(size.width(), size.height())
    share = place.hero.width() * place.hero.height() / (size.width() * size.height())
    assert 0.32 <= share <= 0.36
    parts = [place.head, place.hero, place.calls, place.side, place.ticker]
    screen = QRect(0, 0, size.width(), size.height())
    assert all(screen.contains(part) for part in parts)
    assert not any(a.intersects(b) for n, a in enumerate(parts) for b in parts[n + 1 :])
    covered = sum(part.width() * part.height() for part in parts)
    assert covered >= 0.99 * size.width() * size.height()


@pytest.mark.req("D-01")
@pytest.mark.parametrize(
    "size", [QSize(1920, 1080), QSize(3840, 1080), QSize(1080, 1920)], ids=lambda s: f"{s.width()}x{s.height()}"
)
def test_the_called_number_is_a_ninth_of_the_height_as_the_eye_sees_it(qtbot: QtBot, size: QSize) -> None:
    view = shots.board_at(size, state="announcing")
    qtbot.addWidget(view)
    hero = arrange(size.width(), size.height()).hero
    above = QRect(hero.left(), hero.top(), hero.width(), hero.height())
    inked = rows_with(image_of(view, above), NORMAL.on_primary)
    longest, run = 0, 0
    for before, row in zip([-2, *inked], inked, strict=False):
        run = run + 1 if row == before + 1 else 1
        longest = max(longest, run)
    assert longest >= size.height() / 9


@pytest.mark.req("D-05")
def test_the_big_call_looks_different_while_it_is_announced(qtbot: QtBot) -> None:
    size = QSize(960, 540)
    announced, resting = shots.board_at(size, state="announcing"), shots.board_at(size, state="rest")
    for view in (announced, resting):
        qtbot.addWidget(view)
    hero = arrange(size.width(), size.height()).hero
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
    model = view.findChild(type(view._model))
    assert model is not None
    model.state = replace(model.state, head=replace(model.state.head, clock="09:42"))
    model.state_changed.emit(model.state)
    view.grab()
    assert view.drawn == drawn + 1


def test_a_call_that_moves_down_the_list_is_not_drawn_again(qtbot: QtBot) -> None:
    view = shots.board_at(QSize(1920, 1080), state="rest")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    drawn, model = view.drawn, view._model
    newest = replace(model.state.calls[0], label="A024")
    model.state = replace(model.state, calls=(newest, *model.state.calls[:-1]))
    model.state_changed.emit(model.state)
    view.grab()
    assert view.drawn == drawn + 1


def test_the_ticker_moves_without_drawing_any_part(qtbot: QtBot) -> None:
    view = shots.board_at(QSize(1280, 720), state="rest")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    drawn, seen = view.drawn, arrange(1280, 720).ticker
    first = image_of(view, seen)
    qtbot.waitUntil(lambda: image_of(view, seen) != first)
    assert view.drawn == drawn


def test_many_windows_turn_pages_and_each_is_shown(qtbot: QtBot) -> None:
    from display_app.screens.main_board.pieces import window_pages

    place = arrange(1920, 1080)
    assert window_pages(place, 2, 0) == 1
    pages = window_pages(place, 2, 30)
    assert pages > 1
    assert window_pages(place, 20, 30) >= pages


def test_every_text_on_the_walls_can_be_read() -> None:
    grounds = {
        NORMAL.primary: (NORMAL.on_primary, NORMAL.primary_soft),
        NORMAL.primary_dark: (NORMAL.on_primary, NORMAL.primary_soft),
        NORMAL.surface: (NORMAL.primary, NORMAL.text, NORMAL.text_soft, NORMAL.good, NORMAL.warn),
        NORMAL.primary_soft: (NORMAL.primary, NORMAL.primary_dark, NORMAL.text),
        NORMAL.ground: (NORMAL.primary, NORMAL.text, NORMAL.text_soft, NORMAL.good, NORMAL.warn),
    }
    assert [(g, ink) for g, inks in grounds.items() for ink in inks if contrast(ink, g) < 4.5] == []
