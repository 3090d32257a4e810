"""Playing a day (模拟一天): kiosks and windows on one agenda, until everybody is served and has gone home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from cli.simulate.clock import Agenda, VirtualClock
from cli.simulate.counters import Counter as WindowDay
from cli.simulate.desk import Desk
from cli.simulate.hall import staff_of
from cli.simulate.kiosks import Kiosks
from cli.simulate.plan import LOAD, PROFILE, DayPlan
from cli.simulate.service import Service
from cli.simulate.visitor import Visitor, visitors_of
from hall.ports import PasswordHasher, Store
from hall.queueing.outlook import Forecaster
from hall.queueing.ticket import Ticket
from hall.staffing.window import Window

FRESH_S = 60.0  # simulated seconds an outlook is kept
SETTING_UP = timedelta(minutes=20)  # the first clerks come before the opening


def first_moment(plan: DayPlan, speed: float = 0.0) -> VirtualClock:
    """A clock that stands before the first clerk comes; for the store that `play` is given."""
    return VirtualClock(plan.opens - SETTING_UP, speed=speed)


def play(
    plan: DayPlan, store: Store, clock: VirtualClock, windows: Sequence[Window], hasher: PasswordHasher
) -> Counter[str]:
    """Play the day on ``store``, whose clock is ``clock``; what happened that the database does not show."""
    with store.reading() as uow:
        items = tuple(uow.catalogue.items())
    visitors = visitors_of(plan, items)
    agenda = Agenda(clock)
    desk = Desk(
        store=store,
        agenda=agenda,
        plan=plan,
        windows={w.number: w for w in windows},
        staff=staff_of(windows),
        hasher=hasher,
        scale=scale_of(plan, visitors),
        forecaster=Forecaster(
            store, PROFILE.order.rules, clock=lambda: (agenda.now - plan.opens).total_seconds(), fresh_s=FRESH_S
        ),
    )
    hall = _Hall(desk)
    hall.kiosks.expect(visitors)
    agenda.run()
    return desk.counts


def scale_of(plan: DayPlan, visitors: Sequence[Visitor]) -> float:
    """What usual handling times are shortened by when more people come than the windows could serve, at most 1."""
    wanted = sum(v.item.minutes for v in visitors)
    return min(LOAD * plan.windows * plan.minutes / wanted, 1.0) if wanted else 1.0


class _Hall:
    """Ties the kiosks and the windows together."""

    def __init__(self, desk: Desk) -> None:
        self.kiosks = Kiosks(desk, self._wake)
        service = Service(desk, self._wake, self.kiosks.come_back, self.kiosks.resume)
        self._counters = [WindowDay(desk, number, service) for number in sorted(desk.windows)]

    def _wake(self, ticket: Ticket) -> None:
        """The window that sat idle longest sees who came."""
        idle = [(c.idle_since, c.number, c) for c in self._counters if c.may_call(ticket) and c.idle_since]
        if idle:
            min(idle, key=lambda entry: entry[:2])[2].wake()
