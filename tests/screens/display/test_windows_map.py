"""The windows on the hall's floor map, on a board: each where it stands, with its state in words and its number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from display_app import samples, shots
from display_app.panels.windows_map.words import WindowsMap
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.floor_map.plan import FloorPlan
from qt_common.floor_map import CLOSED, OPEN, PAUSED, TEMPORARY

SIZE = QSize(1920, 1080)


def map_on_the_board(qtbot: QtBot, plan: FloorPlan | None) -> WindowsMap:
    view = shots.board_at(SIZE, state="rest", layout="public", plan=plan)
    qtbot.addWidget(view)
    model = view.findChild(ScreenViewModel)
    assert isinstance(model, ScreenViewModel)
    (found,) = [words for _, words in model.state.panels if isinstance(words, WindowsMap)]
    return found


@pytest.mark.req("D-06", "Q-07", "W-01")
def test_the_floor_map_shows_each_window_with_its_state_and_the_number_it_serves(qtbot: QtBot) -> None:
    shown = map_on_the_board(qtbot, samples.PLAN)
    assert shown.plan is samples.PLAN
    states, labels = dict(shown.states), dict(shown.labels)
    assert (states[3], states[4], states[6], states[8]) == (OPEN, PAUSED, TEMPORARY, CLOSED)
    assert labels[3] == "A023" and 4 not in labels and 8 not in labels


@pytest.mark.req("D-06")
def test_a_hall_without_a_map_gets_its_windows_as_tiles_by_zone(qtbot: QtBot) -> None:
    shown = map_on_the_board(qtbot, None)
    assert shown.plan is None
    assert [zone.zone for zone in shown.zones] == ["A区", "B区"]
    numbers = [row.number for zone in shown.zones for row in zone.windows]
    assert len(numbers) == 8
    paused = next(row for zone in shown.zones for row in zone.windows if row.number == "4号")
    assert paused.status == "暂停服务" and "区人社局" in paused.detail
