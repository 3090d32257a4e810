"""The rest of a kiosk, which joins behind the home page (首屏之后): loaded on a thread, built in the UI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from db.late_store import LateStore
from db.passwords import Argon2Passwords
from devices.core.registry import DriverRegistry
from hall.business_calendar.calendar import WorkingCalendar
from hall.ports import PasswordHasher, UnitOfWork
from kiosk_app.front import Front
from kiosk_app.front_facts import FrontFacts, facts_of
from kiosk_app.kiosk import Kiosk
from qt_common.machine_config import MachineConfig, load, sources_of
from qt_common.qt_drivers import qt_registry
from qt_common.ticket_paper import load_layout

if TYPE_CHECKING:
    from db.store import SqlStore
    from db.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the rest of the kiosk is built of, checked.

    Attributes:
        made_from: the files that the home page depends on.
    """

    config: MachineConfig
    facts: FrontFacts
    made_from: tuple[Path, ...]
    registry: DriverRegistry
    hasher: PasswordHasher


def load_rest(file: Path) -> Loaded:
    """Check the configuration, and read and load what the rest is built of; may run on any thread.

    Raises:
        ConfigError: the configuration can't be used.
        AddressError: a vendor's driver has no valid name.
    """
    config = load(file)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        filename=config.station.log_file or None,
    )
    facts, _ = facts_of(config), config.floor_plan
    load_layout(config.paper.ticket)
    registry = qt_registry()
    for kind, address in config.devices.model_dump().items():
        if address is not None:
            registry.schemes(kind)  # loads the drivers of the kind
    return Loaded(config, facts, sources_of(file, config), registry, Argon2Passwords())


def build_rest(
    loaded: Loaded,
    front: Front,
    *,
    use_language: Callable[[str], None],
    quit_app: Callable[[], None],
    state: Path | None = None,
) -> tuple[Kiosk, LateStore]:
    """Build a kiosk on its database, which may be away still.

    Args:
        state: folder for what this machine keeps across a restart; None keeps nothing.

    Raises:
        ConfigError: the profile does not exist or does not fit.
        AddressError: a device's address is not understood.
    """
    config = loaded.config
    zone, station = config.hall.zone, config.station.name

    def open_it() -> SqlStore:
        from db.crypto import load_keys  # late: on the thread that asks the database first
        from db.store import open_store

        return open_store(config.database.url, load_keys(config.database.keys), zone=zone)

    def calendar_of(uow: UnitOfWork) -> WorkingCalendar:
        from db.holidays import working_calendar  # late: as above

        return working_calendar(cast("SqlUnitOfWork", uow))  # the store is ours, and so its units

    store = LateStore(open_it)
    kiosk = Kiosk(
        config,
        store,
        store.feed,
        registry=loaded.registry,
        calendar_of=calendar_of,
        hasher=loaded.hasher,
        use_language=use_language,
        quit_app=quit_app,
        front=front,
        paper_notes=state / f"papers-{station}.json" if state else None,
        told_notes=state / f"told-{station}.json" if state else None,
        catalogue=state / f"catalogue-{station}.json" if state else None,
        volume=state / f"volume-{station}.txt" if state else None,
        pin_tries=state / f"pin-{station}.json" if state else None,
        roll=state / f"roll-{station}.txt" if state else None,
    )
    return kiosk, store
