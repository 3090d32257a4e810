"""Estimated wait by simulating the queue as it stands (预计等候).

A discrete-event simulation with expected handling times: each window becomes free at its time and takes whom the
hall's order would give it. Reads a snapshot, has no randomness, and costs a few microseconds a waiting ticket.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hall.queueing.estimate import Estimate
from hall.queueing.handling import HandlingTimes
from hall.queueing.ordering import OrderingRules
from hall.queueing.ticket import PriorityClass, Ticket, TicketState


@dataclass(frozen=True, slots=True)
class WindowLoad:
    """A window that serves, or will.

    Attributes:
        free_in: expected minutes until it can call the next one.
        priority_run: priority calls in a row just made here.
    """

    number: int
    items: frozenset[str]
    specialities: frozenset[str] = frozenset()
    free_in: float = 0.0
    priority_run: int = 0


@dataclass(frozen=True, slots=True)
class NoShow:
    """How often nobody comes, and what a call into the void costs (过号).

    Attributes:
        share: share of called tickets that are missed, 0 … 1.
        minutes: from the first call to 过号.
    """

    share: float = 0.05
    minutes: float = 2.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Expected wait of each ticket in minutes, and its deviation; a ticket that nobody may call is absent."""

    waits: Mapping[int, float]
    deviations: Mapping[int, float]

    def range_of(self, ticket_id: int) -> Estimate | None:
        """“约 10–15 分钟”: about the middle two thirds, in steps of five minutes; None when nobody can call it."""
        wait = self.waits.get(ticket_id)
        return None if wait is None else honest_range(wait, self.deviations[ticket_id])


def honest_range(wait: float, deviation: float) -> Estimate:
    """A range of five-minute steps around ``wait`` ± one standard deviation, never wider than the wait itself."""
    half = min(deviation, max(wait / 2, 2.5))
    low = int(max(wait - half, 0) // 5) * 5
    high = max(math.ceil((wait + half) / 5) * 5, low + 5)
    return Estimate(low, high)


def forecast_waits(
    waiting: Sequence[Ticket],
    windows: Sequence[WindowLoad],
    handling: HandlingTimes,
    *,
    rules: OrderingRules,
    now: datetime,
    no_show: NoShow | None = None,
    pressure: float = 0.0,
) -> Forecast:
    """Simulate the queue until everybody who can be called is called.

    Args:
        waiting: tickets in WAITING, in any order; a ticket not issued yet may be added with an id of its own.
        windows: those that serve.
        handling: expected handling times.
        rules: the hall's order.
        now: time of the snapshot, in the hall's zone.
        no_show: None for the usual.
        pressure: share of the windows' time that priority tickets still to come will take, 0 … 0.9; the wait of
            the others is stretched by it.
    """
    no_show = no_show or NoShow()
    stretch = 1.0 / (1.0 - min(max(pressure, 0.0), 0.9))
    queue = sorted(waiting, key=lambda t: (t.queued_at, t.prefix, t.number))
    free = [(max(w.free_in, 0.0), w.number) for w in windows]
    heapq.heapify(free)
    by_number = {w.number: w for w in windows}
    runs = {w.number: w.priority_run for w in windows}
    waits: dict[int, float] = {}
    deviations: dict[int, float] = {}
    variance = dict.fromkeys(by_number, 0.0)
    while free and queue:
        at, number = heapq.heappop(free)
        window = by_number[number]
        index = _pick(queue, window, runs[number], rules, now, at)
        if index is None:
            continue  # nobody for this window: it stays idle
        ticket = queue.pop(index)
        plain = ticket.class_at(now + timedelta(minutes=at)) is PriorityClass.ORDINARY
        waits[ticket.id] = at * (stretch if plain else 1.0)
        deviations[ticket.id] = math.sqrt(variance[number])
        runs[number] = 0 if plain else runs[number] + 1
        time = handling.of(ticket.item, number, (now + timedelta(minutes=at)).hour)
        variance[number] += time.deviation**2
        takes = (1 - no_show.share) * time.mean + no_show.share * no_show.minutes
        heapq.heappush(free, (at + takes, number))
    return Forecast(waits, deviations)


def _pick(
    queue: Sequence[Ticket], window: WindowLoad, run: int, rules: OrderingRules, now: datetime, at: float
) -> int | None:
    """Index of whom the window takes; the same rules as `choose_next`, on a queue sorted by place."""
    mine = [i for i, t in enumerate(queue) if t.item in window.items and t.only_window in (None, window.number)]
    if not mine:
        return None
    then = now + timedelta(minutes=at)
    guard = rules.longest_wait_minutes
    if guard and (now - queue[mine[0]].queued_at).total_seconds() / 60 + at >= guard:
        urgent = [] if run else [i for i in mine if queue[i].class_at(then) is not PriorityClass.ORDINARY]
        return min(urgent, key=lambda i: (queue[i].class_at(then), i), default=mine[0])
    if run >= rules.priority_run:
        plain = next((i for i in mine if queue[i].class_at(then) is PriorityClass.ORDINARY), None)
        if plain is not None:
            return plain
    if rules.specialities_first and window.specialities:
        mine = [i for i in mine if queue[i].item in window.specialities] or mine
    return min(mine, key=lambda i: (queue[i].class_at(then), i))


def minutes_until_free(
    ticket: Ticket | None, handling: HandlingTimes, *, now: datetime, walk: float = 0.5
) -> float:
    """Expected minutes until a window is free of the ticket it has; 0 when it has none.

    Args:
        walk: minutes from the call until the citizen sits down.
    """
    if ticket is None or ticket.window is None:
        return 0.0
    if ticket.state is TicketState.SERVING and ticket.started_at is not None:
        time = handling.of(ticket.item, ticket.window, ticket.started_at.astimezone(now.tzinfo).hour)
        return time.remaining((now - ticket.started_at).total_seconds() / 60)
    return walk + handling.of(ticket.item, ticket.window, now.hour).mean
