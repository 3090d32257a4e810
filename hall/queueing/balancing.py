"""Live suggestions to balance the windows (窗口动态调整): 卫东16, Q-08.

Each possible change is simulated with the queue as it stands; the best is offered with its expected effect on the
90th-percentile wait. A person decides; afterwards the effect is measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hall.queueing.forecast import WindowLoad, forecast_waits
from hall.queueing.handling import HandlingTimes
from hall.queueing.ordering import OrderingRules
from hall.queueing.ticket import Ticket


class Change(StrEnum):
    """What may be suggested."""

    OPEN = "open"  # 开放窗口
    ADD_ITEMS = "add_items"  # 增加事项授权
    MOVE = "move"  # 调整到别的事项


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change and what it is expected to do.

    Attributes:
        items: items the window would take on.
        before, after: 90th percentile of the expected waits in minutes.
    """

    change: Change
    window: int
    items: frozenset[str]
    before: float
    after: float

    @property
    def words(self) -> str:
        """For the guide desk, such as “建议开放5号窗口：九成等候由约40分钟降到约22分钟”."""
        verb = {Change.OPEN: "开放", Change.ADD_ITEMS: "增加事项到", Change.MOVE: "调整"}[self.change]
        return f"建议{verb}{self.window}号窗口：九成等候由约{self.before:.0f}分钟降到约{self.after:.0f}分钟"


def suggest(
    waiting: Sequence[Ticket],
    serving: Sequence[WindowLoad],
    *,
    can_open: Sequence[WindowLoad],
    may_serve: Mapping[int, frozenset[str]],
    handling: HandlingTimes,
    rules: OrderingRules,
    now: datetime,
    least_gain: float = 5.0,
) -> Suggestion | None:
    """The change that shortens the 90th-percentile wait most; None when none gains ``least_gain`` minutes.

    Args:
        waiting: tickets in WAITING.
        serving: windows that serve.
        can_open: closed windows for which a trained clerk is there.
        may_serve: for each serving window, items its clerk is trained for and the hall may add (委托 stored).
    """

    def percentile(windows: Sequence[WindowLoad]) -> float:
        waits = forecast_waits(waiting, windows, handling, rules=rules, now=now).waits
        stranded = [240.0 for t in waiting if t.id not in waits]
        ordered = sorted([*waits.values(), *stranded])
        return ordered[int(0.9 * (len(ordered) - 1))] if ordered else 0.0

    before = percentile(serving)
    options: list[Suggestion] = []
    for window in can_open:
        options.append(Suggestion(Change.OPEN, window.number, window.items, before, percentile([*serving, window])))
    needed = {t.item for t in waiting}
    for index, window in enumerate(serving):
        extra = (may_serve.get(window.number, frozenset()) & needed) - window.items
        if not extra:
            continue
        others = [*serving[:index], *serving[index + 1 :]]
        wider = replace(window, items=window.items | extra)
        moved = replace(window, items=extra, specialities=frozenset())
        options.append(Suggestion(Change.ADD_ITEMS, window.number, extra, before, percentile([*others, wider])))
        options.append(Suggestion(Change.MOVE, window.number, extra, before, percentile([*others, moved])))
    best = min(options, key=lambda s: (s.after, list(Change).index(s.change), s.window), default=None)
    return best if best is not None and before - best.after >= least_gain else None
