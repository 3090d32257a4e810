"""Builds the guide desk's page (导办台)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from counter_app.desk import Desk
from counter_app.guide_desk import GuideDesk
from counter_app.pages import Page
from counter_app.screens.guide.view import GuideView
from counter_app.screens.guide.view_model import OFFERED, GuideModel
from counter_app.ticket_printing import BridgedPaper
from counter_app.worker import Worker
from hall.queueing.outlook import Forecaster
from qt_common.device_bridge import DeviceBridge
from qt_common.ticket_paper import TicketLayout


def guide_page(
    desk: Desk,
    runner: Worker,
    aside: Worker,
    devices: Mapping[str, DeviceBridge[Any]],
    parent: QObject,
    layout: TicketLayout | None = None,
) -> Page:
    """F4, for the guide desk, the supervisors and the administrators; prints on the station's ticket printer."""
    forecaster = Forecaster(desk.store, desk.profile.order.rules, clock=time.monotonic)
    own = GuideDesk(desk.store, desk.station, desk.profile, desk.calendar_of, forecaster, desk.branch)
    paper = BridgedPaper(devices.get("ticket_printer"), desk.profile, layout)
    model = GuideModel(own, runner, aside, paper, parent=parent)
    return Page("guide", OFFERED, model, GuideView(model), news=model.news, describe=model.describe)
