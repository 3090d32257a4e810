"""Starts a kiosk (抽号机): ``python -m kiosk_app --config machine.toml``. The only place that builds objects."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import platformdirs
from PySide6.QtCore import QTimer

from db.crypto import load_keys
from db.holidays import working_calendar
from db.late_store import LateStore
from db.passwords import Argon2Passwords
from db.store import open_store
from db.unit_of_work import SqlUnitOfWork
from devices.core.errors import AddressError
from devices.core.registry import DriverRegistry
from hall.errors import HallError
from kiosk_app.kiosk import Kiosk
from kiosk_app.lobby_watch import LobbyState
from kiosk_app.lockdown import Lockdown
from qt_common import theme
from qt_common.cycle_collector import CycleCollector
from qt_common.life_sign import LifeSign
from qt_common.machine_config import MachineConfig, load
from qt_common.qt_drivers import qt_registry
from qt_common.quick_start import StartPage, application
from qt_common.remote_hand import RemoteHand
from qt_common.single_instance import AlreadyRunning, only_one
from qt_common.termination import Termination
from qt_common.translation import Translations

log = logging.getLogger(__name__)

PORTRAIT = (1080, 1920)


def build(
    config: MachineConfig,
    *,
    use_language: Callable[[str], None],
    quit_app: Callable[[], None],
    registry: DriverRegistry | None = None,
    state: Path | None = None,
) -> tuple[Kiosk, LateStore]:
    """Build a kiosk on its database, which may be away still.

    Args:
        state: folder for what this machine keeps across a restart; None keeps nothing.

    Raises:
        ConfigError: the profile does not exist or does not fit.
        AddressError: a device's address is not understood.
    """
    zone = config.hall.zone
    store = LateStore(lambda: open_store(config.database.url, load_keys(config.database.keys), zone=zone))
    kiosk = Kiosk(
        config,
        store,
        store.feed,
        registry=registry or qt_registry(),
        calendar_of=lambda uow: working_calendar(cast("SqlUnitOfWork", uow)),  # the store is ours, and so its units
        hasher=Argon2Passwords(),
        use_language=use_language,
        quit_app=quit_app,
        paper_notes=state / f"papers-{config.station.name}.json" if state else None,
        told_notes=state / f"told-{config.station.name}.json" if state else None,
        catalogue=state / f"catalogue-{config.station.name}.json" if state else None,
        volume=state / f"volume-{config.station.name}.txt" if state else None,
        pin_tries=state / f"pin-{config.station.name}.json" if state else None,
        roll=state / f"roll-{config.station.name}.txt" if state else None,
    )
    return kiosk, store


def show(kiosk: Kiosk, config: MachineConfig, lockdown: Lockdown) -> None:
    """Put the window on the screen; over the whole of it there is no way past it."""
    window = kiosk.window
    if config.kiosk.fullscreen:
        lockdown.engage(window)
        return
    width, height = PORTRAIT if config.kiosk.orientation == "portrait" else PORTRAIT[::-1]
    window.resize(width, height)
    window.show()


def _note_usable(page: StartPage, known: LobbyState) -> None:
    if known.online and known.lobby is not None:
        QTimer.singleShot(0, lambda: page.trace.note("usable"))  # once what it changed is painted


def main(argv: list[str] | None = None, page: StartPage | None = None) -> int:
    """Run a kiosk until it is closed; 2 when its configuration can't be used, 3 when it runs already."""
    parser = argparse.ArgumentParser(prog="kiosk_app", description="抽号机 / ticket kiosk")
    parser.add_argument("--config", type=Path, required=True, help="machine.toml of this station")
    options = parser.parse_args(argv)
    try:
        config = load(options.config)
        logging.basicConfig(
            level=logging.INFO,
            format="%(asctime)s %(levelname)s %(name)s: %(message)s",
            filename=config.station.log_file or None,
        )
        app = application()
        app.setApplicationDisplayName(config.hall.hall_name)
        theme.install(app)
        state = Path(platformdirs.user_state_dir("hallsuite", appauthor=False))
        lock = only_one(state, "kiosk", options.config)
        lockdown = Lockdown(app)
        kiosk, store = build(
            config,
            use_language=Translations("kiosk").use,
            quit_app=lockdown.leave,
            state=state,
        )
    except AlreadyRunning as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 3
    except (HallError, AddressError) as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 2
    termination = Termination(app, lockdown.leave)
    life = LifeSign(app)
    cycles = CycleCollector(app)
    if config.demo.control_port is not None:
        hand = RemoteHand(config.demo.control_port, kiosk.describe, kiosk)
        hand.listen()
        print(f'{{"remote_hand": {hand.port}}}', flush=True)
    kiosk.window.watch_touches(app)
    show(kiosk, config, lockdown)
    kiosk.start()
    if page is not None:
        kiosk.watch.changed.connect(lambda known: _note_usable(page, known))
        page.leave()
    code = app.exec()
    cycles.close()
    kiosk.close()
    store.close()
    del termination, life, lock
    return code
