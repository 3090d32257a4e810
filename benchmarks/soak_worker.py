"""A kiosk or a window that never rests, to be killed at any moment (压力工作进程)."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cli.simulate.hall import staff_of
from cli.simulate.plan import FIRST_DAY, PROFILE, ZONE
from db.crypto import load_keys
from db.store import SqlStore, open_store
from hall.business_calendar.calendar import OpeningState
from hall.errors import HallError, Unavailable
from hall.identity import Actor, Holder, HolderKind, Role, citizen_at
from hall.ports import UnitOfWork
from hall.queueing import calling, issue, moves
from hall.queueing.issue import TicketRequest
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing import service as staffing
from hall.staffing.window import Window, WindowState

OPEN = OpeningState(True, "正在办公")
OPENS = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 9, tzinfo=ZONE)
QUEUE_LIMIT = 6  # waiting under a prefix, after which kiosks rest
REST_S = 0.005
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker does.

    Attributes:
        window: number of the window, 0 for a kiosk.
        began: time.time() at the start of the whole run; the simulated day goes on from there.
        acknowledged: file that gets a line after each commit that somebody relies on.
    """

    url: str
    keys: Path
    window: int
    seed: str
    began: float
    acknowledged: Path


def clock_from(began: float) -> Callable[[], datetime]:
    """The same simulated morning for all processes, so that no run crosses midnight."""
    return lambda: OPENS + timedelta(seconds=time.time() - began)


def work(task: Task) -> None:
    """Until SIGTERM, which lets the transaction end, or SIGKILL, which does not."""
    stop = False

    def end(_signal: int, _frame: object) -> None:
        nonlocal stop
        stop = True

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = _open(task)
    told = os.open(task.acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    worker = _Worker(store, task, told)
    turn = worker.at_window if task.window else worker.at_kiosk
    while not stop:
        try:
            turn()
        except Unavailable:
            time.sleep(REST_S)
        except HallError:  # somebody else was faster: that is what is tried here
            continue
    store.close()
    os.close(told)


def _open(task: Task) -> SqlStore:
    while True:
        try:
            return open_store(task.url, load_keys(task.keys), zone=ZONE, clock=clock_from(task.began))
        except Unavailable:  # busy: an application waits for its database too
            time.sleep(REST_S)


class _Worker:
    """One process."""

    def __init__(self, store: SqlStore, task: Task, told: int) -> None:
        self._store = store
        self._told = told
        self._rng = random.Random(task.seed)
        self._number = task.window
        self._aside: list[int] = []  # suspended or missed here
        with store.reading() as uow:
            self._items = tuple(uow.catalogue.items())
            windows = uow.windows.all()
        if task.window:
            clerk = staff_of(windows)[task.window].a
            self._by = Actor(clerk, frozenset({Role.CLERK}), f"counter-{task.window}")
        else:
            self._by = citizen_at(f"kiosk-{os.getpid()}")

    def _do(self, use_case: Callable[[UnitOfWork], Result]) -> Result:
        with self._store.begin() as uow:
            result = use_case(uow)
            uow.commit()
        return result

    def _tell(self, *words: object) -> None:
        os.write(self._told, (" ".join(map(str, words)) + "\n").encode())

    def at_kiosk(self) -> None:
        """Take a number and confirm it; a kill between the two leaves a number that voids itself."""
        item = self._rng.choice(self._items)
        with self._store.reading() as uow:
            if uow.tickets.waiting_count(uow.now.date(), item.prefix) >= QUEUE_LIMIT:
                time.sleep(REST_S)
                return
        if self._rng.random() < 0.01:
            self._do(lambda uow: issue.void_unconfirmed(uow, by=self._by, profile=PROFILE))
        person = Holder(HolderKind.ID_CARD, "王建国", f"4102{self._rng.randrange(10**14):014d}")
        care = self._rng.random() < 0.1
        priority = PriorityClass.CARE if care else PriorityClass.ORDINARY
        request = TicketRequest(item.code, OPEN, person, priority, "七十岁以上老人" if care else "")
        ticket = self._do(lambda uow: issue.issue_ticket(uow, request, by=self._by, profile=PROFILE)).ticket
        self._tell("issued", ticket.id, ticket.label)
        if self._rng.random() < 0.98:
            self._do(lambda uow: issue.confirm_ticket(uow, ticket.id, by=self._by))
        if self._rng.random() < 0.02:
            self._do(lambda uow: moves.void(uow, ticket.id, by=self._by, reason="不再等候"))

    def at_window(self) -> None:
        """The next step with whoever is here – after a kill, whoever was."""
        number = self._number
        with self._store.reading() as uow:
            window = uow.windows.get(number)
            ticket = uow.tickets.at_window(uow.now.date(), number)
        if window.state is WindowState.PAUSED:
            self._do(lambda uow: staffing.resume_window(uow, number, by=self._by))
        elif ticket is None:
            self._call()
        elif ticket.state is TicketState.CALLED:
            self._called(ticket)
        else:
            self._serving(ticket)

    def _call(self) -> None:
        number, lot = self._number, self._rng.random()
        if self._aside and lot < 0.3:
            self._bring_back(self._aside.pop())
        elif lot < 0.31:
            self._pause()
        else:
            called = self._do(lambda uow: calling.call_next(uow, number, by=self._by, profile=PROFILE))
            if called is None:
                time.sleep(REST_S)
            else:
                self._tell("called", called.ticket.id, called.ticket.label)

    def _pause(self) -> None:
        def pause(uow: UnitOfWork) -> object:
            back = uow.now + timedelta(minutes=5)
            return staffing.pause_window(
                uow, self._number, reason="暂离岗位", whereabouts="档案室", back_at=back, by=self._by
            )

        self._do(pause)

    def _called(self, ticket: Ticket) -> None:
        number = self._number
        if ticket.calls >= PROFILE.tickets.calls_before_missed:
            self._do(lambda uow: calling.mark_missed(uow, number, by=self._by, profile=PROFILE))
            self._aside.append(ticket.id)
        elif self._rng.random() < 0.3:
            self._do(lambda uow: calling.recall(uow, number, by=self._by))
        else:
            self._do(lambda uow: calling.start_service(uow, number, by=self._by))

    def _serving(self, ticket: Ticket) -> None:
        number, lot = self._number, self._rng.random()
        if lot < 0.06:
            others = [w.number for w in self._windows() if w.number != number and ticket.item in w.items]
            target = self._rng.choice(others or [number])
            self._do(lambda uow: moves.transfer(uow, number, to_window=target, by=self._by, reason="专办"))
        elif lot < 0.14:
            self._do(lambda uow: moves.suspend(uow, number, by=self._by, reason="补充复印件"))
            self._aside.append(ticket.id)
        elif lot < 0.16:
            self._do(lambda uow: moves.void(uow, ticket.id, by=self._by, reason="材料不属本大厅办理"))
        else:
            # With two processes at the window it may be another ticket than the one looked at.
            done = self._do(lambda uow: calling.finish_service(uow, number, by=self._by))
            self._tell("finished", done.id, done.label)

    def _windows(self) -> list[Window]:
        with self._store.reading() as uow:
            return list(uow.windows.all())

    def _bring_back(self, ticket_id: int) -> None:
        with self._store.reading() as uow:
            state = uow.tickets.get(ticket_id).state
        if state is TicketState.SUSPENDED:
            self._do(lambda uow: moves.resume(uow, ticket_id, by=self._by))
        elif state is TicketState.MISSED and self._rng.random() < 0.7:
            self._do(lambda uow: moves.requeue(uow, ticket_id, by=self._by, profile=PROFILE))
