"""A full-screen window stays on a screen: the signals are Qt's own, the second screen is the test's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt_common import screen_keeper
from qt_common.screen_keeper import ScreenKeeper


def fills(window: QWidget) -> bool:
    return window.isFullScreen() and window.geometry() == QGuiApplication.primaryScreen().geometry()


@pytest.mark.parametrize("event", ["removed", "added", "primary", "mode"])
def test_whatever_happens_to_the_screens_the_window_fills_the_one_that_is_there(
    qtbot: QtBot, qapp: QApplication, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_keeper, "SETTLE_MS", 1)
    window = QWidget()
    qtbot.addWidget(window)
    keeper = ScreenKeeper(qapp, window)
    keeper.fill()
    qtbot.waitUntil(lambda: fills(window))
    window.showNormal()  # what a vanished screen leaves behind: a window of any size somewhere
    window.setGeometry(QRect(-3000, 20, 300, 200))
    screen = qapp.primaryScreen()
    if event == "removed":
        qapp.screenRemoved.emit(screen)
    elif event == "added":
        qapp.screenAdded.emit(screen)
    elif event == "primary":
        qapp.primaryScreenChanged.emit(screen)
    else:
        screen.geometryChanged.emit(screen.geometry())
    qtbot.waitUntil(lambda: fills(window))
    assert window.isVisible()


def test_with_no_screen_at_all_it_waits_for_one(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keeper = ScreenKeeper(qapp, window)
    monkeypatch.setattr(QGuiApplication, "screens", list)
    keeper.fill()
    assert not window.isVisible()
    monkeypatch.undo()
    keeper.fill()
    assert fills(window)


@pytest.mark.parametrize("elsewhere", [True, False])
def test_a_window_whose_own_screen_is_away_fills_another_only_if_it_may(
    qtbot: QtBot, qapp: QApplication, elsewhere: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ScreenKeeper(qapp, window, "HDMI-9", elsewhere=elsewhere).fill()
    assert window.isVisible() == elsewhere
    assert not elsewhere or fills(window)
