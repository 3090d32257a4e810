"""A keyboard-wedge scanner as a device: its address, its codes, and keys left alone while it is closed."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from devices.core.errors import AddressError, NotConnected
from devices.core.status import Health, Link
from qt_common.qt_drivers import qt_registry
from qt_common.wedge_scanner import MAX_KEPT, WedgeScanner, make_wedge

WAIT_MS = 10_000
CODE = "HALL1|2025-03-03|A023"


class Desk:
    """A field with the focus, and a scanner that types into it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        scanner = qt_registry().make_driver("code_scanner", "wedge://?gap=200")
        assert isinstance(scanner, WedgeScanner)
        self.scanner = scanner
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        self.field.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is self.field, timeout=WAIT_MS)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.field, text)
        QTest.keyClick(self.field, Qt.Key.Key_Return)

    def scanned(self) -> str | None:
        code = self.scanner.wait_code(0, lambda: False)
        return code.text if code is not None else None


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize("url", ["wedge://keyboard", "wedge:///dev/x", "wedge://?gap=2", "wedge://?speed=5"])
def test_an_address_with_anything_else_is_refused(qapp: QApplication, url: str) -> None:
    with pytest.raises(AddressError):
        make_wedge(url)


def test_a_code_is_taken_out_of_the_typing_and_given_once(desk: Desk) -> None:
    desk.scanner.open()
    assert (desk.scanner.probe().link, desk.scanner.probe().health) == (Link.ONLINE, Health.DEGRADED)
    desk.types(CODE)
    assert desk.scanned() == CODE
    assert desk.scanned() is None
    assert desk.field.text() == ""
    assert desk.scanner.probe().health is Health.OK
    desk.scanner.close()


def test_a_waiting_thread_is_woken_by_the_code_and_by_closing(desk: Desk) -> None:
    desk.scanner.open()
    found: list[str | None] = []

    def wait() -> None:
        try:
            code = desk.scanner.wait_code(60, lambda: False)
        except NotConnected:
            found.append("closed")
        else:
            found.append(code.text if code else None)

    steps: dict[str, Callable[[], None]] = {CODE: lambda: desk.types(CODE), "closed": desk.scanner.close}
    for wanted, act in steps.items():
        thread = threading.Thread(target=wait)
        thread.start()
        act()
        thread.join(30)
        assert found.pop() == wanted


def test_what_came_before_is_forgotten_and_only_the_latest_are_kept(desk: Desk) -> None:
    desk.scanner.open()
    desk.types(CODE)
    desk.scanner.forget()
    assert desk.scanned() is None
    for number in range(MAX_KEPT + 2):
        desk.types(f"CODE{number:02}")
    assert desk.scanned() == "CODE02"
    desk.scanner.close()


def test_a_cancelled_wait_ends(desk: Desk) -> None:
    desk.scanner.open()
    assert desk.scanner.wait_code(60, lambda: True) is None
    desk.scanner.close()


def test_while_it_is_closed_keys_are_what_a_person_typed(desk: Desk) -> None:
    with pytest.raises(NotConnected):
        desk.scanner.probe()
    desk.scanner.open()
    desk.scanner.close()
    desk.scanner.close()
    desk.types("ABCD")
    assert desk.field.text() == "ABCD"
    with pytest.raises(NotConnected):
        desk.scanned()
