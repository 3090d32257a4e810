"""A day in a hall, simulated without a database, to score the estimated wait against what then happened.

Arrivals come in a shape (flat, morning rush, two humps, surge), services are log-normal and differ between
clerks and hours, windows pause, people do not come when called, some are priorities. The order of calls is the
hall's own `choose_next`.
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hall.queueing.calling import run_length
from hall.queueing.forecast import NoShow, WindowLoad, forecast_waits, minutes_until_free
from hall.queueing.handling import HandlingTimes, Sample
from hall.queueing.ordering import OrderingRules, choose_next
from hall.queueing.ticket import PriorityClass, Ticket, TicketState

ZONE = ZoneInfo("Asia/Shanghai")
OPENS = datetime.combine(date(2025, 3, 3), time(9), ZONE)
DAY_MINUTES = 480
RULES = OrderingRules()
MISS_MINUTES = 2.0

Shape = Callable[[float], float]  # minute of the day -> weight
SHAPES: dict[str, Shape] = {
    "flat": lambda m: 1.0,
    "morning rush": lambda m: 3.0 if m < 90 else 0.8,
    "two humps": lambda m: 0.4 + 1.6 * (math.exp(-(((m - 75) / 50) ** 2)) + math.exp(-(((m - 310) / 60) ** 2))),
    "surge": lambda m: 5.0 if 180 <= m < 210 else 0.8,
}


@dataclass(frozen=True, slots=True)
class HallPlan:
    """What a simulated hall is made of.

    Attributes:
        items: usual minutes by item; the item's first letter is its prefix.
        true_minutes: what services really take on average, which the catalogue does not know.
        windows: items by window.
        pace: how much longer each window's clerk takes.
        visitors: arrivals a day.
    """

    items: dict[str, float]
    true_minutes: dict[str, float]
    windows: dict[int, frozenset[str]]
    pace: dict[int, float]
    visitors: int
    pause_chance: float = 0.02
    no_show: float = 0.06
    priority: float = 0.1


@dataclass(frozen=True, slots=True)
class Guess:
    """One arrival: what was estimated, naively and by simulation, and how long it took."""

    naive: float
    forecast: float
    actual: float


@dataclass
class Day:
    """State of one simulated day; minutes count from the opening."""

    plan: HallPlan
    rng: random.Random
    handling: HandlingTimes
    pressure: float = 0.0
    samples: list[Sample] = field(default_factory=list)
    waiting: list[Ticket] = field(default_factory=list)
    serving: dict[int, Ticket | None] = field(default_factory=dict)
    paused_until: dict[int, float] = field(default_factory=dict)
    history: dict[int, list[PriorityClass]] = field(default_factory=dict)
    estimates: dict[int, tuple[float, float]] = field(default_factory=dict)
    waits: dict[int, float] = field(default_factory=dict)


def plan_hall(seed: int, *, windows: int = 12, load: float = 0.92) -> HallPlan:
    """A hall with eight items over four prefixes, windows with overlapping authorisations, loaded to ``load``."""
    rng = random.Random(seed)
    items = {f"{prefix}{n}": rng.choice([5.0, 8.0, 10.0, 15.0]) for prefix in "ABCD" for n in (1, 2)}
    true = {item: usual * rng.uniform(0.6, 1.6) for item, usual in items.items()}
    names = sorted(items)
    assigned: dict[int, frozenset[str]] = {}
    for number in range(1, windows + 1):
        first = names[(number * 2) % len(names)], names[(number * 2 + 1) % len(names)]
        assigned[number] = frozenset({*first, *rng.sample(names, rng.choice([0, 2, 3]))})
    pace = {number: rng.uniform(0.8, 1.25) for number in assigned}
    mean = sum(true.values()) / len(true)
    return HallPlan(items, true, assigned, pace, int(load * windows * DAY_MINUTES / mean))


def run_day(
    plan: HallPlan, shape: Shape, handling: HandlingTimes, seed: int, *, pressure: float = 0.0
) -> tuple[list[Guess], list[Sample]]:
    """Simulate one day; returns a guess for each ordinary arrival that was served, and the finished services."""
    day = Day(plan, random.Random(seed), handling, pressure)
    for number in plan.windows:
        day.serving[number], day.paused_until[number], day.history[number] = None, 0.0, []
    events: list[tuple[float, int, str, int]] = []
    for index, minute in enumerate(_arrivals(plan, shape, day.rng)):
        heapq.heappush(events, (minute, index, "arrive", index))
    while events:
        at, _, kind, key = heapq.heappop(events)
        if kind == "arrive":
            _arrive(day, key, at)
        elif kind == "free":
            _free(day, key, at)
        for number in plan.windows:
            ends = _try_call(day, number, at)
            if ends is not None:
                heapq.heappush(events, (ends, 1_000_000 + len(day.waits) + number, "free", number))
            elif day.paused_until[number] > at:
                heapq.heappush(events, (day.paused_until[number], 2_000_000 + number, "wake", number))
        if kind == "wake" and at > DAY_MINUTES * 4:
            break
    guesses = [Guess(*day.estimates[key], wait) for key, wait in day.waits.items() if key in day.estimates]
    return guesses, day.samples


def _arrivals(plan: HallPlan, shape: Shape, rng: random.Random) -> list[float]:
    weights = [shape(minute) for minute in range(DAY_MINUTES)]
    minutes = rng.choices(range(DAY_MINUTES), weights, k=plan.visitors)
    return sorted(minute + rng.random() for minute in minutes)


def _when(at: float) -> datetime:
    return OPENS + timedelta(minutes=at)


def _arrive(day: Day, key: int, at: float) -> None:
    item = day.rng.choice(sorted(day.plan.items))
    priority = PriorityClass.CARE if day.rng.random() < day.plan.priority else PriorityClass.ORDINARY
    now = _when(at)
    ticket = Ticket(
        id=key + 1,
        day=now.date(),
        prefix=item[0],
        number=key + 1,
        item=item,
        item_name=item,
        department="d",
        zone="A",
        state=TicketState.WAITING,
        issued_at=now,
        queued_at=now,
        station="s",
        priority=priority,
    )
    if priority is PriorityClass.ORDINARY:
        day.estimates[ticket.id] = (_naive(day, ticket), _forecast(day, ticket, at))
    day.waiting.append(ticket)


def _naive(day: Day, ticket: Ticket) -> float:
    """People ahead × mean ÷ open windows, as queue managers print it."""
    ahead = sum(t.prefix == ticket.prefix for t in day.waiting)
    opened = sum(ticket.item in items for items in day.plan.windows.values())
    minutes = [day.handling.of(i).mean for i in day.plan.items if i[0] == ticket.prefix]
    return ahead * (sum(minutes) / len(minutes)) / max(opened, 1)


def _forecast(day: Day, ticket: Ticket, at: float) -> float:
    now = _when(at)
    loads = [
        WindowLoad(
            number,
            items,
            free_in=max(
                minutes_until_free(day.serving[number], day.handling, now=now), day.paused_until[number] - at, 0.0
            ),
            priority_run=run_length(day.history[number]),
        )
        for number, items in day.plan.windows.items()
    ]
    forecast = forecast_waits(
        [*day.waiting, ticket],
        loads,
        day.handling,
        rules=RULES,
        now=now,
        no_show=NoShow(day.plan.no_show, MISS_MINUTES),
        pressure=day.pressure,
    )
    return forecast.waits.get(ticket.id, 0.0)


def _try_call(day: Day, number: int, at: float) -> float | None:
    """Let a free window call; returns when it will be free again, None when it calls nobody."""
    if day.serving[number] is not None or day.paused_until[number] > at:
        return None
    items = day.plan.windows[number]
    now = _when(at)
    choice = choose_next(
        [t for t in day.waiting if t.item in items],
        window=number,
        priority_run=run_length(day.history[number]),
        rules=RULES,
        now=now,
    )
    if choice is None:
        return None
    ticket = choice.ticket
    day.waiting.remove(ticket)
    day.history[number].insert(0, ticket.priority)
    day.waits[ticket.id] = (now - ticket.issued_at).total_seconds() / 60
    missed = day.rng.random() < day.plan.no_show
    lasts = MISS_MINUTES if missed else _service(day, ticket.item, number, at)
    started = ticket.called_to(number, "c", at=now).started(at=now)
    day.serving[number] = replace(started, calls=0 if missed else 1)
    return at + lasts


def _service(day: Day, item: str, number: int, at: float) -> float:
    hour_factor = 1.15 if 120 <= at < 180 else 1.0
    mean = day.plan.true_minutes[item] * day.plan.pace[number] * hour_factor
    return day.rng.lognormvariate(math.log(mean) - 0.5 * 0.55**2, 0.55)


def _free(day: Day, number: int, at: float) -> None:
    ticket = day.serving[number]
    assert ticket is not None and ticket.started_at is not None
    now = _when(at)
    if ticket.calls:
        minutes = (now - ticket.started_at).total_seconds() / 60
        day.samples.append(Sample(ticket.item, number, ticket.started_at.hour, minutes))
    day.serving[number] = None
    if day.rng.random() < day.plan.pause_chance:
        day.paused_until[number] = at + day.rng.uniform(8, 20)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a hall knows of itself: handling times, and the share of time lost to pauses and priorities."""

    handling: HandlingTimes
    pressure: float


def learn(plan: HallPlan, shapes: Sequence[Shape], seed: int, days: int = 5) -> Learnt:
    """Measure handling times over some days, then, over as many more, how far the forecasts fell short."""
    samples: list[Sample] = []
    for number in range(days):
        samples += run_day(plan, shapes[number % len(shapes)], HandlingTimes(plan.items), seed + number)[1]
    handling = HandlingTimes.measured(samples, plan.items)
    expected = actual = 0.0
    for number in range(days):
        for guess in run_day(plan, shapes[number % len(shapes)], handling, seed + days + number)[0]:
            expected, actual = expected + guess.forecast, actual + guess.actual
    return Learnt(handling, max(1 - expected / actual, 0.0) if actual else 0.0)
