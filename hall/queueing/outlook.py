"""How long one will wait, from measured times (等候形势): Q-09.

What was learnt from past tickets changes slowly, the queue quickly. Both are read outside the transaction that
issues a number, so that issuing costs no more for it; a few seconds of age don't matter to an answer in steps of
five minutes.
"""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hall.ports import Store, UnitOfWork
from hall.queueing.estimate import Estimate
from hall.queueing.forecast import Forecast, NoShow, WindowLoad, forecast_waits, honest_range, minutes_until_free
from hall.queueing.handling import HandlingTimes
from hall.queueing.ordering import OrderingRules
from hall.queueing.ticket import AT_A_WINDOW, Ticket, TicketEstimate, TicketState
from hall.staffing.window import Window, WindowState

LEARN_DAYS = 28
PRIOR_CALLS = 40.0  # what is usual counts as so many calls, or told waits
MOST_PRESSURE = 0.5
STALE_S = 60.0  # older than this an outlook tells nothing


@dataclass(frozen=True, slots=True)
class Learnt:
    """What past tickets tell: handling times, how often nobody comes, and how far the forecasts fell short."""

    handling: HandlingTimes
    no_show: NoShow
    pressure: float


def learn(uow: UnitOfWork, *, days: int = LEARN_DAYS) -> Learnt:
    """Learn from the tickets of the last ``days`` days; with few of them the answer stays near the usual."""
    since = uow.now.date() - timedelta(days=days)
    usual = {item.code: item.minutes for item in uow.catalogue.items()}
    handling = HandlingTimes.measured(uow.statistics.finished_services(since), usual)
    called, missed = uow.statistics.calls_and_misses(since)
    share = (missed + NoShow().share * PRIOR_CALLS) / (called + PRIOR_CALLS)
    plain = [o for o in uow.statistics.estimate_outcomes(since) if not o.priority]
    expected, actual = sum(o.raw for o in plain), sum(o.waited for o in plain)
    shortfall = max(1 - expected / actual, 0.0) if actual else 0.0
    trust = len(plain) / (len(plain) + PRIOR_CALLS)
    return Learnt(handling, NoShow(share=min(share, 1.0)), min(shortfall * trust, MOST_PRESSURE))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Expected waits as the queue stood at ``at``, in minutes.

    Attributes:
        forecast: of those who wait.
        newcomers: branch and item -> expected wait and deviation of an ordinary ticket taken now; items that no
            window serves are absent.
        waiting: how many wait for each item of a branch.
        pressure: share of the windows' time that priority tickets still to come will take.
    """

    at: datetime
    forecast: Forecast
    newcomers: Mapping[tuple[str, str], tuple[float, float]]
    waiting: Mapping[tuple[str, str], int]
    pressure: float

    def for_new(self, item: str, branch: str = "") -> TicketEstimate | None:
        """What a new ordinary ticket tells; None while no window serves the item."""
        found = self.newcomers.get((branch, item))
        if found is None:
            return None
        wait, deviation = found
        told = honest_range(wait, deviation)
        return TicketEstimate(told.low, told.high, wait, wait * (1 - self.pressure))

    def for_ticket(self, ticket_id: int) -> Estimate | None:
        """How long one who waits will wait from now on; None when nobody can call it."""
        return self.forecast.range_of(ticket_id)

    def for_items(self, items: Sequence[str], branch: str = "") -> Estimate | None:
        """About how long somebody new waits in a zone with these items; None while nobody serves there."""
        known = [(branch, item) for item in items if (branch, item) in self.newcomers]
        if not known:
            return None
        weights = [self.waiting.get(key, 0) for key in known]
        if not any(weights):
            weights = [1] * len(known)
        total = sum(weights)
        wait = sum(self.newcomers[key][0] * weight for key, weight in zip(known, weights, strict=True)) / total
        deviation = max(self.newcomers[key][1] for key in known)
        return honest_range(wait, deviation)


def read_outlook(uow: UnitOfWork, *, rules: OrderingRules, learnt: Learnt) -> Outlook:
    """Simulate the queue as it stands, with everybody who waits and with one newcomer for each kind of item."""
    day = uow.now.date()
    waiting = uow.tickets.in_state(day, (TicketState.WAITING,))
    current = {t.window: t for t in uow.tickets.in_state(day, AT_A_WINDOW)}
    waits: dict[int, float] = {}
    deviations: dict[int, float] = {}
    newcomers: dict[tuple[str, str], tuple[float, float]] = {}
    windows = uow.windows.all()
    for branch in sorted({w.branch for w in windows}):
        loads = [
            load
            for w in windows
            if w.branch == branch and (load := window_load(w, current.get(w.number), learnt, uow.now)) is not None
        ]
        queue = [t for t in waiting if t.branch == branch]

        def simulate(tickets: Sequence[Ticket], loads: Sequence[WindowLoad] = loads) -> Forecast:
            return forecast_waits(
                tickets, loads, learnt.handling, rules=rules, now=uow.now, no_show=learnt.no_show,
                pressure=learnt.pressure,
            )  # fmt: skip

        here = simulate(queue)
        waits |= here.waits
        deviations |= here.deviations
        answers: dict[tuple[frozenset[int], frozenset[int]], tuple[float, float] | None] = {}
        for item in uow.catalogue.items():
            # Items that the same windows serve, and prefer, wait alike: one simulation for all of them.
            alike = (
                frozenset(load.number for load in loads if item.code in load.items),
                frozenset(load.number for load in loads if item.code in load.specialities),
            )
            if not alike[0]:
                continue
            if alike not in answers:
                answers[alike] = _newcomer(simulate, queue, item.code, day, uow.now)
            answer = answers[alike]
            if answer is not None:
                newcomers[branch, item.code] = answer
    counts = Counter((t.branch, t.item) for t in waiting)
    return Outlook(uow.now, Forecast(waits, deviations), newcomers, counts, learnt.pressure)


def window_load(window: Window, ticket: Ticket | None, learnt: Learnt, now: datetime) -> WindowLoad | None:
    """A window as the forecast takes it: open, or paused and expected back; None when it does not serve."""
    free_in = minutes_until_free(ticket, learnt.handling, now=now)
    if window.state is WindowState.PAUSED and window.pause is not None and window.pause.back_at > now:
        free_in += (window.pause.back_at - now).total_seconds() / 60
    elif window.state is not WindowState.OPEN:
        return None
    if not window.active:
        return None
    return WindowLoad(window.number, window.authorised, window.specialities, free_in)


def _newcomer(
    simulate: Callable[[Sequence[Ticket]], Forecast], queue: Sequence[Ticket], item: str, day: date, now: datetime
) -> tuple[float, float] | None:
    latest = max([now, *(t.queued_at for t in queue)])
    new = Ticket(
        id=0, day=day, prefix="~", number=1, item=item, item_name="", department="", zone="",
        state=TicketState.WAITING, issued_at=now, queued_at=latest, station="",
    )  # fmt: skip
    answer = simulate([*queue, new])
    return None if new.id not in answer.waits else (answer.waits[new.id], answer.deviations[new.id])


@dataclass(frozen=True, slots=True)
class EstimateReport:
    """How far the told waits were off (预计等候误差), in minutes.

    Attributes:
        tickets: how many were told a wait and called.
        mean_error: mean absolute error; bias: mean of told − waited.
        in_range: share of tickets whose wait lay in the range they were told.
    """

    tickets: int
    mean_error: float
    bias: float
    in_range: float
    mean_wait: float


def estimate_report(uow: UnitOfWork, since: date) -> EstimateReport:
    """The error of the estimates of all ordinary tickets called from ``since`` on; NaN where there are none."""
    outcomes = [o for o in uow.statistics.estimate_outcomes(since) if not o.priority]
    count = len(outcomes)
    if not count:
        return EstimateReport(0, math.nan, math.nan, math.nan, math.nan)
    return EstimateReport(
        tickets=count,
        mean_error=sum(abs(o.told - o.waited) for o in outcomes) / count,
        bias=sum(o.told - o.waited for o in outcomes) / count,
        in_range=sum(o.low <= o.waited <= o.high for o in outcomes) / count,
        mean_wait=sum(o.waited for o in outcomes) / count,
    )


class Forecaster:
    """Keeps an outlook that is never older than it may be; one for an application, used from any thread.

    Args:
        store: read, never written.
        rules: the hall's order.
        clock: seconds that only grow, such as ``time.monotonic``.
        fresh_s: an outlook is read again when it is older.
        learn_s: what was learnt is learnt again when it is older.
    """

    def __init__(
        self,
        store: Store,
        rules: OrderingRules,
        *,
        clock: Callable[[], float],
        fresh_s: float = 5.0,
        learn_s: float = 1800.0,
    ) -> None:
        self._store = store
        self._rules = rules
        self._clock = clock
        self._fresh_s = fresh_s
        self._learn_s = learn_s
        self._lock = threading.Lock()
        self._learnt: tuple[float, Learnt] | None = None
        self._outlook: tuple[float, Outlook] | None = None

    def latest(self) -> Outlook | None:
        """The outlook as it was read last, from memory; None when that was never or a minute ago."""
        kept = self._outlook
        return None if kept is None or self._clock() - kept[0] > STALE_S else kept[1]

    def current(self) -> Outlook:
        """The outlook, read again when it is old.

        Raises:
            Unavailable: the database can't be read.
        """
        now = self._clock()
        with self._lock:
            if self._outlook is None or now - self._outlook[0] >= self._fresh_s:
                with self._store.reading() as uow:
                    if self._learnt is None or now - self._learnt[0] >= self._learn_s:
                        self._learnt = (now, learn(uow))
                    found = read_outlook(uow, rules=self._rules, learnt=self._learnt[1])
                self._outlook = (now, found)
            return self._outlook[1]
