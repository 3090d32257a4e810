"""Suggesting, confirming and measuring a change of the windows (窗口动态调整): 卫东16, Q-08."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from hall.errors import BadInput
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.balancing import Change, Suggestion, suggest
from hall.queueing.forecast import WindowLoad
from hall.queueing.outlook import Learnt, window_load
from hall.queueing.suggestion import SuggestionRecord, SuggestionState
from hall.queueing.ticket import AT_A_WINDOW, TicketState
from hall.staffing.window import Window, WindowState, window_event

DECIDES = (Role.GUIDE, Role.CENTRE, Role.SUPERVISOR, Role.ADMIN)
EFFECT_AFTER = timedelta(hours=1)
LEAST_CALLS = 5  # with fewer calls since, nothing can be said of the effect


@dataclass(frozen=True, slots=True)
class WindowWork:
    """What a window does today (窗口工作量): items, services, mean minutes, how many wait whom it may call."""

    window: int
    items: frozenset[str]
    served: int
    mean_minutes: float
    waiting: int


def workload(uow: UnitOfWork) -> list[WindowWork]:
    """Item types, volume, handling time and load of each window (卫东16)."""
    day = uow.now.date()
    done = uow.tickets.in_state(day, (TicketState.FINISHED,))
    waiting = uow.tickets.in_state(day, (TicketState.WAITING,))
    lines = []
    for window in uow.windows.all():
        mine = [t for t in done if t.window == window.number and t.started_at and t.finished_at]
        minutes = [
            max((t.finished_at - t.started_at).total_seconds() / 60, 0.0)
            for t in mine
            if t.started_at and t.finished_at
        ]
        load = sum(t.item in window.authorised and t.branch == window.branch for t in waiting)
        mean = sum(minutes) / len(minutes) if minutes else 0.0
        lines.append(WindowWork(window.number, window.authorised, len(mine), mean, load))
    return lines


def best_change(uow: UnitOfWork, *, profile: HallProfile, learnt: Learnt) -> Suggestion | None:
    """The change that helps most now; None when none is worth it. Reads only.

    A closed window can be opened when somebody trained for it is not at another one. A window that serves may take
    on items its clerk was trained for.
    """
    day = uow.now.date()
    current = {t.window: t for t in uow.tickets.in_state(day, AT_A_WINDOW)}
    windows = [w for w in uow.windows.all() if w.active]
    clerks = {clerk.number: clerk for clerk in uow.clerks.all() if clerk.active}
    busy = {w.clerk for w in windows if w.clerk}
    free = [clerk for number, clerk in clerks.items() if number not in busy and Role.CLERK in clerk.roles]
    serving: list[WindowLoad] = []
    may_serve: dict[int, frozenset[str]] = {}
    can_open: list[WindowLoad] = []
    for window in windows:
        load = window_load(window, current.get(window.number), learnt, uow.now)
        if load is not None:
            serving.append(load)
            sits = clerks.get(window.clerk or "")
            may_serve[window.number] = sits.trained_items if sits else frozenset()
        elif window.state is WindowState.CLOSED and window.serves_at(uow.now):
            trained = [clerk.trained_items & window.authorised for clerk in free]
            if any(trained):
                items = max(trained, key=len)
                can_open.append(WindowLoad(window.number, items, window.specialities & items))
    waiting = uow.tickets.in_state(day, (TicketState.WAITING,))
    return suggest(
        waiting, serving, can_open=can_open, may_serve=may_serve, handling=learnt.handling,
        rules=profile.order.rules, now=uow.now,
    )  # fmt: skip


def propose(uow: UnitOfWork, suggestion: Suggestion, *, by: Actor) -> SuggestionRecord:
    """Put a suggestion on record for a person to decide; the same one still undecided is not doubled."""
    by.must_be(Role.SYSTEM, *DECIDES)
    today = uow.now.date()
    for known in uow.registers.suggestions.where(day=today, state=SuggestionState.PROPOSED):
        if (known.change, known.window, known.items) == (suggestion.change, suggestion.window, suggestion.items):
            return known
    made = uow.registers.suggestions.add(
        SuggestionRecord(
            0, today, uow.now, suggestion.change, suggestion.window, suggestion.items, suggestion.before,
            suggestion.after,
        )
    )  # fmt: skip
    uow.record(_event("balance.proposed", made, words=suggestion.words), by=by)
    return made


def decide(uow: UnitOfWork, suggestion_id: int, *, accept: bool, by: Actor) -> SuggestionRecord:
    """A person confirms or declines (确认). New items are authorised at once; to open, a clerk signs in.

    Raises:
        BadInput: it was decided already.
        Conflict: the window changed in between.
    """
    by.must_be(*DECIDES)
    before = uow.registers.suggestions.get(suggestion_id)
    if before.state is not SuggestionState.PROPOSED:
        raise BadInput(f"suggestion {suggestion_id} is {before.state}", message="该建议已处理。")
    if accept and before.change is not Change.OPEN:
        window = uow.windows.get(before.window)
        changed = uow.windows.save(window, _with_items(window, before))
        uow.record(window_event("window.items_changed", changed, items=sorted(before.items)), by=by)
    state = SuggestionState.CONFIRMED if accept else SuggestionState.DECLINED
    after = uow.registers.suggestions.save(
        before, replace(before, state=state, decided_by=by.name, decided_at=uow.now)
    )
    uow.record(_event(f"balance.{state}", after), by=by)
    return after


def measure_effect(uow: UnitOfWork, suggestion_id: int, *, by: Actor) -> SuggestionRecord | None:
    """Measure the 90th percentile of the waits of those taken and called since (成效评估); None for too few.

    Raises:
        BadInput: it was not confirmed.
    """
    by.must_be(Role.SYSTEM, *DECIDES)
    before = uow.registers.suggestions.get(suggestion_id)
    if before.state is SuggestionState.MEASURED:
        return before
    if before.state is not SuggestionState.CONFIRMED or before.decided_at is None:
        raise BadInput(f"suggestion {suggestion_id} is {before.state}", message="只评估已采纳的建议。")
    called = uow.tickets.in_state(before.day, (*AT_A_WINDOW, TicketState.FINISHED, TicketState.MISSED))
    waits = sorted(
        max((t.called_at - t.issued_at).total_seconds() / 60, 0.0)
        for t in called
        if t.called_at is not None and t.called_at >= before.decided_at
    )
    if len(waits) < LEAST_CALLS:
        return None
    measured = waits[int(0.9 * (len(waits) - 1))]
    after = uow.registers.suggestions.save(
        before, replace(before, state=SuggestionState.MEASURED, measured=measured, measured_at=uow.now)
    )
    uow.record(_event("balance.measured", after, measured=round(measured, 1)), by=by)
    return after


def measure_due(uow: UnitOfWork, *, by: Actor) -> list[SuggestionRecord]:
    """Measure today's confirmed suggestions an hour after they were decided (成效评估). May be repeated."""
    confirmed = uow.registers.suggestions.where(day=uow.now.date(), state=SuggestionState.CONFIRMED)
    due = [s for s in confirmed if s.decided_at is not None and uow.now - s.decided_at >= EFFECT_AFTER]
    measured = [measure_effect(uow, record.id, by=by) for record in due]
    return [record for record in measured if record is not None]


def _with_items(window: Window, record: SuggestionRecord) -> Window:
    if record.change is Change.ADD_ITEMS:
        return replace(window, items=window.items | record.items)
    return replace(window, items=record.items, specialities=frozenset())


def _event(kind: str, record: SuggestionRecord, **facts: object) -> Event:
    basic = {"change": str(record.change), "window": record.window, "items": sorted(record.items)}
    expected = {"before": round(record.before, 1), "after": round(record.after, 1)}
    return Event(kind, f"suggestion:{record.id}", {**basic, **expected, **facts})
