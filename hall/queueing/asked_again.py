"""The same number asked for again (重复取号请求): the answer to the first try got lost on its way to the station.

A number is PENDING_PRINT until its paper is confirmed. When the same person asks for the same at the same station,
which serves one after the other, the first number never reached them: it is told again instead of another one. One
that has little time left is voided, and a fresh one takes its place.
"""

from __future__ import annotations

from hall.identity import Actor
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.number_request import TicketRequest
from hall.queueing.quota import give_back_quota
from hall.queueing.ticket import Ticket, TicketState


def is_pending_at(ticket: Ticket, station: str) -> bool:
    """Whether nobody confirmed it yet, and this station gave it."""
    return ticket.state is TicketState.PENDING_PRINT and ticket.station == station


def is_asked_again(uow: UnitOfWork, ticket: Ticket, request: TicketRequest, *, by: Actor) -> bool:
    """Whether ``request`` is the one that ``ticket`` was issued for."""
    given = (ticket.item, ticket.priority, ticket.priority_reason, ticket.branch, ticket.people, ticket.next_items)
    reason, steps = request.priority_reason.strip(), request.next_items
    wanted = (request.item, request.priority, reason, request.branch, request.people, steps)
    if not is_pending_at(ticket, by.station) or given != wanted:
        return False
    principals = [made.principal for made in uow.registers.service_requests.where(ticket=ticket.id)]
    return principals == ([] if request.principal is None else [request.principal])


def has_time(uow: UnitOfWork, ticket: Ticket, profile: HallProfile) -> bool:
    """Whether it can still be printed and confirmed: half of its time is left."""
    return age_of(uow, ticket) <= profile.tickets.confirm_seconds / 2


def age_of(uow: UnitOfWork, ticket: Ticket) -> float:
    """Seconds since it was issued."""
    return max((uow.now - ticket.issued_at).total_seconds(), 0.0)


def void_first_try(uow: UnitOfWork, ticket: Ticket, *, by: Actor) -> None:
    """A fresh number takes its place."""
    after = uow.tickets.save(ticket, ticket.voided())
    give_back_quota(uow, ticket)
    facts = {"label": after.label, "item": after.item, "state": str(after.state), "zone": after.zone}
    uow.record(Event("ticket.voided", f"ticket:{after.id}", {**facts, "reason": "重新取号"}), by=by)
