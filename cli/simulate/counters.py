"""Clerks at the windows (模拟窗口): sign in, call, serve, pause, eat, hand over, stay until everybody is served."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from cli.simulate.desk import Desk
from cli.simulate.plan import PROFILE
from cli.simulate.service import Service
from hall.identity import Actor
from hall.queueing import calling
from hall.queueing.ticket import OPEN_STATES, PriorityClass, Ticket
from hall.staffing import service as staffing
from hall.staffing.window import Post

LOOK_AGAIN_SECONDS = 60.0  # an idle clerk looks at the queue
HAND_OVER = 4  # every fourth window changes its clerk at noon
LUNCH_MINUTES = 40
WHEREABOUTS = (("暂离岗位", "区人社局"), ("取材料", "档案室"), ("临时会议", "二楼会议室"), ("打印机换纸", "设备间"))


class Counter:
    """One window's day."""

    def __init__(self, desk: Desk, number: int, service: Service) -> None:
        self._desk = desk
        self.number = number
        self._staff = desk.staff[number]
        self._rng = random.Random(f"{desk.plan.seed}:window:{number}")
        self._by: Actor | None = None
        self._service = service
        self.idle_since: datetime | None = None
        opens = desk.plan.opens
        shift = (number % 3) * LUNCH_MINUTES
        self._lunch: datetime | None = opens + timedelta(minutes=150 + shift + self._rng.uniform(0, 5))
        self._hand_over = opens + timedelta(minutes=275) if number % HAND_OVER == 0 else None
        late = self._rng.uniform(0, 12) if self._rng.random() < 0.06 else -self._rng.uniform(2, 12)
        desk.agenda.at(opens + timedelta(minutes=late), lambda: self._sign_in(self._staff.a, Post.A))

    @property
    def by(self) -> Actor:
        """Who sits there."""
        assert self._by is not None
        return self._by

    def _sign_in(self, clerk: str, post: Post) -> None:
        signed = self._desk.do(
            lambda uow: staffing.sign_in(
                uow,
                self.number,
                clerk,
                self._staff.password,
                post,
                hasher=self._desk.hasher,
                station=f"counter-{self.number}",
            )
        )
        self._by = signed.actor
        if self._desk.agenda.now < self._desk.plan.opens:
            self._desk.agenda.at(self._desk.plan.opens, self.next)
        else:
            self.next()

    def may_call(self, ticket: Ticket) -> bool:
        """It sits idle and the ticket is for it."""
        mine = ticket.item in self._desk.windows[self.number].items
        return self.idle_since is not None and mine and ticket.only_window in (None, self.number)

    def wake(self) -> None:
        """Somebody waits: the clerk sees it and calls."""
        self.idle_since = None
        self._desk.agenda.after(self._rng.uniform(1, 4), self.next)

    def next(self) -> None:
        """The window is free: pause, hand over, call, or look at an empty queue."""
        desk, now = self._desk, self._desk.agenda.now
        self.idle_since = None
        if self._lunch is not None and now >= self._lunch:
            self._lunch = None
            self._pause("午间轮休", "职工食堂", LUNCH_MINUTES)
        elif self._hand_over is not None and now >= self._hand_over:
            self._hand_over = None
            desk.do(lambda uow: staffing.sign_out(uow, self.number, by=self.by))
            desk.agenda.after(40.0, lambda: self._sign_in(self._staff.b, Post.B))
        elif now < desk.plan.closes and self._rng.random() < desk.plan.habits.pause:
            reason, whereabouts = self._rng.choice(WHEREABOUTS)
            self._pause(reason, whereabouts, self._rng.uniform(4, 18))
        else:
            self._call()

    def _pause(self, reason: str, whereabouts: str, minutes: float) -> None:
        desk = self._desk
        back = desk.agenda.now + timedelta(minutes=minutes)
        desk.do(
            lambda uow: staffing.pause_window(
                uow, self.number, reason=reason, whereabouts=whereabouts, back_at=back, by=self.by
            )
        )
        desk.agenda.after(minutes * 60 * self._rng.uniform(0.8, 1.3), self._come_back)

    def _come_back(self) -> None:
        self._desk.do(lambda uow: staffing.resume_window(uow, self.number, by=self.by))
        self.next()

    def _call(self) -> None:
        desk = self._desk
        if self._rng.random() < desk.plan.habits.out_of_turn and self._call_out_of_turn():
            return
        called = desk.do(lambda uow: calling.call_next(uow, self.number, by=self.by, profile=PROFILE))
        if called is not None:
            self._serve(called.ticket)
            return
        if desk.agenda.now >= desk.plan.closes and self._nobody_is_left():
            desk.do(lambda uow: staffing.sign_out(uow, self.number, by=self.by))
            return
        since = self.idle_since = desk.agenda.now
        desk.agenda.after(LOOK_AGAIN_SECONDS, lambda: self.next() if self.idle_since == since else None)

    def _call_out_of_turn(self) -> bool:
        desk = self._desk
        waiting = desk.read(lambda uow: calling.waiting_for(uow, self.number))
        if len(waiting) < 2 or waiting[-1].priority is not PriorityClass.ORDINARY:
            return False
        chosen = waiting[-1].id
        called = desk.do(
            lambda uow: calling.call_ticket(uow, self.number, chosen, by=self.by, reason="上午已受理，补交材料")
        )
        self._serve(called.ticket)
        return True

    def _nobody_is_left(self) -> bool:
        items = self._desk.windows[self.number].items
        still_open = self._desk.read(lambda uow: uow.tickets.in_state(uow.now.date(), sorted(OPEN_STATES)))
        return not any(t.item in items for t in still_open)

    def _serve(self, ticket: Ticket) -> None:
        self._service.serve(self.number, self.by, ticket, done=self._free)

    def _free(self) -> None:
        self._desk.agenda.after(self._rng.uniform(3, 15), self.next)
