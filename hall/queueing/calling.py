"""Calling and serving at a window (叫号、办理): Q-02, Q-03, Q-10, Q-12.

A claim is one guarded statement: of two windows that want the same ticket one wins, the other chooses again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hall.errors import Conflict, HallError, NotAllowed
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.at_window import ticket_at_window
from hall.queueing.issue import ticket_event
from hall.queueing.leaving import close_if_due
from hall.queueing.ordering import Choice, choose_next
from hall.queueing.ticket import PriorityClass, Ticket, TicketState, WrongState, needs_reason
from hall.queueing.visit import called_event, next_step
from hall.staffing.window import Window, WindowState, WindowStateError


class WindowBusy(HallError):
    """The window still has a ticket (窗口有号未办结)."""

    default_message = "本窗口还有未完成的号票，请先完成、过号、转窗或挂起后再叫号。"


class NoTicketHere(HallError):
    """Nobody is at the window (窗口无号)."""

    default_message = "本窗口当前没有号票，请先叫号。"


class NotYetMissed(HallError):
    """Too few calls for 过号 (呼叫次数不足)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A ticket called to a window, and why it (叫号)."""

    ticket: Ticket
    window: Window
    reason: str


def preview_next(uow: UnitOfWork, number: int, *, profile: HallProfile) -> Choice | None:
    """Who would be called next at a window, and why (下一位); reads only."""
    window = uow.windows.get(number)
    return _choose(uow, window, profile, passed_over=frozenset())


def waiting_for(uow: UnitOfWork, number: int) -> Sequence[Ticket]:
    """Tickets a window may call, oldest first (本窗口队列)."""
    window = uow.windows.get(number)
    waiting = uow.tickets.waiting(uow.now.date(), window.authorised)
    return [t for t in waiting if may_call(window, t)]


def may_call(window: Window, ticket: Ticket) -> bool:
    """True when the window is authorised for the ticket's item, stands in its branch, and is not passed over."""
    return (
        ticket.item in window.authorised
        and ticket.branch == window.branch
        and ticket.only_window in (None, window.number)
    )


def call_next(uow: UnitOfWork, number: int, *, by: Actor, profile: HallProfile) -> Call | None:
    """Call the next ticket to a window (叫下一位); None when nobody waits.

    Raises:
        WindowStateError: the window does not serve.
        NotAllowed: the actor does not sit there.
        WindowBusy: the window still has a ticket.
    """
    window = serving_window(uow, number, by)
    _must_be_free(uow, number)
    passed_over: set[int] = set()
    while True:
        choice = _choose(uow, window, profile, frozenset(passed_over))
        if choice is None:
            return None
        called = _claim(uow, window, choice.ticket, by)
        if called is not None:
            uow.record(called_event(called, choice.ticket, number, choice.reason), by=by)
            return Call(called, window, choice.reason)
        passed_over.add(choice.ticket.id)


def call_ticket(uow: UnitOfWork, number: int, ticket_id: int, *, by: Actor, reason: str) -> Call:
    """Call one particular ticket out of turn (点名叫号); the reason is recorded.

    Raises:
        NotAllowed: the window is not authorised for the item (平桥§18), or the ticket waits for another window.
        WrongState: the ticket does not wait.
        BadInput: no reason.
        Conflict: another window was faster.
        WindowBusy, WindowStateError: as in `call_next`.
    """
    window = serving_window(uow, number, by)
    _must_be_free(uow, number)
    ticket = uow.tickets.get(ticket_id)
    if ticket.day != uow.now.date():
        raise WrongState(f"ticket {ticket.label} is of {ticket.day}", message="该号票不是今天的，不能呼叫。")
    if not may_call(window, ticket):
        raise NotAllowed(
            f"window {number} is not authorised for {ticket.item}",
            message=f"{number}号窗口未被授权办理“{ticket.item_name}”，不能呼叫 {ticket.label}。",
        )
    words = f"点名叫号：{needs_reason(reason, '点名叫号')}"
    called = _claim(uow, window, ticket, by)
    if called is None:
        raise Conflict(f"ticket {ticket.label} was called by another window")
    uow.record(called_event(called, ticket, number, words), by=by)
    return Call(called, window, words)


def take_back(uow: UnitOfWork, number: int, ticket_id: int, *, by: Actor) -> Call:
    """Call a suspended ticket straight back to a free window, without queueing again (恢复办理).

    Raises:
        WrongState: it is not suspended, or not of today.
        NotAllowed, Conflict, WindowBusy, WindowStateError: as in `call_ticket`.
    """
    ticket = uow.tickets.get(ticket_id)
    if ticket.state is not TicketState.SUSPENDED:
        raise WrongState(f"ticket {ticket.label} is {ticket.state}, not suspended")
    return call_ticket(uow, number, ticket_id, by=by, reason="挂起后回到窗口办理")


def recall(uow: UnitOfWork, number: int, *, by: Actor) -> Ticket:
    """Call the ticket at the window once more (重呼).

    Raises:
        WrongState: it is being served already, or nobody was called.
    """
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
    after = uow.tickets.save(ticket, ticket.recalled(at=uow.now))
    uow.record(ticket_event("ticket.recalled", after, window=number, calls=after.calls), by=by)
    return after


def start_service(uow: UnitOfWork, number: int, *, by: Actor) -> Ticket:
    """The citizen has come (开始办理)."""
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
    after = uow.tickets.save(ticket, ticket.started(at=uow.now))
    uow.record(ticket_event("ticket.started", after, window=number), by=by)
    return after


def finish_service(uow: UnitOfWork, number: int, *, by: Actor) -> Ticket:
    """The matter is done at this window (完成); a visit with more steps goes on with its number (号随人走).

    Returns:
        The ticket: FINISHED, or WAITING for its next item.
    """
    window = serving_window(uow, number, by, may_be_leaving=True)
    ticket = current_ticket(uow, number)
    done = ticket.finished(at=uow.now)
    over = ticket.day != uow.now.date()  # past midnight nobody waits with yesterday's number
    assert ticket.started_at is not None
    seconds = max(int((uow.now - ticket.started_at).total_seconds()), 0)
    facts = {"window": number, "clerk": by.name, "seconds": seconds}
    if ticket.next_items and not over:
        after = uow.tickets.save(ticket, next_step(uow, ticket, by))
        uow.record(ticket_event("ticket.stepped", after, done=ticket.item, step=after.step, **facts), by=by)
    else:
        after = uow.tickets.save(ticket, done)
        uow.record(ticket_event("ticket.finished", after, **facts), by=by)
    close_if_due(uow, window, by=by)
    return after


def mark_missed(uow: UnitOfWork, number: int, *, by: Actor, profile: HallProfile) -> Ticket:
    """Nobody came after the calls the hall demands (过号, Q-12).

    Raises:
        NotYetMissed: it was called too few times.
    """
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
    needed = profile.tickets.calls_before_missed
    if ticket.state is TicketState.CALLED and ticket.calls < needed:
        raise NotYetMissed(
            f"{ticket.calls} of {needed} calls",
            message=f"{ticket.label} 已呼叫{ticket.calls}次，呼叫满{needed}次后才能过号。",
        )
    after = uow.tickets.save(ticket, ticket.missed())
    uow.record(ticket_event("ticket.missed", after, window=number, calls=after.calls), by=by)
    return after


def current_ticket(uow: UnitOfWork, number: int) -> Ticket:
    """The ticket CALLED or SERVING at a window.

    Raises:
        NoTicketHere: there is none.
    """
    ticket = ticket_at_window(uow, number)
    if ticket is None:
        raise NoTicketHere(f"window {number} has no ticket")
    return ticket


def serving_window(uow: UnitOfWork, number: int, by: Actor, *, may_be_leaving: bool = False) -> Window:
    """The window, checked that the actor sits there and it serves.

    Args:
        may_be_leaving: True for what ends a service: also allowed when the window was taken away or its time is up.

    Raises:
        NotAllowed: not a clerk, or another clerk sits there.
        WindowStateError: closed or paused.
    """
    by.must_be(Role.CLERK)
    window = uow.windows.get(number)
    if window.state is not WindowState.OPEN:
        raise WindowStateError(f"window {number} is {window.state}")
    if window.clerk != by.name:
        raise NotAllowed(f"{by.name} does not sit at window {number}", message="您没有在本窗口签到，不能操作。")
    if not may_be_leaving and not window.serves_at(uow.now) and ticket_at_window(uow, number) is None:
        raise WindowStateError(f"window {number} is over", message="本窗口已撤销或临时窗口已到期，不再叫号。")
    return window


def _must_be_free(uow: UnitOfWork, number: int) -> None:
    ticket = ticket_at_window(uow, number)
    if ticket is not None:
        raise WindowBusy(f"window {number} has {ticket.label} {ticket.state}")


def _choose(uow: UnitOfWork, window: Window, profile: HallProfile, passed_over: frozenset[int]) -> Choice | None:
    day = uow.now.date()
    waiting = [t for t in uow.tickets.waiting(day, window.authorised) if t.branch == window.branch]
    waiting = [t for t in waiting if t.id not in passed_over]
    if not waiting:
        return None
    rules = profile.order.rules
    classes = uow.tickets.last_classes(day, window.number, max(rules.priority_run, 1))
    return choose_next(
        waiting,
        window=window.number,
        specialities=window.specialities,
        priority_run=run_length(classes),
        rules=rules,
        now=uow.now,
    )


def run_length(classes: Sequence[PriorityClass]) -> int:
    """How many priority calls in a row, newest first, until an ordinary one."""
    count = 0
    for priority in classes:
        if priority is PriorityClass.ORDINARY:
            break
        count += 1
    return count


def _claim(uow: UnitOfWork, window: Window, ticket: Ticket, by: Actor) -> Ticket | None:
    return uow.tickets.claim(ticket, ticket.called_to(window.number, by.name, at=uow.now))
