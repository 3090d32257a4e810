"""A board through thirty days in minutes (三十天浸泡): calls, recalls, pauses, nights; its memory must stay flat.

``python -m benchmarks.board_soak [--days 30] [--calls 300]``: board, announcer, feed, database are the real ones,
painting off-screen; only the hall's clock is the simulation's. After each day the process is measured; the last
days are held against those after the warm-up.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from db.crypto import new_keys
from db.engine import connect
from db.sample import seed_sample
from db.schema import upgrade
from db.store import DEFAULT_ZONE, SqlStore, open_store
from devices.core.registry import default_registry
from display_app.desk import CALLS_READ
from display_app.main import Display
from hall.business_calendar.calendar import OpeningState
from hall.identity import Actor, citizen_at, system_at
from hall.profile import HallProfile
from hall.queueing.calling import call_next, finish_service, recall, start_service
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.staffing.service import pause_window, resume_window, sign_in, sign_out
from hall.staffing.window import Post
from qt_common import theme
from qt_common.machine_config import MachineConfig

DAYS, CALLS = 30, 300
GROWTH = 0.05  # of the memory after the warm-up
SLACK = 7  # handles: connections of the pool that were not needed before; one lost a day would be twice as many
MOST_PIXMAPS = 200
WARM_UP, COMPARED = 0.3, 0.2  # of the days
OPENS_AT, DAY = 9, timedelta(hours=8)
SIZE = QSize(1920, 1080)
LONGEST = 30.0
WINDOW, CLERK, ITEM = 3, "1027", "SX002"
PROFILE = HallProfile(name="soak", hall_name="测试大厅")
OPEN = OpeningState(True, "正在办公")
KIOSK = citizen_at("kiosk-1")


@dataclass(frozen=True, slots=True)
class Measured:
    """The process at the end of a day: memory in KiB, and what is counted in it."""

    rss: int
    objects: int
    threads: int
    handles: int
    pixmaps: int


@dataclass(frozen=True, slots=True)
class Soaked:
    """The days one by one."""

    days: tuple[Measured, ...]
    calls: int
    seconds: float

    def growth(self, of: Callable[[Measured], int]) -> float:
        """How much larger the last days are than the first after the warm-up, as a share."""
        early, late = self._means(of)
        return late / early - 1

    def _means(self, of: Callable[[Measured], int]) -> tuple[float, float]:
        few = max(int(len(self.days) * COMPARED), 1)
        begin = int(len(self.days) * WARM_UP)
        early, late = self.days[begin : begin + few], self.days[-few:]
        return statistics.mean(map(of, early)), statistics.mean(map(of, late))

    @property
    def problems(self) -> Sequence[str]:
        """What grew; empty when all is flat."""
        growths = {"memory": self.growth(lambda day: day.rss), "objects": self.growth(lambda day: day.objects)}
        grown = [f"{name} {growth:+.1%}" for name, growth in growths.items() if growth > GROWTH]
        counts = {"threads": self._means(lambda day: day.threads), "handles": self._means(lambda day: day.handles)}
        grown += [f"{late - early:+.0f} {name}" for name, (early, late) in counts.items() if late - early > SLACK]
        most = max(day.pixmaps for day in self.days)
        return grown if most <= MOST_PIXMAPS else [*grown, f"{most} pixmaps"]


class _NoPasswords:
    """Hashing is not what is measured."""

    def hash(self, password: str) -> str:
        return password

    def matches(self, password_hash: str, password: str) -> bool:
        return True


class Hall:
    """The hall behind the board; its time is set by the simulation."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2025, 3, 3, OPENS_AT, tzinfo=DEFAULT_ZONE)
        url, keys = f"sqlite:///{folder / 'hall.db'}", new_keys()
        database = connect(url)
        upgrade(database)
        database.engine.dispose()
        self.store: SqlStore = open_store(url, keys, clock=lambda: self.now)
        seed_sample(self.store, _NoPasswords(), by=system_at("soak"))
        self._clerk: Actor | None = None

    def begin_day(self) -> None:
        """The clerk signs in."""
        with self.store.begin() as uow:
            signed = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=_NoPasswords(), station="counter-3")
            uow.commit()
        self._clerk = signed.actor

    def call(self, *, twice: bool) -> str:
        """Take a number and call it, once more when nobody comes; the label."""
        by = self._signed_in
        with self.store.begin() as uow:
            ticket = issue_ticket(uow, TicketRequest(ITEM, OPEN), by=KIOSK, profile=PROFILE).ticket
            confirm_ticket(uow, ticket.id, by=KIOSK)
            uow.commit()
        with self.store.begin() as uow:
            call_next(uow, WINDOW, by=by, profile=PROFILE)
            uow.commit()
        if twice:
            with self.store.begin() as uow:
                recall(uow, WINDOW, by=by)
                uow.commit()
        return ticket.label

    def finish(self, *, pause: bool) -> None:
        """End the service; the clerk is away for a moment."""
        by = self._signed_in
        with self.store.begin() as uow:
            start_service(uow, WINDOW, by=by)
            finish_service(uow, WINDOW, by=by)
            if pause:
                back = uow.now + timedelta(minutes=20)
                pause_window(uow, WINDOW, reason="送审材料", whereabouts="区人社局", back_at=back, by=by)
                resume_window(uow, WINDOW, by=by)
            uow.commit()

    def end_day(self) -> None:
        """The clerk goes home; the next thing that happens is tomorrow."""
        with self.store.begin() as uow:
            sign_out(uow, WINDOW, by=self._signed_in)
            uow.commit()
        self.now = (self.now + timedelta(days=1)).replace(hour=OPENS_AT, minute=0, second=0, microsecond=0)

    @property
    def _signed_in(self) -> Actor:
        if self._clerk is None:
            raise RuntimeError("nobody has signed in")
        return self._clerk


def soak(app: QApplication, folder: Path, *, days: int = DAYS, calls: int = CALLS) -> Soaked:
    """Drive a board through ``days`` days of ``calls`` calls.

    Raises:
        TimeoutError: a call was never on the board.
    """
    began = time.monotonic()
    hall = Hall(folder)
    display = Display(_configuration(), hall.store, hall.store.feed, default_registry(), hold_ms=0)
    view = display.app.view
    view.resize(SIZE)
    view.show()
    display.start()
    measured = []
    try:
        for _ in range(days):
            hall.begin_day()
            for number in range(calls):
                hall.now += DAY / calls
                label = hall.call(twice=number % 7 == 3)
                _until(app, partial(_shows, display, label, number + 1))
                hall.finish(pause=number % 50 == 20)
            hall.end_day()
            measured.append(_measure(display))
    finally:
        display.close()
        hall.store.close()
    return Soaked(tuple(measured), days * calls, time.monotonic() - began)


def _configuration() -> MachineConfig:
    return MachineConfig.model_validate(
        {
            "station": {"name": "board-1", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "display": {"kind": "main"},
        }
    )


def _shows(display: Display, label: str, calls: int) -> bool:
    """The newest call is on the board, and nothing of yesterday."""
    board = display.app.model.scene.board
    return board is not None and len(board.calls) == min(calls, CALLS_READ) and board.calls[0].label == label


def _until(app: QApplication, true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError("the board does not follow")
        app.processEvents()
        time.sleep(0.0005)


def _measure(display: Display) -> Measured:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Measured(
        rss=pages * os.sysconf("SC_PAGE_SIZE") // 1024,
        objects=len(gc.get_objects()),
        threads=threading.active_count(),
        handles=sum(1 for _ in Path("/proc/self/fd").iterdir()),
        pixmaps=display.app.view.kept_drawings,
    )


def main() -> int:
    """Run, print each day and what grew; 0 when all is flat."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.board_soak")
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--calls", type=int, default=CALLS, help="calls a day")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme.install(app)
    with tempfile.TemporaryDirectory(prefix="hallsuite-soak-") as name:
        soaked = soak(app, Path(name), days=options.days, calls=options.calls)
    document = {
        "calls": soaked.calls,
        "seconds": round(soaked.seconds, 1),
        "memory_growth": round(soaked.growth(lambda day: day.rss), 4),
        "first": asdict(soaked.days[0]),
        "last": asdict(soaked.days[-1]),
        "problems": list(soaked.problems),
    }
    print(json.dumps(document, ensure_ascii=False))
    return 1 if soaked.problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
