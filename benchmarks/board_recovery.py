"""From the end of an outage until every one of fifty boards is right again (故障恢复), against one second.

The boards are those of `benchmarks.board_followers`: real feeds, followers and readings in ten processes.
PostgreSQL is stopped and started, held by SIGSTOP, or has every connection ended; a writer holds SQLite's lock. As
soon as it is over a call is made. The time begins when the database takes connections again, or with the call when
nothing was away, and ends when the last board has the call.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks import database
from benchmarks.board_latency import BOARDS, CLERK, ITEM, KIOSK, OPEN, PROFILE, WINDOW, AnyPassword, followers
from benchmarks.database import opened
from benchmarks.result import Result
from db.crypto import Keys, new_keys, save_keys
from db.store import SqlStore
from hall.errors import Unavailable
from hall.identity import Actor
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.issue import TicketRequest, confirm_ticket, issue_ticket
from hall.staffing.service import sign_in
from hall.staffing.window import Post

ALLOWED = 1.0  # seconds from the recovery to the last board
ROUNDS = 4
AWAY_S = 3.0  # long enough that all boards know that it is away
PATIENCE_S = 30.0
PAUSE_S = 0.005

Outage = Callable[[], None]


def on_postgres(*, boards: int = BOARDS, rounds: int = ROUNDS) -> Result:
    """The worst of all rounds of a stop, a hold and a cut, in seconds."""
    from tests.support.restartable_postgres import restartable

    with restartable() as server, database.folder() as place:
        url, keys = server.url, new_keys()
        database.seed(url, keys)

        def stopped() -> None:
            server.stop()
            time.sleep(AWAY_S)
            server.start()

        def held() -> None:
            server.hold()
            time.sleep(AWAY_S)
            server.go_on()

        outages = {"stopped": stopped, "held": held, "cut": server.cut_connections}
        return _worst(url, keys, place, outages, boards, rounds)


def on_sqlite(*, boards: int = BOARDS, rounds: int = ROUNDS) -> Result:
    """The worst of all rounds of a lock that a writer held, in seconds."""
    with database.sqlite() as (url, keys, place):

        def locked() -> None:
            with opened(url, keys) as other, other.begin():
                time.sleep(AWAY_S)

        return _worst(url, keys, place, {"locked": locked}, boards, rounds)


def _worst(url: str, keys: Keys, place: Path, outages: dict[str, Outage], boards: int, rounds: int) -> Result:
    key_file = place / "board-keys.toml"
    save_keys(keys, key_file)
    worst: dict[str, float] = {}
    with ExitStack() as stack:
        hall = _Hall(stack.enter_context(opened(url, keys)))
        told = stack.enter_context(followers(url, key_file, place, boards))
        for _ in range(rounds):
            for name, outage in outages.items():
                hall.prepare()
                outage()
                over = time.monotonic()
                label = hall.call()
                seconds = told.wait_for(label, PATIENCE_S) - over
                worst[name] = max(worst.get(name, 0.0), seconds)
                hall.finish()
    print("  worst of", rounds, "rounds:", ", ".join(f"{name} {s * 1000:.0f} ms" for name, s in worst.items()))
    return Result(max(worst.values()), ALLOWED, 1.0)


class _Hall:
    """The counter that calls."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        with store.begin() as uow:
            signed = sign_in(uow, WINDOW, CLERK, "", Post.A, hasher=AnyPassword(), station="counter-3")
            uow.commit()
        self._by: Actor = signed.actor

    def prepare(self) -> None:
        """Somebody waits."""
        with self._store.begin() as uow:
            issued = issue_ticket(uow, TicketRequest(ITEM, OPEN), by=KIOSK, profile=PROFILE)
            confirm_ticket(uow, issued.ticket.id, by=KIOSK)
            uow.commit()

    def call(self) -> str:
        """Call as soon as the database lets; the label."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                with self._store.begin() as uow:
                    called = call_next(uow, WINDOW, by=self._by, profile=PROFILE)
                    uow.commit()
            except Unavailable:  # the counter's own connections are gone as well
                if time.monotonic() > deadline:
                    raise
                time.sleep(PAUSE_S)
            else:
                if called is None:
                    raise RuntimeError("nobody waits")
                return called.ticket.label

    def finish(self) -> None:
        """The person is served."""
        with self._store.begin() as uow:
            start_service(uow, WINDOW, by=self._by)
            finish_service(uow, WINDOW, by=self._by)
            uow.commit()
