"""Whose turn it is, and why (排序规则): a pure function over a snapshot of those who wait.

The order, first match wins (Q-10: explainable, nobody starves):

1. longest-wait guard: who has waited longer than ``longest_wait_minutes`` goes first, oldest first; priority
   tickets take turns with them, one each, so that a crowded day does not undo the classes;
2. N:1 interleave: after ``priority_run`` priority tickets in a row the window takes an ordinary one;
3. window specialities first, when the hall says so;
4. class (绿色通道 → 急办 → 预约 in its slot → 老弱病残孕军 → ordinary);
5. who came first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, Ticket


@dataclass(frozen=True, slots=True)
class OrderingRules:
    """The hall's settings (⚙) for the order.

    Attributes:
        priority_run: priority tickets that may be called in a row at a window while ordinary ones wait.
        longest_wait_minutes: the guard; 0 switches it off.
        specialities_first: a window takes its specialities before its other items.
    """

    priority_run: int = 2
    longest_wait_minutes: int = 60
    specialities_first: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """The ticket chosen and the reason in words (下一位为何是他)."""

    ticket: Ticket
    reason: str


def choose_next(
    waiting: Sequence[Ticket],
    *,
    window: int,
    specialities: frozenset[str] = frozenset(),
    priority_run: int = 0,
    rules: OrderingRules,
    now: datetime,
) -> Choice | None:
    """Choose who is called next at a window; None when nobody may be.

    Args:
        waiting: tickets in WAITING whose item the window is authorised for, in any order.
        window: the calling window; tickets waiting for another window only are passed over.
        specialities: items the window serves first.
        priority_run: priority tickets called here in a row just before.
        rules: the hall's settings.
        now: time of the call.
    """
    queue = sorted(
        (t for t in waiting if t.only_window in (None, window)), key=lambda t: (t.queued_at, t.prefix, t.number)
    )
    if not queue:
        return None
    oldest = queue[0]
    limit = timedelta(minutes=rules.longest_wait_minutes)
    if limit and now - oldest.queued_at >= limit:
        urgent = [t for t in queue if t.class_at(now) is not PriorityClass.ORDINARY]
        if urgent and not priority_run:
            best = min(urgent, key=lambda t: (t.class_at(now), t.queued_at, t.prefix, t.number))
            return Choice(best, _reason(best, among_specialities=False, now=now))
        return Choice(oldest, f"已等候{_minutes(oldest, now)}分钟，超过{rules.longest_wait_minutes}分钟，最先办理")
    if priority_run >= rules.priority_run:
        ordinary = [t for t in queue if t.class_at(now) is PriorityClass.ORDINARY]
        if ordinary and len(ordinary) < len(queue):
            return Choice(ordinary[0], f"已连续办理{priority_run}位优先，轮到普通号中最先取号的一位")
    candidates = queue
    mine = [t for t in queue if t.item in specialities] if rules.specialities_first else []
    if mine:
        candidates = mine
    best = min(candidates, key=lambda t: (t.class_at(now), t.queued_at, t.prefix, t.number))
    return Choice(best, _reason(best, among_specialities=bool(mine) and len(mine) < len(queue), now=now))


def _reason(ticket: Ticket, *, among_specialities: bool, now: datetime) -> str:
    if ticket.class_at(now) is not PriorityClass.ORDINARY:
        why = f"：{ticket.priority_reason}" if ticket.priority_reason else ""
        return f"{PRIORITY_NAMES[ticket.priority]}{why}，已等候{_minutes(ticket, now)}分钟"
    if ticket.only_window is not None:
        return f"转到本窗口并保留原顺序，取号至今{_minutes(ticket, now)}分钟"
    if among_specialities:
        return f"本窗口专办事项中最先取号，已等候{_minutes(ticket, now)}分钟"
    return f"最先取号，已等候{_minutes(ticket, now)}分钟"


def _minutes(ticket: Ticket, now: datetime) -> int:
    return max(int((now - ticket.queued_at).total_seconds() // 60), 0)
