"""Real processes at one database: ``python -m tests.support.workers WHAT URL KEYS …`` prints one JSON line each.

issue COUNT ITEM          issue and confirm COUNT tickets
call WINDOW CLERK         call and finish until nobody waits
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from db.crypto import load_keys
from db.store import SqlStore, open_store
from hall.identity import Actor, Holder, HolderKind, Role, citizen_at
from hall.queueing.calling import call_next
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from tests.support.sample_hall import OPEN, PROFILE
from tests.support.stores import ZONE

ROOT = Path(__file__).resolve().parents[2]


def start(what: str, url: str, keys: Path, *arguments: object) -> subprocess.Popen[str]:
    """Start a worker; it waits for a line on its standard input before it begins."""
    command = [sys.executable, "-m", "tests.support.workers", what, url, str(keys), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ready(worker: subprocess.Popen[str]) -> None:
    """Wait until the worker stands before its first transaction."""
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"


def go(worker: subprocess.Popen[str]) -> None:
    """Let it begin."""
    assert worker.stdin is not None
    worker.stdin.write("go\n")
    worker.stdin.flush()


def lines(worker: subprocess.Popen[str]) -> list[list[str]]:
    """All complete lines it printed until its end; a line that a kill cut in two is left out."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    with worker.stdin, worker.stdout:  # not communicate(): it loses what readline() has read ahead
        output = worker.stdout.read()
    worker.wait()
    return [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith("]\n")]


def issue(store: SqlStore, count: int, item: str) -> None:
    """Issue and confirm tickets for people who are all different; print each label after its commit."""
    kiosk = citizen_at("kiosk-1")
    for number in range(count):
        holder = Holder(HolderKind.ID_CARD, name="王建国", id_number=f"{os.getpid()}-{number}")
        with store.begin() as uow:
            issued = issue_ticket(uow, TicketRequest(item, OPEN, holder), by=kiosk, profile=PROFILE)
            confirm_ticket(uow, issued.ticket.id, by=kiosk)
            uow.commit()
        print(json.dumps(["issued", issued.ticket.label]), flush=True)


def call(store: SqlStore, window: int, clerk: str) -> None:
    """Call until nobody waits; print each label after its commit."""
    by = Actor(clerk, frozenset({Role.CLERK}), f"counter-{window}")
    while True:
        with store.begin() as uow:
            called = call_next(uow, window, by=by, profile=PROFILE)
            if called is None:
                return
            started = uow.tickets.save(called.ticket, called.ticket.started(at=uow.now))
            uow.tickets.save(started, started.finished(at=uow.now))
            uow.commit()
        print(json.dumps(["called", called.ticket.label]), flush=True)


def main() -> None:
    what, url, keys, *arguments = sys.argv[1:]
    store = open_store(url, load_keys(Path(keys)), zone=ZONE)
    with store.reading():
        print("ready", flush=True)
    sys.stdin.readline()
    if what == "issue":
        issue(store, int(arguments[0]), arguments[1])
    else:
        call(store, int(arguments[0]), arguments[1])
    store.close()


if __name__ == "__main__":
    main()
