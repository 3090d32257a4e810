"""Draws the appointments page (预约)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot

from counter_app.screens.appointments.reply_panel import ReplyPanel
from counter_app.screens.appointments.replying import ReplyState
from counter_app.screens.appointments.view_model import BookingModel
from counter_app.screens.sheets.search_view import SearchSheetView
from hall.appointments.replied import ReplyWay


class BookingView(SearchSheetView):
    """F6. F3 goes to the search; P and S give the open reply; see `SearchSheetView` for the rest."""

    def __init__(self, view_model: BookingModel) -> None:
        self._booking = view_model
        self._panel = ReplyPanel()
        super().__init__(view_model, "appointments", "F6", self._panel)
        ways = (("P", ReplyWay.PAPER), ("S", ReplyWay.SMS))
        self._give_keys = [self._key(key, partial(view_model.give, way)) for key, way in ways]
        self._panel.given.connect(view_model.give)
        self._panel.closed.connect(self._close_reply)
        view_model.replying.changed.connect(self._show_reply)
        self._show_reply(view_model.replying.state)

    @property
    def short_title(self) -> str:
        return self.tr("预约")

    def retranslate(self) -> None:
        super().retranslate()
        self._panel.render_state(self._booking.replying.state)

    def escape(self) -> None:
        if self._panel.isVisibleTo(self):
            self._close_reply()
        else:
            super().escape()

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
        super()._to_search()
