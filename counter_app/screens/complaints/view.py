"""Draws the complaints page (投诉处理)."""

from __future__ import annotations

from counter_app.screens.complaints.view_model import ComplaintsModel
from counter_app.screens.sheets.view import SheetView


class ComplaintsView(SheetView):
    """F11."""

    def __init__(self, view_model: ComplaintsModel) -> None:
        super().__init__(view_model, "complaints", "F11")

    @property
    def short_title(self) -> str:
        return self.tr("投诉")
