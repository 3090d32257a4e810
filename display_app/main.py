"""Starts a display (大厅屏、窗口屏): ``python -m display_app --config machine.toml``."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.crypto import load_keys
from db.documents import FileDocuments
from db.holidays import working_calendar
from db.late_documents import LateDocuments
from db.late_store import LateStore
from db.store import open_store
from db.unit_of_work import SqlUnitOfWork
from devices.core.registry import DriverRegistry
from devices.core.status import DeviceStatus
from devices.core.supervisor import DeviceSupervisor
from display_app.announcer import HOLD_MS
from display_app.board_app import BoardApp
from display_app.figures import opening_by, read_lively, read_slow
from display_app.figures_watch import FiguresWatch
from display_app.hall_clock import HallClock
from display_app.layout_choice import fitting_layouts
from display_app.layouts.shipped import Layouts
from display_app.led_sign import LedSign, Sign
from display_app.media_show import media_shows
from display_app.paint_trace import PaintTrace
from display_app.panels.wanted import wanted_by
from display_app.plate_photos import PlatePhotos
from display_app.screens.panel_screen.view_model import ScreenViewModel
from display_app.voices import Voices
from display_app.waits_watch import WaitsWatch
from display_app.window_app import WindowApp
from hall.errors import HallError
from hall.ports import ChangeFeed, DocumentStore, Store
from hall.queueing.outlook import Forecaster
from qt_common import theme
from qt_common.change_bridge import ChangeBridge
from qt_common.cycle_collector import CycleCollector
from qt_common.device_bridge import DeviceBridge
from qt_common.health_reporter import HealthReporter
from qt_common.life_sign import LifeSign
from qt_common.machine_config import ConfigError, MachineConfig, load
from qt_common.qt_drivers import qt_registry
from qt_common.quick_start import StartPage, application
from qt_common.remote_hand import RemoteHand
from qt_common.runner import Runner
from qt_common.screen_keeper import ScreenKeeper
from qt_common.sweeper import CalendarOf, Sweeper
from qt_common.termination import Termination
from qt_common.translation import Translations

log = logging.getLogger(__name__)

# How long a busy thread may keep the others waiting: a forecast must not hold up a call on its way to the screen.
SWITCH_SECONDS = 0.001


class Display:
    """A running display: one window with all that keeps it going; `close` ends it.

    Args:
        calendar_of: the hall's calendar as it stands in a transaction; None leaves the sweep to other stations.
        documents: where the clerks' photos lie; None shows their initials.
    """

    def __init__(
        self,
        config: MachineConfig,
        store: Store,
        open_feed: Callable[[], ChangeFeed],
        registry: DriverRegistry,
        *,
        hold_ms: int = HOLD_MS,
        calendar_of: CalendarOf | None = None,
        documents: DocumentStore | None = None,
    ) -> None:
        self._runner = Runner()
        # What may wait for the database stands in a line of its own: a call must be painted at once.
        self._aside = Runner("aside")
        self._pictures = Runner("pictures")
        self._voices = Voices(config, registry)
        self._led: DeviceBridge[Sign] = DeviceBridge("window_led")
        clock = HallClock(config.hall.zone)
        self.app: BoardApp | WindowApp
        if config.display.kind == "window":
            self.app = self._window_app(config, store, registry, clock, documents, calendar_of)
        else:
            self.app = self._board_app(config, store, clock, hold_ms)
        self._bridge = ChangeBridge(open_feed, prompt=self.app.follower.prompt)
        devices: list[DeviceBridge[Any]] = [*self._voices.bridges, self._led]
        self._reporter = HealthReporter(devices, self._aside, store, config.station.name, self.app)
        self._sweeper: Sweeper | None = None
        if calendar_of is not None and config.display.kind == "main":
            station = config.station.name
            self._sweeper = Sweeper(store, self._aside, station, config.hall, calendar_of, self.app)
        self._shows = media_shows(self.app.model.layouts, self._pictures, self.app)
        for show in self._shows:
            show.renewed.connect(self.app.model.show_picture)
        slots = self.app.follower.slots
        self._bridge.changed.connect(slots.changed)
        self._bridge.refresh_all.connect(slots.refresh)
        self._bridge.online.connect(slots.online)

    def start(self) -> None:
        """Begin to follow the database."""
        self.app.follower.read()
        self._bridge.start()
        for show in self._shows:
            show.start()
        if self._sweeper is not None:
            self._sweeper.start()

    def describe(self) -> dict[str, Any]:
        """What is on the screen."""
        return self.app.describe()

    @property
    def voice_statuses(self) -> tuple[DeviceStatus | None, ...]:
        """Of its loudspeakers, the usual one first."""
        return tuple(bridge.status for bridge in self._voices.bridges)

    def close(self) -> None:
        """End all threads and close the devices."""
        if self._sweeper is not None:
            self._sweeper.stop()
        self._bridge.close()
        for show in self._shows:
            show.close()
        self._reporter.close()
        self.app.close()
        self._runner.close()
        self._aside.close()
        self._pictures.close()
        self._voices.close()
        self._led.close()

    def _board_app(self, config: MachineConfig, store: Store, clock: HallClock, hold_ms: int) -> BoardApp:
        announcer = self._voices.loudspeakers(config, clock.now, hold_ms)
        layouts = fitting_layouts(config)
        model = ScreenViewModel(layouts, config.hall, clock.now, config.display.zones, plan=config.floor_plan)
        forecaster = Forecaster(store, config.hall.order.rules, clock=time.monotonic, fresh_s=0.0)
        waits = WaitsWatch(forecaster, self._aside)
        figures = self._figures(config, store, layouts, None)
        return BoardApp(store, self._runner, model, announcer, clock, waits, figures, config.station.branch)

    def _window_app(
        self,
        config: MachineConfig,
        store: Store,
        registry: DriverRegistry,
        clock: HallClock,
        documents: DocumentStore | None,
        calendar_of: CalendarOf | None,
    ) -> WindowApp:
        number = config.display.window
        if number is None:
            raise ConfigError("display.window is missing", message="窗口屏的配置缺少 display.window（窗口号）。")
        if config.devices.window_led is not None:
            driver = cast("Sign", registry.make_driver("window_led", config.devices.window_led))
            self._led.attach(DeviceSupervisor("window_led", driver, on_status=self._led.on_status))
        layouts = fitting_layouts(config)
        model = ScreenViewModel(layouts, config.hall, clock.now, number=number)
        photos = PlatePhotos(documents, self._aside) if documents is not None else None
        figures = self._figures(config, store, layouts, calendar_of)
        return WindowApp(number, store, self._runner, model, LedSign(self._led), clock, figures, photos)

    def _figures(
        self, config: MachineConfig, store: Store, layouts: Layouts, calendar_of: CalendarOf | None
    ) -> FiguresWatch:
        """Reads only what the layouts show."""
        wanted, hall, branch = wanted_by(layouts), config.hall, config.station.branch
        opening = opening_by(hall, calendar_of)
        return FiguresWatch(
            (lambda: read_lively(store, wanted, branch)) if wanted.any_lively else None,
            (lambda: read_slow(store, wanted, hall, opening, branch)) if wanted.any_slow else None,
            self._aside,
        )


def build(config: MachineConfig, *, registry: DriverRegistry | None = None) -> tuple[Display, LateStore]:
    """Build a display on its database, which may be away still.

    Raises:
        ConfigError: the configuration lacks what this kind of display needs.
        AddressError: a device's address is not understood.
    """
    store = LateStore(
        lambda: open_store(config.database.url, load_keys(config.database.keys), zone=config.hall.zone)
    )
    address, keys = config.database.documents, config.database.keys
    display = Display(
        config,
        store,
        store.feed,
        registry or qt_registry(),
        calendar_of=lambda uow: working_calendar(cast("SqlUnitOfWork", uow)),  # the store is ours, and so its units
        documents=LateDocuments(lambda: FileDocuments(address, load_keys(keys))) if address else None,
    )
    return display, store


def show(app: QApplication, display: Display, config: MachineConfig) -> None:
    """Put the window on the screen, and keep it there."""
    view = display.app.view
    view.setWindowTitle(config.hall.hall_name)
    if config.display.fullscreen:
        view.setCursor(Qt.CursorShape.BlankCursor)
        ScreenKeeper(app, view, config.display.screen).fill()
    else:
        view.resize(config.display.width, config.display.height)
        view.show()


def main(argv: list[str] | None = None, page: StartPage | None = None) -> int:
    """Run a display until it is closed."""
    parser = argparse.ArgumentParser(prog="display_app", description="大厅屏、窗口屏 / main board, window screen")
    parser.add_argument("--config", type=Path, required=True, help="machine.toml of this station")
    parser.add_argument("--trace-paint", type=Path, help="write down each painting to this file, for benchmarks")
    options = parser.parse_args(argv)
    try:
        config = load(options.config)
        logging.basicConfig(
            level=logging.INFO,
            format="%(asctime)s %(levelname)s %(name)s: %(message)s",
            filename=config.station.log_file or None,
        )
        sys.setswitchinterval(SWITCH_SECONDS)
        app = application()
        app.setApplicationDisplayName(config.hall.hall_name)
        theme.install(app)
        translations = Translations("display")
        translations.use(config.station.language)
        display, store = build(config)
    except HallError as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 2
    termination = Termination(app)
    life = LifeSign(app)
    cycles = CycleCollector(app)
    trace = None
    if options.trace_paint is not None:
        trace = PaintTrace(options.trace_paint, display.describe)
        display.app.view.painted.connect(trace.painted)
    if config.demo.control_port is not None:
        hand = RemoteHand(config.demo.control_port, display.describe, display.app)
        hand.listen()
        print(f'{{"remote_hand": {hand.port}}}', flush=True)
    show(app, display, config)
    display.start()
    # What the program consists of lives as long as it does: no collection looks through it while a call waits.
    gc.collect()
    gc.freeze()
    if page is not None:
        page.leave()
    code = app.exec()
    cycles.close()
    display.close()
    store.close()
    if trace is not None:
        trace.close()
    del termination, translations, life
    return code
