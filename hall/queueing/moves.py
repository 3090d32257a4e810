"""What else may happen to a ticket: back into the queue, to another window, aside, void (Q-12, Q-13)."""

from __future__ import annotations

from datetime import timedelta

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.profile import HallProfile, RequeueRule
from hall.queueing.at_window import ticket_at_window
from hall.queueing.calling import current_ticket, serving_window
from hall.queueing.issue import ticket_event
from hall.queueing.quota import give_back_quota
from hall.queueing.ticket import Ticket, TicketState, WrongState, needs_reason
from hall.staffing.window import WindowState

STAFF = (Role.CLERK, Role.GUIDE, Role.SUPERVISOR)


def undo_missed(uow: UnitOfWork, number: int, ticket_id: int, *, by: Actor) -> Ticket:
    """Take back a 过号 pressed by mistake, while the window is free (撤销过号).

    Raises:
        WrongState: it is not missed, was missed at another window, or the window serves someone.
    """
    serving_window(uow, number, by)
    ticket = uow.tickets.get(ticket_id)
    if ticket.window != number or ticket_at_window(uow, number) is not None:
        raise WrongState(f"ticket {ticket.label} can't come back to window {number}")
    after = uow.tickets.save(ticket, ticket.miss_undone())
    uow.record(ticket_event("ticket.miss_undone", after, window=number), by=by)
    return after


def requeue(uow: UnitOfWork, ticket_id: int, *, by: Actor, profile: HallProfile) -> Ticket:
    """Put a missed ticket back into the queue, as often and where the hall allows (过号重排).

    Raises:
        BadInput: the hall's rule is void, it was re-queued often enough, or the person took a new number.
        WrongState: it is not missed, or not of today.
    """
    by.must_be(*STAFF, Role.CITIZEN)
    ticket = uow.tickets.get(ticket_id)
    if ticket.day != uow.now.date():
        raise WrongState(f"ticket {ticket.label} is of {ticket.day}", message="该号票不是今天的，请重新取号。")
    rule = profile.tickets.requeue
    if rule is RequeueRule.VOID or ticket.requeues >= profile.tickets.requeues_allowed:
        raise BadInput("no more re-queueing", message=f"{ticket.label} 已过号，不能再次排队，请重新取号。")
    other = uow.tickets.open_of_holder(ticket.day, uow.tickets.holder_of(ticket.id), ticket.item)
    if other is not None:
        raise BadInput("took a new number", message=f"已另取号 {other.label}，{ticket.label} 不再排队。")
    place = uow.now
    ahead = uow.tickets.waiting(ticket.day, (ticket.item,))
    if rule is RequeueRule.PLUS_THREE and len(ahead) > 3:
        place = ahead[2].queued_at + timedelta(microseconds=1)
    after = uow.tickets.save(ticket, ticket.requeued(queued_at=place))
    uow.record(ticket_event("ticket.requeued", after, rule=str(rule)), by=by)
    return after


def transfer(uow: UnitOfWork, number: int, *, to_window: int, by: Actor, reason: str) -> Ticket:
    """Send the ticket at a window to another one; number and place stay (转窗, 安康四4).

    Raises:
        NotAllowed: the other window is not authorised for the item.
        BadInput: the other window is closed, is this one, or the reason is missing.
    """
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
    target = uow.windows.get(to_window)
    if to_window == number or target.state is WindowState.CLOSED:
        raise BadInput(f"transfer to {to_window}", message=f"{to_window}号窗口未开放，请选择其他窗口。")
    if ticket.item not in target.authorised or ticket.branch != target.branch or not target.active:
        raise NotAllowed(
            f"window {to_window} is not authorised for {ticket.item}",
            message=f"{to_window}号窗口未被授权办理“{ticket.item_name}”，不能转入。",
        )
    words = needs_reason(reason, "转窗")
    after = uow.tickets.save(ticket, ticket.transferred(to_window))
    uow.record(ticket_event("ticket.transferred", after, window=number, to=to_window, reason=words), by=by)
    return after


def suspend(uow: UnitOfWork, number: int, *, by: Actor, reason: str) -> Ticket:
    """Put the ticket at a window aside, for instance while the citizen copies a page (挂起)."""
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
    after = uow.tickets.save(ticket, ticket.suspended())
    uow.record(ticket_event("ticket.suspended", after, window=number, reason=needs_reason(reason, "挂起")), by=by)
    return after


def resume(uow: UnitOfWork, ticket_id: int, *, by: Actor) -> Ticket:
    """Back into the queue at the old place (恢复)."""
    by.must_be(*STAFF)
    ticket = uow.tickets.get(ticket_id)
    after = uow.tickets.save(ticket, ticket.resumed())
    uow.record(ticket_event("ticket.resumed", after), by=by)
    return after


def void(uow: UnitOfWork, ticket_id: int, *, by: Actor, reason: str) -> Ticket:
    """Void a ticket with a reason (作废); a citizen may void only what was not yet called."""
    by.must_be(*STAFF, Role.CITIZEN)
    ticket = uow.tickets.get(ticket_id)
    citizens_own = (TicketState.PENDING_PRINT, TicketState.WAITING)
    if Role.CITIZEN in by.roles and ticket.state not in citizens_own:
        raise NotAllowed(
            f"citizen voids {ticket.label} in {ticket.state}", message="该号票已叫号，请到窗口或导办台处理。"
        )
    after = uow.tickets.save(ticket, ticket.voided())
    if ticket.called_at is None:
        give_back_quota(uow, ticket)
    uow.record(ticket_event("ticket.voided", after, reason=needs_reason(reason, "作废")), by=by)
    return after
