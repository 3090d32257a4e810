"""The devices of a window on simulated wires: the ticket's bytes, its way to the printer, probes, frames."""

from __future__ import annotations

import logging
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from benchmarks.result import Result
from db.crypto import Keys
from db.holidays import working_calendar
from db.store import open_store
from devices.core.driver import Driver
from devices.core.registry import default_registry
from devices.core.supervisor import DeviceSupervisor, Timings
from devices.document_camera.drivers import DRIVERS as CAMERAS
from devices.sim.camera import SimCamera
from devices.sim.camera_scene import Scene
from devices.sim.host import SimHost
from devices.sim.printer import PrinterSim
from devices.sim.wires import TcpWire
from devices.ticket_printer.encoding import JobEncoder
from devices.ticket_printer.escpos_library import load_encoder
from devices.ticket_printer.interface import PrintJob, Text, TicketPrinter
from devices.ticket_printer.profile import Profile
from hall.identity import Holder, HolderKind, citizen_at
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

MOST_BYTES = 12 * 1024
TOUCH_SECONDS = 0.080
TOUCHES = 100
PRINTS = 60
# A print may come in the middle of a probe, whose four questions it then waits for: no more than that.
PROBES_EVERY = 0.01
FRAMES_PER_SECOND = 25
STALLS = 10
JOB_BEGINS = b"\x1b@"
ITEM = "SX002"
PROFILE = HallProfile(name="bench", hall_name="祥符区政务服务中心")
MONDAY = datetime(2025, 3, 3, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))


class _Paper(PrinterSim):
    """Notes when the first byte of each job is there."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[float] = []

    def receive(self, data: bytes) -> bytes:
        if JOB_BEGINS in data:
            self.begun.append(time.perf_counter())
        return super().receive(data)


def touch_to_first_byte(url: str, keys: Keys, folder: Path) -> Result:
    """p99 of the kiosk's own path, touch → ask the printer → issue → encode → the printer's wire, in seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from kiosk_app.desk import KioskDesk
    from kiosk_app.issuing import Issuing, Phase
    from kiosk_app.paper_notes import PaperNotes
    from kiosk_app.ticket_printing import BridgedPrinter
    from qt_common.device_bridge import DeviceBridge
    from qt_common.runner import Runner
    from qt_common.ticket_paper import load_layout

    app = QCoreApplication.instance() or QApplication([])
    began = time.monotonic()
    store = open_store(url, keys, clock=lambda: MONDAY + timedelta(seconds=time.monotonic() - began))
    bridge: DeviceBridge[TicketPrinter] = DeviceBridge("ticket_printer")
    runner, times, note = Runner(), list[float](), ""
    with _quiet(), SimHost(paper := _Paper(), TcpWire()) as host:
        driver = default_registry().make_driver("ticket_printer", host.url)
        bridge.attach(DeviceSupervisor("ticket_printer", driver, on_status=bridge.on_status))  # type: ignore[arg-type]
        _turn(app, lambda: bridge.status is not None and bridge.status.is_ready)
        desk = KioskDesk(store, lambda uow: working_calendar(uow), PROFILE, "kiosk-1")  # type: ignore[arg-type]
        printer = BridgedPrinter(bridge, PROFILE, "kiosk-1", lambda: MONDAY, layout=load_layout(None))
        notes = PaperNotes(folder / "papers.json")
        issuing = Issuing(desk, runner, printer, confirm_seconds=60, clock=time.monotonic, notes=notes)
        for number in range(TOUCHES + 3):
            touched = time.perf_counter()
            issuing.start(ITEM, Holder(HolderKind.ID_CARD, name="王建国", id_number=f"41021119800101{number:04}"))
            _turn(
                app, lambda: issuing.state.phase in (Phase.PAPER, Phase.REFUSED, Phase.NO_PRINTER, Phase.REMEMBER)
            )
            if issuing.state.phase is not Phase.PAPER:
                note = f"no paper: {issuing.state.phase} {issuing.state.trouble}"
                break
            if number >= 3:  # the first ones warm up
                times.append(paper.begun[-1] - touched)
        bridge.close()
    runner.close()
    store.close()
    return Result(_p99(times) if times else TOUCH_SECONDS * 100, TOUCH_SECONDS, 1.0, note=note)


def ticket_bytes(url: str, keys: Keys, _folder: Path) -> Result:
    """Bytes of a whole ticket with a person, priority and QR code, as text."""
    from qt_common.ticket_paper import ticket_job

    job = ticket_job(_issued(url, keys), PROFILE)
    data = JobEncoder(Profile(), load_encoder(Profile().width_dots)).encode(job)
    return Result(len(data), MOST_BYTES, 1.0)


def print_start_under_probes() -> Result:
    """p99 from submitting a ticket to its first byte, probed all the time, against never and one probe more."""
    job = PrintJob((Text("A001"),))
    found = {}
    probe = 0.0
    with _quiet():
        for every in (3600.0, PROBES_EVERY):
            with SimHost(paper := _Paper(), TcpWire()) as host:
                driver = default_registry().make_driver("ticket_printer", host.url)
                supervisor = DeviceSupervisor("ticket_printer", driver, timings=Timings(probe_every=every))
                supervisor.start()
                supervisor.wait_for(lambda status: status.is_ready, 10)
                times = []
                for number in range(PRINTS + 5):
                    time.sleep(PROBES_EVERY * (number % 7) / 7)  # in every phase of the probing
                    asked = time.perf_counter()
                    supervisor.run(lambda printer: printer.print(job), timeout=20)  # type: ignore[attr-defined]
                    if number >= 5:
                        times.append(paper.begun[-1] - asked)
                found[every] = _p99(times)
                if every == 3600.0:
                    probe = max(_probe_seconds(supervisor) for _ in range(20))
                supervisor.stop()
    return Result(found[PROBES_EVERY], found[3600.0] + probe, 1.0)


def frame_age_after_stall() -> Result:
    """Longest age of the frame one gets after nobody asked for one for a while, in seconds, against one frame."""
    ages = []
    with _quiet():
        sim = SimCamera(fps=FRAMES_PER_SECOND, scene=Scene(width=640, height=480, paper="form"))
        sim.start()
        camera = CAMERAS["mjpeg+http"](sim.url)
        camera.open()
        camera.latest()
        for _ in range(STALLS):
            time.sleep(0.5)
            asked = time.monotonic()
            ages.append(asked - camera.latest().at)
        camera.close()
        sim.stop()
    return Result(max(ages), 1 / FRAMES_PER_SECOND, 1.0)


def _issued(url: str, keys: Keys) -> IssuedTicket:
    from hall.business_calendar.calendar import OpeningState
    from hall.queueing.issue import TicketRequest, issue_ticket

    store = open_store(url, keys, clock=lambda: MONDAY)
    holder = Holder(HolderKind.ID_CARD, name="欧阳建国", id_number="41021119800101123X")
    with store.begin() as uow:
        request = TicketRequest(ITEM, OpeningState(True, "正在办公"), holder)
        issued = issue_ticket(uow, request, by=citizen_at("kiosk-1"), profile=PROFILE)
        uow.commit()
    store.close()
    return replace(issued, people_ahead=128)


def _turn(app: QCoreApplication, until: Callable[[], bool], seconds: float = 20.0) -> None:
    """Run the event loop, which sleeps between events as the kiosk's does."""
    from PySide6.QtCore import QEventLoop, QTimer

    pulse = QTimer()
    pulse.start(20)
    deadline = time.monotonic() + seconds
    while not until():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise TimeoutError("the kiosk does not go on")


def _probe_seconds(supervisor: DeviceSupervisor[Driver]) -> float:
    start = time.perf_counter()
    supervisor.run(lambda printer: printer.probe(), timeout=20)
    return time.perf_counter() - start


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[98]


@contextmanager
def _quiet() -> Iterator[None]:
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
