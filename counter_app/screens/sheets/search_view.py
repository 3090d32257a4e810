"""A page of lists with a search for items above it (事项查找) and a panel beside it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from counter_app.screens.sheets.state import SheetState
from counter_app.screens.sheets.view import SheetView
from qt_common import theme

ITEMS = "items"  # the section that is searched


class SearchModel(Protocol):
    """What a searched page's view-model has besides a `SheetModel`."""

    query: str

    def search(self, query: str) -> None:
        """Show the items that fit."""


class SearchSheetView(SheetView):
    """F3 goes to the search; see `SheetView` for the rest.

    Args:
        view_model: a `SheetModel` that is a `SearchModel` too.
        panel: stands beside list and form.
    """

    def __init__(self, view_model: Any, name: str, key: str, panel: QWidget) -> None:
        self._searched: SearchModel = view_model
        self._search = QLineEdit()
        self._search.setObjectName(f"{name}_search")
        self._search.setFont(theme.font(19))
        self._search.setMinimumHeight(44)
        self._search.setMaxLength(40)
        self._search.setClearButtonEnabled(True)
        super().__init__(view_model, name, key)
        self.body.insertWidget(1, self._search)
        row = self.body.itemAt(self.body.count() - 1)
        assert isinstance(row, QHBoxLayout)  # list and form, side by side
        row.addWidget(panel)
        self._key("F3", self._to_search)
        self._search.textEdited.connect(view_model.search)

    def retranslate(self) -> None:
        super().retranslate()
        self._search.setPlaceholderText(self.tr("事项编码、名称、拼音首字母或部门（F3）"))
        self._search.setAccessibleName(self.tr("查找事项"))

    @Slot(object)
    def render_state(self, state: SheetState) -> None:
        super().render_state(state)
        searching = state.section is not None and state.section.name == ITEMS
        if self._search.hasFocus() and not searching:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setVisible(searching)
        if self._search.text() != self._searched.query:
            self._search.setText(self._searched.query)

    @Slot()
    def _to_search(self) -> None:
        if self._vm.state.form is None:
            self._vm.show_section(ITEMS)
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
