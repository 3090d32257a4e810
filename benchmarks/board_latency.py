"""From the press of “call” to the painted board, in another process, with fifty boards attached.

One board is the real program, painting off-screen and writing down when; the others are followers of the same
change feed that read the board again at each change, as displays do, in four processes. The clock is the machine's
monotonic one, which all processes share. The time begins before the call's transaction.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.result import Result
from db.crypto import Keys, load_keys, save_keys
from db.store import SqlStore, open_store
from display_app.desk import read_for_board
from hall.business_calendar.calendar import OpeningState
from hall.errors import Unavailable
from hall.identity import citizen_at
from hall.profile import HallProfile
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.staffing.service import sign_in
from hall.staffing.window import Post

ROOT = Path(__file__).resolve().parents[1]
BOARDS = 50
PROCESSES = 4
CALLS = 60
WARM_UP = 5
PAINTED_WITHIN = 0.060  # seconds, 99 of 100, on SQLite
LONGEST = 20.0
WINDOW, CLERK, ITEM = 3, "1027", "SX002"
PROFILE = HallProfile(name="bench", hall_name="测试大厅")
KIOSK = citizen_at("kiosk-1")
OPEN = OpeningState(True, "正在办公")


class _AnyPassword:
    """Hashing is not what is measured."""

    def hash(self, password: str) -> str:
        return password

    def matches(self, password_hash: str, password: str) -> bool:
        return True


def press_to_paint(url: str, keys: Keys, folder: Path, *, allowed: float, boards: int = BOARDS) -> Result:
    """The 99th percentile of the time from press to paint, in seconds, against what is allowed."""
    times = sorted(measure(url, keys, folder, boards=boards))
    worst = times[min(int(len(times) * 0.99), len(times) - 1)]
    return Result(worst, allowed, 1.0)


def measure(url: str, keys: Keys, folder: Path, *, boards: int = BOARDS, calls: int = CALLS) -> list[float]:
    """Seconds from press to paint of each call.

    Raises:
        TimeoutError: a call was never painted.
    """
    key_file, trace = folder / "board-keys.toml", folder / "paint.jsonl"
    save_keys(keys, key_file)
    with ExitStack() as stack:
        store = stack.enter_context(_store(url, keys))
        stack.enter_context(_board(url, key_file, folder, trace))
        stack.enter_context(_followers(url, key_file, boards - 1))
        with store.begin() as uow:
            signed = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=_AnyPassword(), station="counter-3")
            uow.commit()
        painted = _Painted(trace)
        times = []
        for number in range(WARM_UP + calls):
            with store.begin() as uow:
                issued = issue_ticket(uow, TicketRequest(ITEM, OPEN), by=KIOSK, profile=PROFILE)
                confirm_ticket(uow, issued.ticket.id, by=KIOSK)
                uow.commit()
            time.sleep(0.15)  # a clerk does not press within the same breath
            pressed = time.monotonic()
            with store.begin() as uow:
                call_next(uow, WINDOW, by=signed.actor, profile=PROFILE)
                uow.commit()
            seconds = painted.wait_for(issued.ticket.label) - pressed
            if number >= WARM_UP:
                times.append(seconds)
            with store.begin() as uow:
                start_service(uow, WINDOW, by=signed.actor)
                finish_service(uow, WINDOW, by=signed.actor)
                uow.commit()
    return times


class _Painted:
    """Reads the board's own account of what it painted."""

    def __init__(self, trace: Path) -> None:
        self._file = trace.open(encoding="utf-8")
        self._rest = ""

    def wait_for(self, label: str) -> float:
        """When the label was first on the board."""
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            self._rest += self._file.read()
            *lines, self._rest = self._rest.split("\n")
            for line in lines:
                entry = json.loads(line)
                if any(call["label"] == label for call in entry["calls"]):
                    return float(entry["at"])
            time.sleep(0.002)
        raise TimeoutError(f"{label} was never painted")


@contextmanager
def _store(url: str, keys: Keys) -> Iterator[SqlStore]:
    store = open_store(url, keys)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _board(url: str, keys: Path, folder: Path, trace: Path) -> Iterator[None]:
    """The real board, waiting until its first paint after reading."""
    config = folder / "board.toml"
    config.write_text(
        f'[station]\nname = "board-1"\n[database]\nurl = "{url}"\nkeys = "{keys}"\n[display]\nfullscreen = false\n',
        encoding="utf-8",
    )
    command = ["-m", "display_app", "--config", str(config), "--trace-paint", str(trace)]
    with _running(command) as board:
        deadline = time.monotonic() + 60
        while not (trace.exists() and '"stale": ""' in trace.read_text(encoding="utf-8")):
            if board.poll() is not None or time.monotonic() > deadline:
                raise TimeoutError("the board did not start")
            time.sleep(0.05)
        yield


@contextmanager
def _followers(url: str, keys: Path, count: int) -> Iterator[None]:
    with ExitStack() as stack:
        for number in range(PROCESSES):
            share = count // PROCESSES + (number < count % PROCESSES)
            if share:
                command = ["-m", "benchmarks.board_latency", url, str(keys), str(share)]
                follower = stack.enter_context(_running(command))
                assert follower.stdout is not None
                follower.stdout.readline()
        yield


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-P", *command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _follow(store: SqlStore) -> None:
    feed = store.feed()
    seq = feed.head()
    while True:
        try:
            if feed.wait(seq, 5.0) and (records := feed.after(seq)):
                seq = records[-1].seq
                read_for_board(store)
        except Unavailable:
            return


def main(url: str, keys: str, count: str) -> None:
    """Follow the database with ``count`` boards until terminated."""
    store = open_store(url, load_keys(Path(keys)))
    for _ in range(int(count)):
        threading.Thread(target=_follow, args=(store,), daemon=True).start()
    print("following", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
