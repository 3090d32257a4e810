"""Starts a kiosk (抽号机): ``python -m kiosk_app --config machine.toml``. The only place that builds objects.

First the window with the home page, from what an earlier run knew; behind it, on a thread, everything else is
loaded and the configuration is checked; then the rest of the kiosk joins. What this module imports is imported
before the home page; the rest is `kiosk_app.rest`.
"""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from hall.errors import HallError
from kiosk_app.front import Front
from kiosk_app.front_facts import FrontFacts, FrontFile
from kiosk_app.lockdown import Lockdown
from qt_common import theme
from qt_common.courtesy import Courtesy
from qt_common.cycle_collector import CycleCollector
from qt_common.life_sign import LifeSign
from qt_common.quick_start import FirstPaint, StartPage, StartTrace, application
from qt_common.single_instance import AlreadyRunning, only_one
from qt_common.state_folder import state_folder
from qt_common.termination import Termination
from qt_common.translation import Translations

if TYPE_CHECKING:
    from db.late_store import LateStore
    from hall.catalogue.item import Department
    from kiosk_app.kiosk import Kiosk
    from kiosk_app.lobby_watch import LobbyState
    from kiosk_app.rest import Loaded
    from qt_common.remote_hand import RemoteHand
    from qt_common.runner import Runner

log = logging.getLogger(__name__)

PORTRAIT = (1080, 1920)
BREATH_MS = 100  # between the home page and the rest: who touches at once shares the interpreter with nobody


def show(front: Front, lockdown: Lockdown) -> None:
    """Put the window on the screen; over the whole of it there is no way past it."""
    if front.facts.fullscreen:
        lockdown.engage(front.window)
        return
    width, height = PORTRAIT if front.facts.orientation == "portrait" else PORTRAIT[::-1]
    front.window.resize(width, height)
    front.window.show()


class Program(QObject):
    """From the home page to the end; lives in the UI thread.

    Args:
        file: the station's configuration.
        state: folder for what this machine keeps across a restart.
        page: stands until the home page is there; None for nobody who waits.
    """

    def __init__(
        self, app: QApplication, file: Path, state: Path, lockdown: Lockdown, page: StartPage | None
    ) -> None:
        super().__init__()
        self._app, self._file, self._state, self._lockdown, self._page = app, file, state, lockdown, page
        self._trace = page.trace if page is not None else StartTrace(None)
        self._language = Translations("kiosk")
        self._loader: Runner | None = None
        self._kept = FrontFile(state, file)
        self._on_disk: FrontFacts | None = None
        self._front: Front | None = None
        self._courtesy: Courtesy | None = None
        self._loaded: Loaded | None = None
        self._running: tuple[Kiosk, LateStore] | None = None
        self._hand: RemoteHand | None = None
        self._termination: Termination | None = None

    def begin(self) -> None:
        """The home page at once when an earlier run knew all that it shows; else once the rest is loaded."""
        known = self._on_disk = self._kept.load()
        if known is None:
            self._load()
        else:
            self._stand(known, self._load)

    def close(self) -> None:
        """End everything."""
        if self._loader is not None:
            self._loader.close()
        if self._running is not None:
            kiosk, store = self._running
            kiosk.close()
            store.close()

    def _stand(self, facts: FrontFacts, then: Callable[[], None]) -> None:
        self._app.setApplicationDisplayName(facts.hall_name)
        front = Front(facts, use_language=self._language.use, quit_app=self._lockdown.leave)
        self._front = front

        def painted() -> None:
            self._trace.note("first_paint")
            self._trace.note("home")
            front.window.watch_touches(self._app)  # only now: it sees every event of the app
            if self._page is not None:
                self._page.leave()
                self._page = None
            QTimer.singleShot(BREATH_MS, self, goes_on)

        def goes_on() -> None:
            self._termination = Termination(self._app, self._lockdown.leave)
            then()

        FirstPaint(front.window, painted)
        show(front, self._lockdown)

    def _load(self) -> None:
        from qt_common.runner import Runner  # late: the home page needs no thread

        self._loader = Runner("start", self)
        courtesy = self._courtesy = Courtesy(self._app)

        def load() -> Loaded:
            # What a first touch needs comes first, and waits for nobody.
            import kiosk_app.screens.departments.view
            import kiosk_app.screens.wait.view  # noqa: F401

            with courtesy.held_by():
                from kiosk_app.rest import load_rest

                return load_rest(self._file)

        self._loader.run(load, self._join, self._fail)

    def _join(self, loaded: Loaded) -> None:
        self._loaded = loaded
        if self._courtesy is not None:
            self._courtesy.deleteLater()
            self._courtesy = None
        if self._front is None:
            self._stand(loaded.facts, self._complete)
        else:
            self._complete()

    def _complete(self) -> None:
        from kiosk_app.rest import build_rest

        assert self._loaded is not None and self._front is not None
        try:
            self._running = kiosk, _ = build_rest(
                self._loaded,
                self._front,
                use_language=self._language.use,
                quit_app=self._lockdown.leave,
                state=self._state,
            )
        except Exception as error:  # noqa: BLE001 - edge of the program: it ends, and says why
            self._fail(error)
            return
        if (port := self._loaded.config.demo.control_port) is not None:
            from qt_common.remote_hand import RemoteHand

            self._hand = RemoteHand(port, kiosk.describe, kiosk)
            self._hand.listen()
            print(f'{{"remote_hand": {self._hand.port}}}', flush=True)
        kiosk.watch.changed.connect(self._on_lobby)
        self._keep(self._front.facts.departments)
        kiosk.start()
        gc.freeze()  # what is loaded by now stays: to look through it for cycles would hold a touch up
        self._trace.note("joined")

    def _fail(self, error: Exception) -> None:
        from devices.core.errors import AddressError

        if isinstance(error, (HallError, AddressError)):
            print(error.message, file=sys.stderr)
            log.error("%s", error)
            self._app.exit(2)
        else:
            log.critical("the kiosk can't be built", exc_info=error)
            self._app.exit(1)

    @Slot(object)
    def _on_lobby(self, known: LobbyState) -> None:
        if known.online and known.lobby is not None:
            QTimer.singleShot(0, lambda: self._trace.note("hall_known"))  # once what it changed is painted
        if known.catalogue.items:
            self._keep(known.catalogue.departments)

    def _keep(self, departments: tuple[Department, ...]) -> None:
        """For the next start, when it differs from what this one found."""
        assert self._loaded is not None and self._loader is not None
        facts, made_from = replace(self._loaded.facts, departments=departments), self._loaded.made_from
        if facts != self._on_disk:
            self._on_disk = facts
            self._loader.run(lambda: self._kept.keep(facts, made_from), self._after_keeping, self._fail)

    def _after_keeping(self, _: None) -> None:
        if self._on_disk is not None and self._on_disk.departments:
            self._trace.note("kept")


def main(argv: list[str] | None = None, page: StartPage | None = None) -> int:
    """Run a kiosk until it is closed; 2 when its configuration can't be used, 3 when it runs already."""
    parser = argparse.ArgumentParser(prog="kiosk_app", description="抽号机 / ticket kiosk")
    parser.add_argument("--config", type=Path, required=True, help="machine.toml of this station")
    options = parser.parse_args(argv)
    app = application()
    cycles = CycleCollector(app)
    theme.install(app, sheet=False)
    state = state_folder()
    try:
        lock = only_one(state, "kiosk", options.config)
    except AlreadyRunning as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 3
    lockdown = Lockdown(app)
    program = Program(app, options.config, state, lockdown, page)
    life = LifeSign(app)
    program.begin()
    code = app.exec()
    cycles.close()
    program.close()
    del life, lock
    return code
