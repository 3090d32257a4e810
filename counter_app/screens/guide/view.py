"""Draws the guide desk's page (导办台)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from counter_app.screens.guide.number_panel import NumberPanel
from counter_app.screens.guide.taking import TakePhase, TakingState
from counter_app.screens.guide.view_model import GuideModel
from counter_app.screens.sheets.search_view import SearchSheetView


class GuideView(SearchSheetView):
    """F4. F1 answers the oldest call for help, F3 goes to the search; see `SearchSheetView` for the rest.

    Args:
        beep: sounds when somebody calls for help.
    """

    def __init__(self, view_model: GuideModel, *, beep: Callable[[], None] = QApplication.beep) -> None:
        self._guide = view_model
        self._beep = beep
        self._panel = NumberPanel()
        super().__init__(view_model, "guide", "F4", self._panel)
        self._key("F1", view_model.answer_oldest)
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
    def _show_number(self, taking: TakingState) -> None:
        self._panel.render_state(taking)

    @Slot()
    def _close_number(self) -> None:
        self._guide.taking.reset()
        self._guide.search("")
        self._to_search()

    @Slot()
    def _ring(self) -> None:
        self._beep()
