"""Scanning and typing into the same window; the time between the keys is passed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from devices.code_scanner.interface import ScannedCode
from qt_common.wedge_filter import WedgeFilter

CODE = "HALL1|2025-03-03|A023"
SCANNER, FAST_HAND, HAND = 0.005, 0.08, 0.2


class Desk:
    """A window with a field, a button and a hot key R, and a keyboard whose clock the test moves."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.now = 100.0
        self.codes: list[str | None] = []
        self.pressed: list[str] = []
        self.filter = WedgeFilter(app, clock=lambda: self.now)
        self.filter.scanned.connect(self._scanned)
        self.window = QWidget()
        self.field, self.button = QLineEdit(), QPushButton()
        box = QVBoxLayout(self.window)
        box.addWidget(self.field)
        box.addWidget(self.button)
        for key in ("R", "Return"):
            shortcut = QShortcut(QKeySequence(key), self.window)
            shortcut.activated.connect(lambda k=key: self.pressed.append(k))
        self.field.returnPressed.connect(lambda: self.pressed.append("field"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.focus(self.field)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is self.field, timeout=10_000)

    def _scanned(self, code: ScannedCode) -> None:
        self.codes.append(code.text)

    def focus(self, widget: QWidget) -> None:
        widget.setFocus()

    def type(self, text: str, gap: float, *, enter: bool = True) -> None:
        """Key by key, as the window system brings them; a key is released before the next."""
        target = QApplication.focusWidget()
        assert target is not None
        for letter in text:
            self.now += gap
            QTest.keyClicks(target, letter)
        if enter:
            self.now += gap
            QTest.keyClick(target, Qt.Key.Key_Return)

    def wait(self, qtbot: QtBot) -> None:
        """Until nothing is held back any more."""
        qtbot.waitUntil(lambda: not self.filter._held, timeout=10_000)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.filter.close()


def test_a_scanned_code_is_told_and_lands_in_no_field(desk: Desk) -> None:
    desk.type(CODE, SCANNER)
    assert desk.codes == [CODE]
    assert desk.field.text() == ""
    assert desk.pressed == [], "neither the letters nor the Enter of a code press anything"


@pytest.mark.parametrize("gap", [FAST_HAND, HAND])
def test_typing_comes_through_as_it_was_typed(qtbot: QtBot, desk: Desk, gap: float) -> None:
    desk.type("Zhang 410211", gap)
    desk.wait(qtbot)
    assert desk.field.text() == "Zhang 410211"
    assert desk.codes == []
    assert desk.pressed == ["field"] or desk.pressed == ["Return"]


def test_without_the_filter_an_enter_does_the_same(desk: Desk) -> None:
    desk.filter.close()
    desk.type("Zhang 410211", HAND)
    assert desk.field.text() == "Zhang 410211"
    assert desk.pressed == ["field"] or desk.pressed == ["Return"]


def test_two_keys_rolled_by_a_fast_hand_are_typed(desk: Desk) -> None:
    desk.type("ab", SCANNER)
    assert (desk.field.text(), desk.codes) == ("ab", [])


def test_a_letter_typed_just_before_a_scan_stays_and_the_code_is_whole(desk: Desk) -> None:
    desk.type("x", HAND, enter=False)
    desk.now += HAND
    desk.type(CODE, SCANNER)
    assert (desk.field.text(), desk.codes) == ("x", [CODE])


def test_a_hot_key_still_works_and_a_scan_with_its_letter_does_not_press_it(qtbot: QtBot, desk: Desk) -> None:
    desk.focus(desk.button)
    desk.type("R", HAND, enter=False)
    desk.wait(qtbot)
    assert desk.pressed == ["R"]
    desk.now += HAND
    desk.type("RRRR1", SCANNER)
    assert (desk.pressed, desk.codes) == (["R"], ["RRRR1"])


def test_a_letter_reaches_the_field_even_if_a_hot_key_has_the_same(qtbot: QtBot, desk: Desk) -> None:
    desk.type("R", HAND, enter=False)
    desk.wait(qtbot)
    assert desk.field.text() == "R"
    assert desk.pressed == []


def test_keys_with_control_and_keys_without_text_are_not_held(desk: Desk) -> None:
    desk.type("abc", HAND, enter=False)
    QTest.keyClick(desk.field, Qt.Key.Key_Backspace)
    assert desk.field.text() == "ab"
    QTest.keyClick(desk.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.selectedText() == "ab"


def test_a_click_first_lets_the_held_letter_land_where_it_was_typed(desk: Desk) -> None:
    desk.type("a", HAND, enter=False)
    QTest.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.field.text() == "a"


def test_a_key_held_down_is_no_scanner(desk: Desk) -> None:
    for repeat in (False, True, True, True, True):
        desk.now += 0.03
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b", repeat)
        QApplication.sendEvent(desk.field, event)
    desk.type("", SCANNER)
    assert (desk.field.text(), desk.codes) == ("bbbbb", [])


def test_the_events_own_time_counts_when_the_interface_was_busy(desk: Desk) -> None:
    for number, letter in enumerate("A0231"):
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(5_000 + 300 * number)  # a slow hand, handled all at once
        QApplication.sendEvent(desk.field, event)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    event.setTimestamp(8_000)
    QApplication.sendEvent(desk.field, event)
    assert (desk.field.text(), desk.codes) == ("A0231", [])
