"""What a simulated day is made of (模拟方案): hall, visitors, habits. A seed and a plan give one day."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hall.profile import HallProfile, Hours, Session
from hall.queueing.ticket import PriorityClass

ZONE = ZoneInfo("Asia/Shanghai")
FIRST_DAY = date(2025, 3, 3)  # a Monday
LOAD = 0.66  # share of the windows' time that handling takes at most; walking, pauses and lunch come on top

Shape = Callable[[float], float]  # minute since the opening -> weight
SHAPES: Mapping[str, Shape] = {
    "flat": lambda m: 1.0,
    "morning": lambda m: 2.2 if m < 90 else 0.8,
    "humps": lambda m: 0.4 + 1.3 * (math.exp(-(((m - 75) / 55) ** 2)) + math.exp(-(((m - 310) / 65) ** 2))),
}
# No noon break: the clerks eat in shifts.
HOURS = Hours(sessions=(Session(time(9), time(12)), Session(time(13), time(17))), noon_service=True)
PROFILE = HallProfile(name="simulated", hall_name="模拟大厅", hours=HOURS)

REASONS: Mapping[PriorityClass, tuple[str, ...]] = {
    PriorityClass.GREEN: ("重大项目绿色通道", "退役军人绿色通道"),
    PriorityClass.URGENT: ("今日开标，急办", "证照明日到期，急办"),
    PriorityClass.CARE: ("七十岁以上老人", "孕妇", "残疾人", "怀抱婴儿", "现役军人"),
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How people behave; shares are 0 … 1 of those it may happen to.

    Attributes:
        anonymous, by_phone: visitors without registration, and with a phone number; the others lay their card on.
        classes: priority tickets.
        print_fails, walks_away: the printer fails; the citizen then leaves without confirming.
        gives_up: voids the number while waiting.
        no_show, comes_late, comes_back: is not there when called; of those, comes just after 过号; comes to queue
            again.
        transferred, suspended, ends_without: what else becomes of a service.
        out_of_turn: calls of a particular ticket.
        pause: pauses after a service.
        second_number: tries to take a second number for the same item.
        booked, late: has an appointment; of those, comes when it is forfeited.
        two_items: goes on to another item with the same number (号随人走).
        group: comes with somebody, on one number.
    """

    anonymous: float = 0.2
    by_phone: float = 0.15
    classes: Mapping[PriorityClass, float] = field(
        default_factory=lambda: {PriorityClass.GREEN: 0.01, PriorityClass.URGENT: 0.02, PriorityClass.CARE: 0.07}
    )
    print_fails: float = 0.01
    walks_away: float = 0.25
    gives_up: float = 0.015
    no_show: float = 0.05
    comes_late: float = 0.1
    comes_back: float = 0.5
    transferred: float = 0.02
    suspended: float = 0.03
    ends_without: float = 0.005
    out_of_turn: float = 0.004
    pause: float = 0.012
    second_number: float = 0.01
    booked: float = 0.06
    late: float = 0.08
    two_items: float = 0.03
    group: float = 0.04


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day (模拟日).

    Attributes:
        surges: stretches in which several times as many people come, as (minute, length, factor).
    """

    seed: int
    day: date
    windows: int = 24
    kiosks: int = 4
    visitors: int = 1800
    shape: str = "humps"
    surges: tuple[tuple[int, int, float], ...] = ()
    habits: Habits = field(default_factory=Habits)

    @property
    def opens(self) -> datetime:
        """When numbers may be taken."""
        return datetime.combine(self.day, HOURS.sessions[0].opens, ZONE)

    @property
    def closes(self) -> datetime:
        """When the last number is given."""
        return datetime.combine(self.day, HOURS.sessions[-1].closes, ZONE)

    @property
    def minutes(self) -> int:
        """Length of the day."""
        return int((self.closes - self.opens) / timedelta(minutes=1))


def plan_day(seed: int, *, day: date, windows: int = 24, kiosks: int = 4, visitors: int = 1800) -> DayPlan:
    """The day that a seed gives: a shape of arrivals and up to two surges."""
    rng = random.Random(f"{seed}:day")
    shape = rng.choice(sorted(SHAPES))
    surges = tuple(
        (rng.randrange(30, 420), rng.randrange(15, 40), rng.uniform(2, 4)) for _ in range(rng.randrange(3))
    )
    return DayPlan(seed, day, windows, kiosks, visitors, shape, surges)


def arrival_minutes(plan: DayPlan) -> list[float]:
    """When the visitors come through the door, in minutes since the opening, in order."""
    rng = random.Random(f"{plan.seed}:arrivals")
    shape = SHAPES[plan.shape]
    last = plan.minutes - 3  # who comes at the last minute finds the kiosks closed; a few do
    weights = [
        shape(m) * max((f for start, length, f in plan.surges if start <= m < start + length), default=1.0)
        for m in range(last)
    ]
    return sorted(minute + rng.random() for minute in rng.choices(range(last), weights, k=plan.visitors))
