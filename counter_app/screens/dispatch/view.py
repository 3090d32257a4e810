"""Draws the dispatch page (调度)."""

from __future__ import annotations

from counter_app.screens.dispatch.view_model import DispatchModel
from counter_app.screens.sheets.view import SheetView


class DispatchView(SheetView):
    """F10."""

    def __init__(self, view_model: DispatchModel) -> None:
        super().__init__(view_model, "dispatch", "F10")

    @property
    def short_title(self) -> str:
        return self.tr("调度")
