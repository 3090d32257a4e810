"""Draws the appointments page (预约)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from counter_app.screens.appointments.reply_panel import ReplyPanel
from counter_app.screens.appointments.replying import ReplyState
from counter_app.screens.appointments.view_model import BookingModel
from counter_app.screens.sheets.state import SheetState
from counter_app.screens.sheets.view import SheetView
from hall.appointments.replied import ReplyWay
from qt_common import theme


class BookingView(SheetView):
    """F6. F3 goes to the search; P and S give the open reply; see `SheetView` for the rest."""

    def __init__(self, view_model: BookingModel) -> None:
        self._booking = view_model
        self._search = QLineEdit()
        self._search.setObjectName("appointments_search")
        self._search.setFont(theme.font(19))
        self._search.setMinimumHeight(44)
        self._search.setMaxLength(40)
        self._search.setClearButtonEnabled(True)
        self._panel = ReplyPanel()
        super().__init__(view_model, "appointments", "F6")
        self.body.insertWidget(1, self._search)
        row = self.body.itemAt(self.body.count() - 1)
        assert isinstance(row, QHBoxLayout)  # list and form, side by side
        row.addWidget(self._panel)
        self._key("F3", self._to_search)
        ways = (("P", ReplyWay.PAPER), ("S", ReplyWay.SMS))
        self._give_keys = [self._key(key, partial(view_model.give, way)) for key, way in ways]
        self._search.textEdited.connect(view_model.search)
        self._panel.given.connect(view_model.give)
        self._panel.closed.connect(self._close_reply)
        view_model.replying.changed.connect(self._show_reply)
        self._show_reply(view_model.replying.state)

    @property
    def short_title(self) -> str:
        return self.tr("预约")

    def retranslate(self) -> None:
        super().retranslate()
        self._search.setPlaceholderText(self.tr("事项编码、名称、拼音首字母或部门（F3）"))
        self._search.setAccessibleName(self.tr("查找事项"))
        self._panel.render_state(self._booking.replying.state)

    def escape(self) -> None:
        if self._panel.isVisibleTo(self):
            self._close_reply()
        else:
            super().escape()

    @Slot(object)
    def render_state(self, state: SheetState) -> None:
        super().render_state(state)
        searching = state.section is not None and state.section.name == "items"
        if self._search.hasFocus() and not searching:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setVisible(searching)
        if self._search.text() != self._booking.query:
            self._search.setText(self._booking.query)

    @Slot(object)
    def _show_reply(self, reply: ReplyState) -> None:
        self._panel.render_state(reply)
        for key in self._give_keys:
            key.setEnabled(reply.booked is not None)

    @Slot()
    def _close_reply(self) -> None:
        self._booking.replying.close()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_search(self) -> None:
        if self._booking.state.form is None:
            self._booking.replying.close()
            self._booking.show_section("items")
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
