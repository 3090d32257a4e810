"""Printing a number again (补打): staff only, with a reason, of any number of the station that still counts."""

from __future__ import annotations

from collections.abc import Sequence

from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.queueing.estimate import estimate_wait
from hall.queueing.issue import IssuedTicket, count_open, note_reprint
from hall.queueing.outlook import Outlook
from hall.queueing.standing import standing_of_label
from hall.queueing.ticket import OPEN_STATES, Ticket, TicketState
from hall.queueing.ticket_code import code_of

_COUNTS = (OPEN_STATES | {TicketState.MISSED}) - {TicketState.PENDING_PRINT}


def reprintable(uow: UnitOfWork, station: str, *, most: int) -> Sequence[Ticket]:
    """Numbers of today that the station gave and that still count, newest first."""
    tickets = [t for t in uow.tickets.in_state(uow.now.date(), _COUNTS) if t.station == station]
    return tickets[-most:][::-1]


def reprint_ticket(
    uow: UnitOfWork, ticket_id: int, *, by: Actor, reason: str, outlook: Outlook | None = None
) -> IssuedTicket:
    """Put a reprint on record, before the paper comes out; what it says of the queue is as of now.

    Raises:
        WrongState: the number is void, done, or was never confirmed.
        BadInput: no reason.
    """
    ticket = note_reprint(uow, ticket_id, by=by, reason=reason)
    standing = standing_of_label(uow, ticket.label, outlook=outlook)
    item = uow.catalogue.item(ticket.item)
    windows = [w for w in uow.windows.all() if w.number in standing.windows]
    names = {d.code: d.name for d in uow.catalogue.departments()}
    return IssuedTicket(
        ticket,
        standing.ahead,
        standing.estimate or estimate_wait(standing.ahead, item.minutes, count_open(windows)),
        standing.windows,
        names.get(ticket.department, ""),
        code_of(ticket, uow.sign),
        uow.tickets.holder_of(ticket.id).masked_document,
    )
