"""Starts a counter (窗口工作站): ``python -m counter_app --config machine.toml``."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import cast

from counter_app.counter import Counter
from counter_app.desk import Desk
from counter_app.screen_pad import PadScreen, screen_number, with_screen_pad
from db.crypto import load_keys
from db.documents import FileDocuments
from db.holidays import working_calendar
from db.late_documents import LateDocuments
from db.late_store import LateStore
from db.passwords import Argon2Passwords
from db.store import open_store
from db.unit_of_work import SqlUnitOfWork
from devices.core.errors import AddressError
from devices.core.registry import DriverRegistry
from hall.errors import HallError
from hall.ports import PasswordHasher
from qt_common import theme
from qt_common.cycle_collector import CycleCollector
from qt_common.life_sign import LifeSign
from qt_common.machine_config import MachineConfig, load
from qt_common.qt_drivers import qt_registry
from qt_common.quick_start import StartPage, application
from qt_common.remote_hand import RemoteHand
from qt_common.state_folder import state_folder
from qt_common.station_devices import StationDevices
from qt_common.termination import Termination
from qt_common.ticket_paper import load_layout
from qt_common.translation import Translations

log = logging.getLogger(__name__)


def build(
    config: MachineConfig,
    *,
    registry: DriverRegistry | None = None,
    hasher: PasswordHasher | None = None,
    drafts: Path | None = None,
) -> tuple[Counter, LateStore]:
    """Build a counter on its database, which may be away still.

    Args:
        drafts: file for what is typed and not sent.

    Raises:
        ConfigError: the profile can't be used.
        AddressError: a device's address is not understood.
    """
    keys = config.database.keys
    store = LateStore(lambda: open_store(config.database.url, load_keys(keys), zone=config.hall.zone))
    documents = LateDocuments(lambda: FileDocuments(config.database.documents, load_keys(keys)))
    station = config.station.name
    desk = Desk(
        store,
        config.counter.window,
        station,
        config.hall,
        hasher or Argon2Passwords(),
        lambda uow: working_calendar(cast("SqlUnitOfWork", uow)),  # the store is ours, and so its units
        config.station.branch,
    )
    pad_screen = PadScreen()
    known = with_screen_pad(registry or qt_registry(), pad_screen)
    devices = StationDevices(config.devices, known)
    pad, camera = devices["rating_pad"], devices["document_camera"]
    counter = Counter(
        desk,
        store.feed,
        documents,
        pad=pad,
        pad_screen=pad_screen,
        camera=camera,
        other_devices=[device for device in devices if device not in (pad, camera)],
        drafts=drafts,
        offer_bar=config.counter.call_bar,
        layout=load_layout(config.paper.ticket),
    )
    return counter, store


def start(counter: Counter, config: MachineConfig) -> None:
    """Put the windows on the screens."""
    pad = config.devices.rating_pad
    on_screen = screen_number(pad) if pad is not None and pad.startswith("screen://") else None
    has_citizen = config.counter.citizen_screen and config.counter.window > 0
    wanted = on_screen if on_screen is not None else (1 if has_citizen else None)
    counter.start(citizen_screen=wanted, always=on_screen is not None)


def main(argv: list[str] | None = None, page: StartPage | None = None) -> int:
    """Run a counter until it is closed."""
    parser = argparse.ArgumentParser(prog="counter_app", description="窗口工作站 / counter station")
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
        app.setQuitOnLastWindowClosed(False)
        theme.install(app)
        translations = Translations("counter")
        translations.use(config.station.language)
        folder = state_folder()
        counter, store = build(config, drafts=folder / f"drafts-{config.station.name}.json")
    except (HallError, AddressError) as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 2
    termination = Termination(app)
    life = LifeSign(app)
    cycles = CycleCollector(app)
    counter.windows.window.close_wanted.connect(app.quit)
    if config.demo.control_port is not None:
        hand = RemoteHand(config.demo.control_port, counter.describe, counter)
        hand.listen()
        print(f'{{"remote_hand": {hand.port}}}', flush=True)
    start(counter, config)
    if page is not None:
        page.leave()
    code = app.exec()
    cycles.close()
    counter.close()
    store.close()
    del termination, translations, life
    return code
