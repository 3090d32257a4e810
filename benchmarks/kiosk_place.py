"""A whole kiosk off-screen, its devices programs on the wire, the hall another process, and somebody who presses.

The database's clock stands where it is put; what the kiosk itself counts in seconds is ticked by hand.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks import database
from benchmarks.kiosk_window import ITEM, START, AnyPassword, Window, window
from benchmarks.programs import ROOT, speaking
from db.crypto import save_keys
from db.holidays import working_calendar
from db.store import SqlStore, open_store
from db.unit_of_work import SqlUnitOfWork
from devices.sim.control import ControlClient
from hall.errors import Unavailable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk_app.kiosk import Kiosk
from qt_common import theme
from qt_common.cycle_collector import CycleCollector
from qt_common.machine_config import load
from qt_common.qt_drivers import qt_registry
from qt_common.translation import Translations

__all__ = ["DEPARTMENT", "ITEM", "LANDSCAPE", "PORTRAIT", "Place", "kiosk_place"]
DEPARTMENT = "qscjdglj"
LONGEST = 30.0
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
DEVICES = ("ticket_printer", "id_card_reader", "code_scanner", "voice")
CONFIG = """
[station]
name = "kiosk-1"
floor_map = "{plan}"
[database]
url = "{url}"
keys = "{keys}"
[devices]
ticket_printer = "{ticket_printer}?profile=80mm"
id_card_reader = "{id_card_reader}"
code_scanner = "nls+{code_scanner}?mode=auto"
voice = "{voice}"
[kiosk]
fullscreen = false
staff_pin_hash = "any"
[profile_overrides.hours]
every_day = true
sessions = [{{ opens = 00:00:00, closes = 23:59:59.999999 }}]
"""


class Line:
    """The kiosk's way to the database, which can be cut."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.is_cut = False

    def begin(self) -> SqlUnitOfWork:
        """As the store's."""
        return self._reached().begin()

    def reading(self) -> SqlUnitOfWork:
        """As the store's."""
        return self._reached().reading()

    def _reached(self) -> SqlStore:
        if self.is_cut:
            raise Unavailable("the line to the database is cut")
        return self._store


class Place:
    """A kiosk and a person in front of it.

    Attributes:
        devices: the control of each device's simulator, by kind.
        line: to the database.
        seconds: since the beginning of the day, for the database's clock.
    """

    def __init__(
        self, app: QApplication, kiosk: Kiosk, line: Line, devices: dict[str, ControlClient], hall: Window
    ) -> None:
        self.app, self.kiosk, self.line, self.devices = app, kiosk, line, devices
        self.seconds = 0.0
        self._hall = hall

    def now(self) -> datetime:
        """The database's clock."""
        return START + timedelta(seconds=self.seconds)

    def do(self, device: str, what: str, **arguments: object) -> None:
        """To a device's simulator: lay a card, break the printer."""
        self.devices[device].do(what, **arguments)

    def condition(self, device: str, *wanted: str) -> None:
        """Wait until the kiosk sees the device so."""
        self.until(lambda: self.kiosk.describe()["devices"][device] in wanted, f"{device} {wanted}")

    def scan(self, text: str) -> None:
        """Hold a code under the scanner until the page changes."""
        self.until(lambda: self.kiosk.describe()["scanner"] == "waiting", "the scanner")
        held = float("-inf")

        def taken() -> bool:
            nonlocal held
            if self.kiosk.describe()["screen"] != "identify":
                return True
            if time.monotonic() - held > 0.5:
                held = time.monotonic()
                self.do("code_scanner", "scan", text=text)
            return False

        self.until(taken, "the code")

    def keys(self, text: str) -> None:
        """On the kiosk's own pad."""
        for key in text:
            self.press(f"key_{key}")

    def pass_seconds(self, count: int) -> None:
        """The kiosk's own seconds."""
        for _ in range(count):
            self.kiosk.tick()

    def book(self, code: str, id_number: str) -> None:
        """Somebody booked an appointment for now."""
        self._hall.book(code, id_number, self.seconds)

    def button(self, name: str) -> QPushButton | None:
        """A visible, enabled button."""
        found = self.kiosk.window.findChildren(QPushButton, name)
        return next((b for b in found if b.isVisible() and b.isEnabled()), None)

    def press(self, name: str) -> None:
        """Press it as soon as it is there."""
        self.until(lambda: self.button(name) is not None, name)
        found = self.button(name)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def arrives(self, screen: str, **more: object) -> None:
        """Wait for a page."""

        def there() -> bool:
            state = self.kiosk.describe()
            return state["screen"] == screen and all(state[key] == value for key, value in more.items())

        self.until(there, screen)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Run the event loop until it holds.

        Raises:
            TimeoutError: it does not come to hold.
        """
        pulse = QTimer()
        pulse.start(10)
        deadline = time.monotonic() + LONGEST
        while not condition():
            self.turn()
            if time.monotonic() > deadline:
                raise TimeoutError(f"waiting for {what}: {self.kiosk.describe()}")

    def turn(self) -> None:
        """One turn of the event loop; outside of ``exec`` Qt deletes what was to be deleted only when told to."""
        self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def rest(self, seconds: float) -> None:
        """Let the event loop run so long."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, "the end of a rest")

    def serve_all(self) -> None:
        """The window calls and finishes whoever waits, as the hall does meanwhile."""
        self._hall.serve_all(self.seconds)


@contextmanager
def kiosk_place() -> Iterator[Place]:
    """Start everything, and end it."""
    made = QApplication.instance() or QApplication(["bench"])
    assert isinstance(made, QApplication)
    theme.install(made, sheet=False)
    with ExitStack() as stack:
        url, keys, folder = stack.enter_context(database.sqlite())
        save_keys(keys, folder / "kiosk-keys.toml")
        simulators = {kind: stack.enter_context(_simulator(kind, folder / kind)) for kind in DEVICES}
        config = folder / "kiosk.toml"
        text = CONFIG.format(
            plan=ROOT / "db" / "sample" / "floor_map.toml",
            url=url,
            keys=folder / "kiosk-keys.toml",
            **{kind: simulator["url"] for kind, simulator in simulators.items()},
        )
        config.write_text(text, encoding="utf-8")
        hall = stack.enter_context(window(config))
        holder: list[Place] = []
        store = open_store(url, keys, clock=lambda: holder[0].now() if holder else START)
        stack.callback(store.close)
        line = Line(store)
        kiosk = Kiosk(
            load(config),
            line,
            store.feed,
            registry=qt_registry(),
            calendar_of=lambda unit: working_calendar(unit),  # type: ignore[arg-type]
            hasher=AnyPassword(),
            use_language=Translations("kiosk").use,
            quit_app=lambda: None,
            paper_notes=folder / "papers.json",
            told_notes=folder / "told.json",
            volume=folder / "volume.txt",
            pin_tries=folder / "pin.json",
            roll=folder / "roll.txt",
            catalogue=folder / "catalogue.json",
        )
        stack.callback(kiosk.close)
        controls = {kind: ControlClient(str(simulators[kind].get("control"))) for kind in DEVICES}
        cycles = CycleCollector(made)
        stack.callback(cycles.close)
        place = Place(made, kiosk, line, controls, hall)
        holder.append(place)
        kiosk.window.resize(*PORTRAIT)
        kiosk.window.show()
        kiosk.start(pulse=False)
        place.until(lambda: bool(kiosk.describe()["open"]), "the hall")
        for kind in DEVICES:
            place.condition(kind, "ready", "limited")
        yield place


@contextmanager
def _simulator(kind: str, folder: Path) -> Iterator[dict[str, Any]]:
    # A printer that is given a folder draws every paper there; only the voice needs one.
    folders = ["--dir", str(folder)] if kind == "voice" else []
    with speaking("devices.sim", kind, *folders) as (_, first):
        ready: dict[str, Any] = json.loads(first)
        yield ready
