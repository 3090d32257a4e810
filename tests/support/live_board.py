"""Displays on the sample hall's database, with calls made as the counter makes them."""

from __future__ import annotations

from collections.abc import Callable

from db.store import SqlStore
from display_app.main import Display
from hall.identity import Actor
from hall.queueing.calling import call_next
from hall.queueing.ticket import Ticket
from qt_common.machine_config import MachineConfig
from tests.support.sample_hall import PROFILE

OpenDisplay = Callable[..., Display]


def configuration(**display: object) -> MachineConfig:
    devices = display.pop("devices", {})
    announcements = display.pop("announcements", {})
    return MachineConfig.model_validate(
        {
            "station": {"name": "board-1", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "display": {"kind": "main", **display},
            "devices": devices,
            "profile_overrides": {"announcements": announcements},
        }
    )


def call(store: SqlStore, number: int, clerk: Actor) -> Ticket:
    with store.begin() as uow:
        called = call_next(uow, number, by=clerk, profile=PROFILE)
        uow.commit()
    assert called is not None
    return called.ticket
