"""The hall around a measured kiosk, in a process of its own: a window that serves, a platform that books.

What it holds in memory is not the kiosk's. It answers each line of JSON on its standard input with one line.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.programs import speaking
from db.crypto import load_keys
from db.store import SqlStore, open_store
from hall.appointments.appointment import Appointment, Channel
from hall.identity import Actor, Holder, HolderKind
from hall.profile import HallProfile
from hall.queueing.calling import call_next, finish_service, start_service
from hall.staffing.service import sign_in
from hall.staffing.window import Post
from qt_common.machine_config import load

START = datetime(2025, 3, 3, 0, 0, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
WINDOW, CLERK, ITEM = 3, "1027", "SX002"


class AnyPassword:
    """Hashing is not what is measured."""

    def hash(self, password: str) -> str:
        """The password itself."""
        return password

    def matches(self, password_hash: str, password: str) -> bool:
        """Always."""
        return True


class Window:
    """The kiosk's side of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def serve_all(self, seconds: float) -> None:
        """Call and finish whoever waits, so many seconds after the beginning of the day."""
        self._ask(do="serve", seconds=seconds)

    def book(self, code: str, id_number: str, seconds: float) -> None:
        """An appointment for now, as the platform would have made it."""
        self._ask(do="book", seconds=seconds, code=code, id_number=id_number)

    def _ask(self, **question: object) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        if self._process.stdout.readline().strip() != "done":
            raise RuntimeError("the hall's side has ended")


@contextmanager
def window(config: Path) -> Iterator[Window]:
    """Start it for the hall of a kiosk's configuration, the window open."""
    with speaking("benchmarks.kiosk_window", str(config)) as (process, _):
        yield Window(process)


def _serve_all(store: SqlStore, clerk: Actor, profile: HallProfile) -> None:
    while True:
        with store.begin() as uow:
            if call_next(uow, WINDOW, by=clerk, profile=profile) is None:
                return
            start_service(uow, WINDOW, by=clerk)
            finish_service(uow, WINDOW, by=clerk)
            uow.commit()


def _book(store: SqlStore, code: str, id_number: str) -> None:
    person = Holder(HolderKind.QR, id_number=id_number)
    with store.begin() as uow:
        now = uow.now
        uow.registers.appointments.add(
            Appointment(0, code, ITEM, now, Channel.ONLINE, day=now.date(), person=person, booked_at=now)
        )
        uow.commit()


def main() -> None:
    """Open the window and do what the lines say."""
    config = load(Path(sys.argv[1]))
    seconds = 0.0
    store = open_store(
        config.database.url, load_keys(config.database.keys), clock=lambda: START + timedelta(seconds=seconds)
    )
    with store.begin() as uow:
        clerk = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=AnyPassword(), station="counter-3").actor
        uow.commit()
    print("ready", flush=True)
    for line in sys.stdin:
        question: dict[str, Any] = json.loads(line)
        seconds = float(question["seconds"])
        if question["do"] == "serve":
            _serve_all(store, clerk, config.hall)
        else:
            _book(store, question["code"], question["id_number"])
        print("done", flush=True)
    store.close()


if __name__ == "__main__":
    main()
