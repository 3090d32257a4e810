"""The journal played back (留痕回放): what each record changed, checked against the state machine as it goes.

Believes the journal only, never the tables: `cli.simulate.audit` compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from hall.journal.record import Record
from hall.queueing.ticket import TRANSITIONS, PriorityClass, TicketEvent, TicketState

EVENTS: Mapping[str, TicketEvent] = {
    "ticket.waiting": TicketEvent.CONFIRM,
    "ticket.called": TicketEvent.CALL,
    "ticket.recalled": TicketEvent.RECALL,
    "ticket.started": TicketEvent.START,
    "ticket.finished": TicketEvent.FINISH,
    "ticket.missed": TicketEvent.MISS,
    "ticket.miss_undone": TicketEvent.UNDO_MISS,
    "ticket.requeued": TicketEvent.REQUEUE,
    "ticket.transferred": TicketEvent.TRANSFER,
    "ticket.suspended": TicketEvent.SUSPEND,
    "ticket.resumed": TicketEvent.RESUME,
    "ticket.voided": TicketEvent.VOID,
    "ticket.stepped": TicketEvent.NEXT_STEP,
}
PLANNED, RELEASED = "ticket.planned", "ticket.released"  # change the ticket and not its state
WINDOW_EVENTS = frozenset({"window.opened", "window.paused", "window.resumed", "window.closed"})
AT_WINDOW = (TicketState.CALLED, TicketState.SERVING)


@dataclass(slots=True)
class Life:
    """One ticket's life as the journal tells it.

    Attributes:
        changes: records that changed it after it was issued.
        wait: seconds from the number to the first call.
    """

    label: str
    item: str
    priority: PriorityClass
    issued: datetime
    queued: datetime
    state: TicketState = TicketState.PENDING_PRINT
    window: int | None = None
    only_window: int | None = None
    changes: int = 0
    wait: float | None = None
    called_at: datetime | None = None


@dataclass(slots=True)
class WindowLife:
    """One window's day: seconds open (not paused) and with a ticket, and when it closed last."""

    changes: int = 0
    open_since: datetime | None = None
    opened: float = 0.0
    busy: float = 0.0
    closed_at: datetime | None = None
    ticket: int | None = None
    taken_at: datetime | None = None


@dataclass(slots=True)
class Replay:
    """What came out; the four lists name the offending records, each must be empty.

    Attributes:
        double_calls: called while not waiting, or to a window that had a ticket.
        wrong_steps: other changes that the state machine does not know.
        unauthorised: called at a window without the item, or meant for another window.
        unexplained: somebody was called before those who came earlier, and no reason stands there.
        first_in_class: calls of whoever of the class came first among those the window could call.
    """

    tickets: dict[int, Life] = field(default_factory=dict)
    windows: dict[int, WindowLife] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    double_calls: list[str] = field(default_factory=list)
    wrong_steps: list[str] = field(default_factory=list)
    unauthorised: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    calls: int = 0
    first_in_class: int = 0
    waiting: dict[int, Life] = field(default_factory=dict)


def replay(records: Iterable[Record], items_of: Mapping[int, frozenset[str]]) -> Replay:
    """Play records by seq; ``items_of`` are the windows' authorised items."""
    out = Replay()
    for record in records:
        out.kinds[record.kind] = out.kinds.get(record.kind, 0) + 1
        _, _, key = record.subject.partition(":")
        if record.kind == "ticket.issued":
            priority = PriorityClass[str(record.payload["priority"])]
            out.tickets[int(key)] = Life(
                str(record.payload["label"]), str(record.payload["item"]), priority, record.at, record.at
            )
        elif record.kind in (PLANNED, RELEASED) and int(key) in out.tickets:
            out.tickets[int(key)].changes += 1
            if record.kind == RELEASED:
                out.tickets[int(key)].only_window = None
        elif record.kind in EVENTS:
            _step(out, record, int(key), EVENTS[record.kind], items_of)
        elif record.kind in WINDOW_EVENTS:
            _window(out.windows.setdefault(int(key), WindowLife()), record)
    return out


def _step(
    out: Replay, record: Record, key: int, event: TicketEvent, items_of: Mapping[int, frozenset[str]]
) -> None:
    life = out.tickets.get(key)
    where = f"{record.seq} {record.kind} {record.subject}"
    if life is None:
        out.wrong_steps.append(f"{where}: never issued")
        return
    life.changes += 1
    after = TRANSITIONS[life.state].get(event)
    if after is None:
        (out.double_calls if event is TicketEvent.CALL else out.wrong_steps).append(f"{where} in {life.state}")
        return
    if event is TicketEvent.CALL:
        _call(out, record, key, life, where, items_of)
    if life.state in AT_WINDOW and after not in AT_WINDOW and life.window is not None:
        _release(out.windows[life.window], record.at)
    if event is TicketEvent.UNDO_MISS and life.window is not None:
        _occupy(out, life.window, key, record.at, where)
    life.state = after
    if event in (TicketEvent.TRANSFER, TicketEvent.REQUEUE, TicketEvent.RESUME, TicketEvent.NEXT_STEP):
        life.window = None
    if event is TicketEvent.NEXT_STEP:
        life.item, life.only_window = str(record.payload["item"]), None
    if event is TicketEvent.TRANSFER:
        to = record.payload.get("to")
        life.only_window = None if to is None else int(to)
    if event is TicketEvent.REQUEUE:
        life.queued = record.at
    if after is TicketState.WAITING:
        out.waiting[key] = life
    else:
        out.waiting.pop(key, None)


def _call(
    out: Replay, record: Record, key: int, life: Life, where: str, items_of: Mapping[int, frozenset[str]]
) -> None:
    window = int(record.payload["window"])
    mine = items_of.get(window, frozenset())
    if life.item not in mine or life.only_window not in (None, window):
        out.unauthorised.append(f"{where} at {window}")
    before = [
        other
        for other_key, other in out.waiting.items()
        if other_key != key
        and other.item in mine
        and other.only_window in (None, window)
        and other.queued < life.queued
    ]
    out.calls += 1
    out.first_in_class += not any(other.priority <= life.priority for other in before)
    if before and not record.payload.get("reason"):
        out.unexplained.append(where)
    if life.wait is None:
        life.wait = (record.at - life.issued).total_seconds()
    life.window, life.called_at = window, record.at
    _occupy(out, window, key, record.at, where)


def _occupy(out: Replay, number: int, key: int, at: datetime, where: str) -> None:
    window = out.windows.setdefault(number, WindowLife())
    if window.ticket is not None:
        out.double_calls.append(f"{where}: window {number} had ticket {window.ticket}")
    window.ticket, window.taken_at = key, at


def _release(window: WindowLife, at: datetime) -> None:
    if window.taken_at is not None:
        window.busy += (at - window.taken_at).total_seconds()
    window.ticket = window.taken_at = None


def _window(window: WindowLife, record: Record) -> None:
    window.changes += 1
    if record.kind in ("window.opened", "window.resumed"):
        window.open_since = record.at
        return
    if window.open_since is not None:
        window.opened += (record.at - window.open_since).total_seconds()
        window.open_since = None
    if record.kind == "window.closed":
        window.closed_at = record.at


def gaps(numbers: Iterable[int]) -> int:
    """How many of 1 … n are missing or doubled."""
    ordered = sorted(numbers)
    doubled = sum(a == b for a, b in pairwise(ordered))
    return (max(ordered) - len(set(ordered)) if ordered else 0) + doubled
