"""What the visitor says of a print whose end the machine does not know (群众答复：号票出来了吗)."""

from __future__ import annotations

from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.queueing.issue import confirm_ticket, ticket_event
from hall.queueing.ticket import Ticket, TicketState


def tell_paper(uow: UnitOfWork, ticket_id: int, *, came_out: bool, by: Actor) -> Ticket:
    """Put the answer on record; “yes” confirms the number as one with paper, in the same transaction.

    A second answer about a number that already waits changes nothing.

    Raises:
        WrongState: it was voided in the meantime.
    """
    by.must_be(Role.CITIZEN, Role.GUIDE, Role.CLERK)
    ticket = uow.tickets.get(ticket_id)
    if ticket.state is TicketState.PENDING_PRINT:
        uow.record(ticket_event("ticket.print_told", ticket, came_out=came_out), by=by)
    return confirm_ticket(uow, ticket_id, by=by) if came_out else ticket
