"""A page of lists of a running counter, as its user works at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableWidget, QWidget

from tests.screens.counter.station import WAIT_MS, Station


class SheetPage:
    """Reads the list, fills the form, waits for what is said.

    Args:
        name: of the page, such as ``"duty"``.
    """

    def __init__(self, station: Station, name: str) -> None:
        self.station = station
        self._name = name

    def enter(self, number: str) -> None:
        """Sign in at a desk without a window."""
        self.station.until(lambda s: s["online"])
        for name, text in (("staff_number", number), ("password", f"pw-{number}")):
            field = self.station.widget(name)
            field.setFocus()
            QTest.keyClicks(field, text)
        QTest.keyClick(self.station.widget("password"), Qt.Key.Key_Return)
        self.station.until(lambda s: s["screen"] == "start")

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for something."""
        self.station.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def cells(self) -> list[list[str]]:
        """The list's lines."""
        table = self.station.window.findChild(QTableWidget, f"{self._name}_table")
        assert isinstance(table, QTableWidget)
        found = []
        for row in range(table.rowCount()):
            items = [table.item(row, column) for column in range(table.columnCount())]
            found.append([item.text() if item is not None else "" for item in items])
        return found

    def has(self, name: str) -> bool:
        """Whether a widget is on the screen."""
        return any(w.isVisible() for w in self.station.window.findChildren(QWidget, name))

    def write(self, **fields: str) -> None:
        """Type into fields of the form, choose in its lists."""
        for name, text in fields.items():
            field = self.station.widget(f"{self._name}_field_{name}")
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(text))
                field.activated.emit(field.currentIndex())
                continue
            assert isinstance(field, QLineEdit)
            field.setFocus()
            field.selectAll()
            self.station.type(text)

    def says(self, name: str, text: str) -> None:
        """Wait until a label holds ``text``."""
        self.until(lambda: text in self.station.text(name))

    def message(self, text: str) -> None:
        """Wait until the message bar holds ``text``."""
        page = self.station.widget(f"{self._name}_page")
        self.until(lambda: text in self.station.text("message", page))
