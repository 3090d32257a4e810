"""The preview of layouts: text and controls change the screen, mistakes are told by their line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QListWidget, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from display_app.layouts.reader import load_layout
from display_app.layouts.shipped import shipped_names
from display_app.preview.main import model_of
from display_app.preview.view import PreviewView

Open = Callable[[str], PreviewView]


@pytest.fixture
def open_preview(qtbot: QtBot) -> Iterator[Open]:
    def start(layout: str) -> PreviewView:
        view = PreviewView(model_of(layout))
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.show()
        return view

    return start


W = TypeVar("W", bound=QWidget)


def find(view: PreviewView, kind: type[W], name: str) -> W:
    found = view.findChild(kind, name)
    assert found is not None, name
    return found


def shown_rows(view: PreviewView) -> int:
    return sum(part.family == "call" for part in view.screen_view._parts_now())


def test_a_control_changes_the_text_and_the_screen_at_once(qtbot: QtBot, open_preview: Open) -> None:
    view = open_preview("main")
    view.controls.choose("calls")
    assert shown_rows(view) == 8
    box = find(view, QSpinBox, "preview_option_rows")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert shown_rows(view) == 6
    assert "rows = 6" in view.editor.toPlainText()
    assert "# 大厅主屏" in view.editor.toPlainText()  # what people wrote stays
    call = view.screen_view.place_of("call").height()
    find(view, QDoubleSpinBox, "preview_rows_2").setValue(60)
    assert view.screen_view.place_of("call").height() > call


def test_a_mistake_is_told_by_its_line_and_the_last_right_layout_stays(qtbot: QtBot, open_preview: Open) -> None:
    view = open_preview("main")
    text = view.editor.toPlainText()
    line = text.splitlines().index("rows = 8") + 1
    view.editor.setPlainText(text.replace("rows = 8", "rows = 99"))
    problems = find(view, QListWidget, "preview_problems")
    qtbot.waitUntil(lambda: problems.count() == 1)
    assert problems.item(0).text() == f"第 {line} 行：panels.calls.rows：不能大于 24"
    assert not find(view, QPushButton, "preview_save").isEnabled()
    assert shown_rows(view) == 8
    qtbot.mouseClick(
        problems.viewport(), Qt.MouseButton.LeftButton, pos=problems.visualItemRect(problems.item(0)).center()
    )
    assert view.editor.textCursor().blockNumber() + 1 == line
    view.editor.setPlainText(text.replace("rows = 8", "rows = 4"))
    qtbot.waitUntil(lambda: problems.count() == 0 and shown_rows(view) == 4)


def test_it_is_saved_as_a_file_that_a_display_takes(qtbot: QtBot, open_preview: Open, tmp_path: Path) -> None:
    view = open_preview("zone")
    view.controls.choose("zones")
    zones = find(view, QLineEdit, "preview_option_zones")
    QTest.keyClicks(zones, "A,B")
    view.save_to(tmp_path / "ours")
    layout = load_layout(tmp_path / "ours.toml")
    assert layout.panels["zones"].model_dump()["zones"] == ("A", "B")
    assert "*" not in view.windowTitle()
    assert [path.name for path in tmp_path.iterdir()] == ["ours.toml"]
    view.save_to(tmp_path / "nowhere" / "ours")
    assert "未保存" in view._said.text()


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_layout_can_be_tried_in_every_situation_and_size(
    qtbot: QtBot, open_preview: Open, name: str
) -> None:
    view = open_preview(name)
    sizes, situations = (find(view, QComboBox, f"preview_{of}") for of in ("size", "situation"))
    for index in range(sizes.count()):
        sizes.activated.emit(index)
        width, height = sizes.itemData(index)
        screen = view.screen_view
        assert screen.width() / screen.height() == pytest.approx(width / height, rel=0.02)
    for index in range(situations.count()):
        situations.activated.emit(index)
        assert not view.screen_view.grab().isNull()


def test_another_file_is_opened_and_one_that_is_none_is_told(open_preview: Open, tmp_path: Path) -> None:
    view = open_preview("window")
    view.open_file(tmp_path / "gone.toml")
    assert "无法读取" in view._said.text()
    (tmp_path / "other.toml").write_text("title = 1", encoding="utf-8")
    view.open_file(tmp_path / "other.toml")
    assert find(view, QListWidget, "preview_problems").count() > 0
    assert view.editor.toPlainText() == "title = 1"
