"""Draws the guide desk's page (导办台)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit

from counter_app.screens.guide.number_panel import NumberPanel
from counter_app.screens.guide.taking import TakePhase, TakingState
from counter_app.screens.guide.view_model import GuideModel
from counter_app.screens.sheets.state import SheetState
from counter_app.screens.sheets.view import SheetView
from qt_common import theme


class GuideView(SheetView):
    """F4. F1 answers the oldest call for help, F3 goes to the search; see `SheetView` for the rest.

    Args:
        beep: sounds when somebody calls for help.
    """

    def __init__(self, view_model: GuideModel, *, beep: Callable[[], None] = QApplication.beep) -> None:
        self._guide = view_model
        self._beep = beep
        self._search = QLineEdit()
        self._search.setObjectName("guide_search")
        self._search.setFont(theme.font(19))
        self._search.setMinimumHeight(44)
        self._search.setMaxLength(40)
        self._search.setClearButtonEnabled(True)
        self._panel = NumberPanel()
        super().__init__(view_model, "guide", "F4")
        self.body.insertWidget(1, self._search)
        row = self.body.itemAt(self.body.count() - 1)
        assert isinstance(row, QHBoxLayout)  # list and form, side by side
        row.addWidget(self._panel)
        self._key("F1", view_model.answer_oldest)
        self._key("F3", self._to_search)
        self._search.textEdited.connect(view_model.search)
        self._panel.told.connect(view_model.taking.told)
        self._panel.given_up.connect(view_model.taking.give_up)
        self._panel.closed.connect(self._close_number)
        view_model.taking_changed.connect(self._show_number)
        view_model.rang.connect(self._ring)
        self._show_number(view_model.taking.state)

    @property
    def short_title(self) -> str:
        return self.tr("导办")

    def retranslate(self) -> None:
        super().retranslate()
        self._search.setPlaceholderText(self.tr("事项编码、名称、拼音首字母或部门（F3）"))
        self._search.setAccessibleName(self.tr("查找事项"))
        self._panel.render_state(self._guide.taking.state)

    def showEvent(self, event: QShowEvent) -> None:
        self._guide.set_shown(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._guide.set_shown(False)
        super().hideEvent(event)

    def escape(self) -> None:
        phase = self._guide.taking.state.phase
        if phase is TakePhase.SHOWN:
            self._guide.taking.give_up()
        elif self._panel.isVisibleTo(self):
            self._close_number()
        else:
            super().escape()

    @Slot(object)
    def render_state(self, state: SheetState) -> None:
        super().render_state(state)
        searching = state.section is not None and state.section.name == "items"
        if self._search.hasFocus() and not searching:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setVisible(searching)
        if self._search.text() != self._guide.query:
            self._search.setText(self._guide.query)

    @Slot(object)
    def _show_number(self, taking: TakingState) -> None:
        self._panel.render_state(taking)

    @Slot()
    def _close_number(self) -> None:
        self._guide.taking.reset()
        self._guide.search("")
        self._to_search()

    @Slot()
    def _to_search(self) -> None:
        if self._guide.state.form is None:
            self._guide.show_section("items")
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()

    @Slot()
    def _ring(self) -> None:
        self._beep()
