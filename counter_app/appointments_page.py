"""Builds the appointments page (预约)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from counter_app.booking_desk import BookingDesk
from counter_app.desk import Desk
from counter_app.pages import Page
from counter_app.reply_sending import BridgedReplies
from counter_app.screens.appointments.view import BookingView
from counter_app.screens.appointments.view_model import OFFERED, BookingModel
from counter_app.worker import Worker
from qt_common.device_bridge import DeviceBridge


def appointments_page(
    desk: Desk, runner: Worker, devices: Mapping[str, DeviceBridge[Any]], parent: QObject
) -> Page:
    """F6, for windows and guide desk; replies by the station's A4 or ticket printer and its SMS modem."""
    own = BookingDesk(desk.store, desk.profile, desk.calendar_of)
    model = BookingModel(own, runner, BridgedReplies(devices, desk.profile), parent)
    return Page("appointments", OFFERED, model, BookingView(model), news=model.news, describe=model.describe)
