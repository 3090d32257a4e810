"""From the press of “call” to the painted board, in another process, with fifty boards attached.

One board is the real program, painting off-screen and writing down when. The others are real feeds, followers and
readings in four processes, without painting (`benchmarks.board_followers`): fifty screens have fifty machines to
paint on, this one has to do for all. The clock is the machine's monotonic one, which all processes share. The time
begins before the call's transaction.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.database import opened
from benchmarks.result import Result
from db.crypto import Keys, save_keys
from db.store import SqlStore
from hall.business_calendar.calendar import OpeningState
from hall.identity import citizen_at
from hall.profile import HallProfile
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.staffing.service import sign_in
from hall.staffing.window import Post

ROOT = Path(__file__).resolve().parents[1]
BOARDS = 50
PROCESSES = 10
CALLS = 150  # of sixty, the 99th percentile would be the one worst
WARM_UP = 5
ALLOWED, ALLOWED_ABOVE_RAW = 0.060, 0.040  # seconds, on SQLite, and on PostgreSQL above a bare NOTIFY
IDLE_S = 4.0
START_S = 120.0
LONGEST = 20.0
WINDOW, CLERK, ITEM = 3, "1027", "SX002"
PROFILE = HallProfile(name="bench", hall_name="测试大厅")
KIOSK = citizen_at("kiosk-1")
OPEN = OpeningState(True, "正在办公")


class AnyPassword:
    """Hashing is not what is measured."""

    def hash(self, password: str) -> str:
        return password

    def matches(self, password_hash: str, password: str) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Latencies:
    """What a run gave, in seconds, one of each call.

    Attributes:
        painted: from the press to the paint on the real board.
        slowest: from the press until the last of the other boards had the call.
        raw: round trips of a bare NOTIFY through the same server; empty on SQLite.
        idle: processor seconds a second that one of the other boards takes while nothing happens.
    """

    painted: Sequence[float]
    slowest: Sequence[float]
    raw: Sequence[float] = ()
    idle: float = 0.0


def p99(times: Sequence[float]) -> float:
    """The 99th percentile."""
    return sorted(times)[min(int(len(times) * 0.99), len(times) - 1)]


def press_to_paint(url: str, keys: Keys, folder: Path, *, boards: int = BOARDS) -> Result:
    """The 99th percentile from the press to the painted board, in seconds, against the design's table."""
    found = measure(url, keys, folder, boards=boards)
    allowed = ALLOWED_ABOVE_RAW + p99(found.raw) if found.raw else ALLOWED
    print("  painted:", _in_words(found.painted), f"– the last of {boards} boards:", _in_words(found.slowest))
    print(f"  an idle board: {found.idle:.2%} of a core")
    if found.raw:
        print("  a bare NOTIFY:", _in_words(found.raw))
    return Result(p99(found.painted), allowed, 1.0)


def _in_words(times: Sequence[float]) -> str:
    return f"median {statistics.median(times) * 1000:.0f} ms, p99 {p99(times) * 1000:.0f} ms"


def measure(url: str, keys: Keys, folder: Path, *, boards: int = BOARDS, calls: int = CALLS) -> Latencies:
    """Call again and again.

    Raises:
        TimeoutError: a call was never painted.
    """
    key_file, trace = folder / "board-keys.toml", folder / "paint.jsonl"
    save_keys(keys, key_file)
    with ExitStack() as stack:
        store = stack.enter_context(opened(url, keys))
        stack.enter_context(_board(url, key_file, folder, trace))
        told = stack.enter_context(followers(url, key_file, folder, boards - 1))
        raw = stack.enter_context(_notifying(store))
        with store.begin() as uow:
            signed = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=AnyPassword(), station="counter-3")
            uow.commit()
        idle = told.processor_share(IDLE_S) / max(boards - 1, 1)
        painted = _Painted(trace)
        times, slowest, bare = [], [], []
        for number in range(WARM_UP + calls):
            with store.begin() as uow:
                issued = issue_ticket(uow, TicketRequest(ITEM, OPEN), by=KIOSK, profile=PROFILE)
                confirm_ticket(uow, issued.ticket.id, by=KIOSK)
                uow.commit()
            time.sleep(0.5)  # somebody presses after a while, not within the same breath
            bare.append(raw())
            pressed = time.monotonic()
            with store.begin() as uow:
                call_next(uow, WINDOW, by=signed.actor, profile=PROFILE)
                uow.commit()
            label = issued.ticket.label
            seconds = painted.wait_for(label) - pressed
            if number >= WARM_UP:
                times.append(seconds)
                slowest.append(told.wait_for(label) - pressed if boards > 1 else seconds)
            with store.begin() as uow:
                start_service(uow, WINDOW, by=signed.actor)
                finish_service(uow, WINDOW, by=signed.actor)
                uow.commit()
    return Latencies(times, slowest, bare if store.is_postgres else (), idle)


class _Painted:
    """Reads the board's own account of what it painted."""

    def __init__(self, trace: Path) -> None:
        self._file = trace.open("rb")
        self._rest = b""

    def wait_for(self, label: str) -> float:
        """When the label was first on the board."""
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            self._rest += self._file.read()
            *lines, self._rest = self._rest.split(b"\n")
            for line in lines:
                entry = json.loads(line)
                if any(call["label"] == label for call in entry["calls"]):
                    return float(entry["at"])
            time.sleep(0.002)
        raise TimeoutError(f"{label} was never painted")


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
        deadline = time.monotonic() + START_S
        while not (trace.exists() and '"stale": ""' in trace.read_text(encoding="utf-8")):
            if board.poll() is not None or time.monotonic() > deadline:
                raise TimeoutError("the board did not start")
            time.sleep(0.05)
        yield


class Told:
    """Reads what the boards of all processes wrote down."""

    def __init__(self, files: Sequence[Path], processes: Sequence[int], boards: int) -> None:
        self._files = [file.open(encoding="utf-8") for file in files]
        self._processes = processes
        self._boards = boards
        self._rests = [""] * len(files)
        self._entries: list[dict[str, Any]] = []

    def wait_for(self, label: str, within: float = LONGEST) -> float:
        """When the last board had the call."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            for number, file in enumerate(self._files):
                *lines, self._rests[number] = (self._rests[number] + file.read()).split("\n")
                self._entries += [json.loads(line) for line in lines]
            times = [entry["at"] for entry in self._entries if entry["label"] == label]
            if len(times) == self._boards:
                self._entries.clear()
                return float(max(times))
            time.sleep(0.005)
        raise TimeoutError(f"{label} reached {len(times)} of {self._boards} boards")

    def processor_share(self, seconds: float) -> float:
        """Processor seconds a second that all of them take together."""
        before = self._processor_seconds()
        time.sleep(seconds)
        return (self._processor_seconds() - before) / seconds

    def _processor_seconds(self) -> float:
        ticks = 0
        for process in self._processes:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def followers(url: str, keys: Path, folder: Path, count: int) -> Iterator[Told]:
    """Boards without a screen in processes of their own, when each has read once."""
    with ExitStack() as stack:
        files, processes = [], []
        for number in range(PROCESSES):
            share = count // PROCESSES + (number < count % PROCESSES)
            if share:
                files.append(folder / f"boards-{number}.jsonl")
                files[-1].touch()
                command = ["-m", "benchmarks.board_followers", url, str(keys), str(share), str(files[-1])]
                processes.append(stack.enter_context(_running(command)).pid)
        told = Told(files, processes, count)
        if count:
            told.wait_for("", START_S)
        yield told


@contextmanager
def _notifying(store: SqlStore) -> Iterator[Callable[[], float]]:
    """Seconds of one NOTIFY from one connection to another, 0 on SQLite."""
    if not store.is_postgres:
        yield lambda: 0.0
        return
    address = store.database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with (
        psycopg.connect(address, autocommit=True) as sender,
        psycopg.connect(address, autocommit=True) as listener,
    ):
        listener.execute("LISTEN bare")

        def once() -> float:
            began = time.monotonic()
            sender.execute("NOTIFY bare")
            for _ in listener.notifies(stop_after=1, timeout=LONGEST):
                pass
            return time.monotonic() - began

        yield once


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
