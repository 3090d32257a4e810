"""What the guide desk may do with a waiting ticket (导办台处理号票): priority, freeing it from a window. Q-10."""

from __future__ import annotations

from dataclasses import replace

from hall.errors import BadInput
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.queueing.issue import ticket_event
from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, Ticket, TicketState, WrongState, needs_reason

MAY_GUIDE = (Role.GUIDE, Role.SUPERVISOR)
# 预约 comes from a check-in in its slot, never from a word at the desk.
GIVEN = frozenset({PriorityClass.GREEN, PriorityClass.URGENT, PriorityClass.CARE, PriorityClass.ORDINARY})
NOT_YET_CALLED = frozenset({TicketState.WAITING, TicketState.SUSPENDED})


def give_priority(uow: UnitOfWork, ticket_id: int, priority: PriorityClass, *, reason: str, by: Actor) -> Ticket:
    """Give a waiting ticket another class of the order, or take one back with ORDINARY (给予或撤销优先).

    Number and time of taking stay; the reason goes with the ticket and stands in the words of its call.

    Raises:
        BadInput: no reason, or a class that is not given at a desk.
        WrongState: it is called, served, missed or done.
        NotAllowed: neither guide desk nor supervisor.
    """
    by.must_be(*MAY_GUIDE)
    if priority not in GIVEN:
        raise BadInput(f"{priority.name} is not given", message="预约优先只能由预约签到产生，请选择其他类别。")
    words = needs_reason(reason, PRIORITY_NAMES[priority])
    ticket = uow.tickets.get(ticket_id)
    if ticket.state not in NOT_YET_CALLED:
        raise WrongState(f"priority of {ticket.label} in {ticket.state}")
    kept = "" if priority is PriorityClass.ORDINARY else words
    changed = replace(ticket, priority=priority, priority_reason=kept, priority_from=None)
    after = uow.tickets.save(ticket, changed)
    facts = {"priority": priority.name, "before": ticket.priority.name, "reason": words}
    uow.record(ticket_event("ticket.priority", after, **facts), by=by)
    return after


def release_ticket(uow: UnitOfWork, ticket_id: int, *, reason: str, by: Actor) -> Ticket:
    """Let any authorised window call a ticket that was sent to one window (解除指定窗口); its place stays.

    Raises:
        BadInput: no reason.
        WrongState: it does not wait, or for no window in particular.
        NotAllowed: neither guide desk nor supervisor.
    """
    by.must_be(*MAY_GUIDE)
    words = needs_reason(reason, "解除指定窗口")
    ticket = uow.tickets.get(ticket_id)
    if ticket.state not in NOT_YET_CALLED or ticket.only_window is None:
        raise WrongState(
            f"{ticket.label} in {ticket.state} waits for window {ticket.only_window}",
            message=f"{ticket.label} 没有指定窗口，不需要解除。",
        )
    after = uow.tickets.save(ticket, replace(ticket, only_window=None))
    uow.record(ticket_event("ticket.released", after, window=ticket.only_window, reason=words), by=by)
    return after
