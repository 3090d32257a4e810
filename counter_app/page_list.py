"""Builds the pages beside the work page (附页清单)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from counter_app.appointments_page import appointments_page
from counter_app.complaints_page import complaints_page
from counter_app.desk import Desk
from counter_app.dispatch_desk import DispatchDesk
from counter_app.duty_desk import DutyDesk
from counter_app.guide_page import guide_page
from counter_app.pages import Page
from counter_app.screens.dispatch import view_model as dispatch_view_model
from counter_app.screens.dispatch.view import DispatchView
from counter_app.screens.dispatch.view_model import DispatchModel
from counter_app.screens.duty import view_model as duty_view_model
from counter_app.screens.duty.view import DutyView
from counter_app.screens.duty.view_model import DutyModel
from counter_app.worker import Worker
from qt_common.device_bridge import DeviceBridge
from qt_common.ticket_paper import TicketLayout


@dataclass(frozen=True, slots=True)
class Means:
    """What the pages work with.

    Attributes:
        runner: the database worker; what a person waits for.
        aside: another worker, for readings that may take a while.
        devices: the station's devices by their key in machine.toml.
        layout: how a ticket looks on paper; None for the shipped one.
    """

    desk: Desk
    runner: Worker
    aside: Worker
    devices: Mapping[str, DeviceBridge[Any]]
    layout: TicketLayout | None = None


def build_pages(means: Means, parent: QObject) -> list[Page]:
    """All pages, in the order of their doors."""
    duty = DutyModel(DutyDesk(means.desk), means.runner, parent)
    dispatch = DispatchModel(DispatchDesk(means.desk), means.aside, parent)
    return [
        guide_page(means.desk, means.runner, means.aside, means.devices, parent, means.layout),
        appointments_page(means.desk, means.runner, means.devices, parent),
        complaints_page(means.desk, means.runner, parent),
        Page("duty", duty_view_model.OFFERED, duty, DutyView(duty), describe=duty.describe),
        Page("dispatch", dispatch_view_model.OFFERED, dispatch, DispatchView(dispatch), describe=dispatch.describe),
    ]
