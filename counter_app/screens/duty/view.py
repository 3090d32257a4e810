"""Draws the duty page (班务)."""

from __future__ import annotations

from counter_app.screens.duty.view_model import DutyModel
from counter_app.screens.sheets.view import SheetView


class DutyView(SheetView):
    """F7."""

    def __init__(self, view_model: DutyModel) -> None:
        super().__init__(view_model, "duty", "F7")

    @property
    def short_title(self) -> str:
        return self.tr("班务")
