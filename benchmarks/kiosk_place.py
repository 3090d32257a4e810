"""A whole kiosk off-screen, with its printer and card reader as programs on the wire, and somebody who presses.

The database's clock stands where it is put; what the kiosk itself counts in seconds is ticked by hand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks import database
from db.crypto import save_keys
from db.holidays import working_calendar
from db.store import SqlStore, open_store
from devices.sim.control import ControlClient
from hall.identity import Actor
from hall.profile import HallProfile
from hall.queueing.calling import call_next, finish_service, start_service
from hall.staffing.service import sign_in
from hall.staffing.window import Post

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk_app.kiosk import Kiosk
from qt_common import theme
from qt_common.machine_config import load
from qt_common.qt_drivers import qt_registry
from qt_common.translation import Translations

ROOT = Path(__file__).resolve().parents[1]
START = datetime(2025, 3, 3, 0, 0, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
DEPARTMENT, ITEM, WINDOW, CLERK = "qscjdglj", "SX002", 3, "1027"
LONGEST = 30.0
CONFIG = """
[station]
name = "kiosk-1"
floor_map = "{plan}"
[database]
url = "{url}"
keys = "{keys}"
[devices]
ticket_printer = "{printer}?profile=80mm"
id_card_reader = "{reader}"
[kiosk]
fullscreen = false
[profile_overrides.hours]
every_day = true
sessions = [{{ opens = 00:00:00, closes = 23:59:59.999999 }}]
"""


class _AnyPassword:
    def hash(self, password: str) -> str:
        return password

    def matches(self, password_hash: str, password: str) -> bool:
        return True


class Place:
    """A kiosk and a person in front of it."""

    def __init__(
        self,
        app: QApplication,
        kiosk: Kiosk,
        store: SqlStore,
        reader: ControlClient,
        clerk: Actor,
        profile: HallProfile,
    ) -> None:
        self.app, self.kiosk, self.store, self.reader = app, kiosk, store, reader
        self.seconds = 0.0
        self._clerk, self._profile = clerk, profile

    def now(self) -> datetime:
        """The database's clock."""
        return START + timedelta(seconds=self.seconds)

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

    def serve_all(self) -> None:
        """The window calls and finishes whoever waits, as the hall does meanwhile."""
        while True:
            with self.store.begin() as uow:
                call = call_next(uow, WINDOW, by=self._clerk, profile=self._profile)
                if call is None:
                    return
                start_service(uow, WINDOW, by=self._clerk)
                finish_service(uow, WINDOW, by=self._clerk)
                uow.commit()


@contextmanager
def kiosk_place() -> Iterator[Place]:
    """Start everything, and end it."""
    made = QApplication.instance() or QApplication(["bench"])
    assert isinstance(made, QApplication)
    theme.install(made)
    with ExitStack() as stack:
        url, keys, folder = stack.enter_context(database.sqlite())
        save_keys(keys, folder / "kiosk-keys.toml")
        printer = stack.enter_context(_simulator("ticket_printer"))
        reader = stack.enter_context(_simulator("id_card_reader"))
        config = folder / "kiosk.toml"
        plan = ROOT / "db" / "sample" / "floor_map.toml"
        text = CONFIG.format(
            plan=plan, url=url, keys=folder / "kiosk-keys.toml", printer=printer["url"], reader=reader["url"]
        )
        config.write_text(text, encoding="utf-8")
        holder: list[Place] = []
        store = open_store(url, keys, clock=lambda: holder[0].now() if holder else START)
        stack.callback(store.close)
        with store.begin() as uow:
            signed = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=_AnyPassword(), station="counter-3")
            uow.commit()
        settings = load(config)
        kiosk = Kiosk(
            settings,
            store,
            store.feed,
            registry=qt_registry(),
            calendar_of=lambda unit: working_calendar(unit),  # type: ignore[arg-type]
            hasher=_AnyPassword(),
            use_language=Translations("kiosk").use,
            quit_app=lambda: None,
            paper_notes=folder / "papers.json",
        )
        stack.callback(kiosk.close)
        place = Place(made, kiosk, store, ControlClient(str(reader["control"])), signed.actor, settings.hall)
        holder.append(place)
        kiosk.window.resize(1080, 1920)
        kiosk.window.show()
        kiosk.start(pulse=False)
        place.until(lambda: bool(kiosk.describe()["open"]), "the hall")
        for kind in ("ticket_printer", "id_card_reader"):
            place.until(lambda kind=kind: kiosk.describe()["devices"][kind] == "ready", kind)  # type: ignore[misc]
        yield place


@contextmanager
def _simulator(kind: str) -> Iterator[dict[str, Any]]:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "devices.sim", kind],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        ready: dict[str, Any] = json.loads(process.stdout.readline())
        yield ready
    finally:
        process.terminate()
        process.wait(30)
