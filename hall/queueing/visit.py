"""A visit that goes through several windows with one number (号随人走)."""

from __future__ import annotations

from dataclasses import replace

from hall.errors import BadInput
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.queueing.issue import ticket_event
from hall.queueing.steps import ServiceStep
from hall.queueing.ticket import OPEN_STATES, Ticket, TicketState, WrongState

MOST_STEPS = 9


def plan_steps(uow: UnitOfWork, ticket_id: int, items: tuple[str, ...], *, by: Actor) -> Ticket:
    """Say where a ticket goes on to after its present item (后续事项); an empty tuple ends the visit here.

    Raises:
        WrongState: the ticket is done or void.
        BadInput: too many steps, an item is not offered, or no window of the branch serves it.
        NotFound: no such item.
    """
    by.must_be(Role.CLERK, Role.GUIDE)
    ticket = uow.tickets.get(ticket_id)
    if ticket.state not in OPEN_STATES:
        raise WrongState(f"ticket {ticket.label} is {ticket.state}")
    if len(items) > MOST_STEPS:
        raise BadInput(f"{len(items)} steps", message=f"后续事项最多{MOST_STEPS}个。")
    served = [w.authorised for w in uow.windows.all() if w.active and w.branch == ticket.branch]
    for code in items:
        item = uow.catalogue.item(code)
        if not item.active or not any(code in authorised for authorised in served):
            raise BadInput(f"nobody serves {code}", message=f"没有窗口办理“{item.name}”，不能列为后续事项。")
    after = uow.tickets.save(ticket, replace(ticket, next_items=items))
    uow.record(ticket_event("ticket.planned", after, next_items=list(items)), by=by)
    return after


def next_step(uow: UnitOfWork, ticket: Ticket, by: Actor) -> Ticket:
    """Put the finished step on record and give the ticket as it goes on; the caller saves it."""
    assert ticket.called_at is not None and ticket.started_at is not None and ticket.window is not None
    uow.registers.steps.add(
        ServiceStep(
            0, ticket.id, ticket.day, ticket.step, ticket.item, ticket.window, ticket.clerk or by.name,
            ticket.called_at, ticket.started_at, uow.now,
        )
    )  # fmt: skip
    item = uow.catalogue.item(ticket.next_items[0])
    return ticket.gone_on(item.code, item.name, item.department, item.zone)


def called_event(called: Ticket, before: Ticket, window: int, reason: str) -> Event:
    """The record of a call; of a first call also how long it took and how far the told wait was off, in minutes."""
    facts: dict[str, object] = {"window": window, "clerk": called.clerk, "reason": reason}
    first = before.step == 1 and before.requeues == 0 and before.state is TicketState.WAITING
    if first and called.called_at is not None and before.called_at is None:
        waited = max((called.called_at - called.issued_at).total_seconds() / 60, 0.0)
        facts["waited"] = round(waited, 1)
        if called.estimate is not None:
            facts["estimate_error"] = round(called.estimate.told - waited, 1)
    return ticket_event("ticket.called", called, **facts)
