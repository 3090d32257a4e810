"""Builds the complaints page (投诉处理)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.complaint_desk import ComplaintDesk
from counter_app.desk import Desk
from counter_app.pages import Page
from counter_app.screens.complaints.view import ComplaintsView
from counter_app.screens.complaints.view_model import OFFERED, ComplaintsModel
from counter_app.worker import Worker


def complaints_page(desk: Desk, runner: Worker, parent: QObject) -> Page:
    """F11: windows and guide desk take down; supervisors, discipline inspection and who is charged handle."""
    model = ComplaintsModel(ComplaintDesk(desk), runner, parent)
    return Page("complaints", OFFERED, model, ComplaintsView(model), describe=model.describe)
