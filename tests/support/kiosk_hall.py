"""A whole kiosk on a real database, with the printer and the card reader simulated on the wire."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.holidays import working_calendar
from db.store import SqlStore
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.sam_v import SimSamV
from devices.sim.scanner import SimScanner
from devices.sim.wires import TcpWire
from hall.appointments.appointment import Appointment, Channel
from hall.appointments.booking import BookingRequest, book
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import ServiceItem
from hall.identity import Actor, Holder, Role
from hall.queueing.ticket import Ticket, TicketState
from kiosk_app.kiosk import Kiosk
from qt_common import theme
from qt_common.machine_config import MachineConfig
from qt_common.qt_drivers import qt_registry
from tests.support.journal_records import records_of
from tests.support.sample_hall import FOOD, PROFILE, PlainHasher, fill, open_window
from tests.support.stores import ZONE, OpenStore, make_sqlite
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

MONDAY = datetime(2025, 3, 3, 9, 41, tzinfo=ZONE)
TEN = MONDAY.replace(hour=10, minute=0)
WAIT_MS = 20_000
WORKS = ("ready", "limited")
PLATFORM = Actor("online", frozenset({Role.SYSTEM}), "platform")


class HallClock:
    """The database's clock, set by the test."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)

    def monotonic(self) -> float:
        """The kiosk's own clock, which goes with it."""
        return time.monotonic() + (self.now - MONDAY).total_seconds()


class Visitor:
    """Whoever stands in front of the kiosk: presses what is visible, reads what is shown."""

    def __init__(
        self,
        kiosk: Kiosk,
        qtbot: QtBot,
        printer: SimHost,
        reader: SimHost,
        scanner: SimHost,
        store: SqlStore,
        clock: HallClock,
    ) -> None:
        self.kiosk, self.store, self.clock = kiosk, store, clock
        self.printer, self.reader, self.scanner = printer, reader, scanner
        self._qtbot = qtbot

    def press(self, name: str) -> None:
        """Press a button as soon as it is painted."""
        self.until(lambda: self.shows(name))
        self._qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QPushButton:
        for found in self.kiosk.window.findChildren(QPushButton, name):
            if found.isVisible():
                return found
        raise AssertionError(f"{name} is not on the screen {self.screen}")

    def shows(self, name: str) -> bool:
        return any(w.isVisible() for w in self.kiosk.window.findChildren(QPushButton, name))

    def read(self, name: str) -> str:
        found = [w.text() for w in self.kiosk.window.findChildren(QLabel, name) if w.isVisible()]
        assert found, f"no visible label {name} on the screen {self.screen}"
        return found[0]

    def reads(self, name: str, text: str) -> None:
        """Wait until the label says ``text``."""

        def says() -> None:
            assert self.read(name) == text

        self._qtbot.waitUntil(says, timeout=WAIT_MS)

    @property
    def screen(self) -> str:
        return str(self.kiosk.describe()["screen"])

    def arrives(self, screen: str, **more: object) -> None:
        """Wait until the kiosk shows ``screen`` with these facts."""
        wanted = {"screen": screen, **more}

        def there() -> None:
            state = self.kiosk.describe()
            assert {key: state[key] for key in wanted} == wanted

        self._qtbot.waitUntil(there, timeout=WAIT_MS)

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=WAIT_MS)

    def pick(self, department: str = "scjg", item: str = "SX002") -> None:
        """From home to the materials of an item."""
        self.press("door_take_number")
        self.press(f"department_{department}")
        self.press(f"item_{item}")
        self.arrives("materials")

    def scans(self, text: str, until: Callable[[], bool]) -> None:
        """Hold a code under the scanner's window, again and again, until something comes of it."""

        def shown() -> bool:
            if until():
                return True
            self.scanner.command("scan", {"text": text})
            return False

        self.until(shown)

    def types(self, keys: str) -> None:
        """On the kiosk's own pad."""
        for key in keys:
            self.press(f"key_{key}")

    def papers(self) -> list[dict[str, Any]]:
        return list(self.printer.command("paper")["papers"])

    def tickets(self, *states: TicketState) -> list[Ticket]:
        with self.store.reading() as uow:
            return list(uow.tickets.in_state(self.clock.now.date(), states or tuple(TicketState)))

    def journal(self) -> list[tuple[str, dict[str, Any]]]:
        return [(record.kind, dict(record.payload)) for record in records_of(self.store)]

    def time_passes(self, seconds: int) -> None:
        """For the database, and for the numbers that count down on the screen."""
        self.clock.forward(seconds=seconds)
        self.kiosk.tick()

    def seconds_pass(self, count: int) -> None:
        for _ in range(count):
            self.kiosk.tick()


@pytest.fixture
def clock() -> HallClock:
    return HallClock()


@pytest.fixture
def hall(tmp_path: Path, open_test_store: OpenStore, clock: HallClock) -> SqlStore:
    """A real SQLite database with the sample hall, window 3 open."""
    store = open_test_store(make_sqlite(tmp_path), clock=clock)
    fill(store)
    open_window(store, 3, "1027")
    return store


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[SimHost]:
    folder = tmp_path / "paper"
    folder.mkdir()
    with SimHost(PrinterSim(folder), TcpWire()) as host:
        yield host


@pytest.fixture
def reader() -> Iterator[SimHost]:
    with SimHost(SimSamV(), TcpWire()) as host:
        yield host


@pytest.fixture
def scanner() -> Iterator[SimHost]:
    with SimHost(SimScanner(), TcpWire()) as host:
        yield host


@pytest.fixture
def config(printer: SimHost, reader: SimHost, scanner: SimHost) -> MachineConfig:
    return MachineConfig.model_validate(
        {
            "station": {"name": "kiosk-1", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "devices": {
                "ticket_printer": f"{printer.url}?profile=80mm",
                "id_card_reader": reader.url,
                "code_scanner": f"nls+{scanner.url}?mode=auto",
            },
            "kiosk": {"staff_pin_hash": PlainHasher().hash("2580"), "fullscreen": False},
        }
    )


@pytest.fixture
def make_visitor(
    qtbot: QtBot,
    hall: SqlStore,
    clock: HallClock,
    printer: SimHost,
    reader: SimHost,
    scanner: SimHost,
    tmp_path: Path,
) -> Iterator[Callable[[MachineConfig], Visitor]]:
    """Build kiosks; their pulse is the test's own, so that no test waits for seconds."""
    built: list[Kiosk] = []

    def make(config: MachineConfig) -> Visitor:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.install(app)
        kiosk = Kiosk(
            config,
            hall,
            hall.feed,
            registry=qt_registry(),
            calendar_of=lambda uow: working_calendar(uow),  # type: ignore[arg-type]
            hasher=PlainHasher(),
            use_language=lambda _: None,
            quit_app=lambda: None,
            monotonic=clock.monotonic,
            paper_notes=tmp_path / "state" / "papers.json",
            pin_tries=tmp_path / "state" / "pin.json",
            roll=tmp_path / "state" / "roll.txt",
            catalogue=tmp_path / "state" / "catalogue.json",
        )
        built.append(kiosk)
        kiosk.window.resize(1080, 1920)
        kiosk.window.show()
        kiosk.start(pulse=False)
        visitor = Visitor(kiosk, qtbot, printer, reader, scanner, hall, clock)
        visitor.until(lambda: kiosk.watch.state.lobby is not None)
        for kind in ("ticket_printer", "id_card_reader", "code_scanner"):
            if kiosk.devices[kind].is_configured:
                visitor.until(lambda kind=kind: kiosk.describe()["devices"][kind] in WORKS)  # type: ignore[misc]
        return visitor

    yield make
    for kiosk in built:
        kiosk.close()
        kiosk.window.close()
        kiosk.window.deleteLater()


@pytest.fixture
def visitor(make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig) -> Visitor:
    return make_visitor(config)


def rename_item(store: SqlStore, code: str, name: str) -> None:
    """Change the catalogue as an import would."""
    with store.begin() as uow:
        items = tuple(replace(i, name=name) if i.code == code else i for i in uow.catalogue.items())
        uow.catalogue.replace(Catalogue(tuple(uow.catalogue.departments()), items))
        uow.commit()


def booked(store: SqlStore, person: Holder, *, at: datetime = TEN, item: ServiceItem = FOOD) -> Appointment:
    """An appointment made on the platform (网上预约)."""
    with store.begin() as uow:
        request = BookingRequest(item.code, at, Channel.ONLINE, person)
        made = book(uow, request, by=PLATFORM, profile=PROFILE, calendar=CALENDAR)
        uow.commit()
    return made
