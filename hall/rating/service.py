"""Recording what came of the rating question (评价), once per service (R-01, R-02)."""

from __future__ import annotations

from hall.catalogue.item import ItemKind, ServiceItem
from hall.errors import BadInput
from hall.identity import Actor, HolderKind, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile, RatingMoment
from hall.queueing.ticket import TicketState
from hall.rating.rating import Level, Outcome, Rating


def asked_at_finish(item: ServiceItem, profile: HallProfile) -> bool:
    """Whether the rating is offered when the service at the window ends (R-01).

    安康五6 asks at finish; 平桥§33 at release (出件), which for 即办件 is the same moment.
    """
    return profile.rating.moment is RatingMoment.FINISH or item.kind is ItemKind.INSTANT


def record_rating(uow: UnitOfWork, ticket_id: int, outcome: Outcome, level: Level | None, *, by: Actor) -> Rating:
    """Record the outcome for a finished ticket. ``by`` is the window's station: the pad answered, not the clerk.

    Raises:
        AlreadyRated: the ticket has its outcome.
        BadInput: the service is not finished, or level and outcome do not fit.
        NotAllowed: a clerk tries to rate.
    """
    by.must_be(Role.SYSTEM, Role.CITIZEN)
    ticket = uow.tickets.get(ticket_id)
    if ticket.state is not TicketState.FINISHED or ticket.clerk is None or ticket.window is None:
        raise BadInput(f"ticket {ticket.label} is {ticket.state}", message="办理尚未完成，不能评价。")
    if (level is not None) != (outcome is Outcome.RATED):
        raise BadInput("level and outcome do not fit", message="评价数据有误，未记录。")
    rating = Rating(
        ticket=ticket.id,
        label=ticket.label,
        item=ticket.item,
        department=ticket.department,
        clerk=ticket.clerk,
        window=ticket.window,
        outcome=outcome,
        level=level,
        at=uow.now,
        named=ticket.holder_kind not in (HolderKind.NONE, HolderKind.PHONE),
    )
    uow.ratings.add(rating)
    facts = {
        "label": rating.label,
        "item": rating.item,
        "clerk": rating.clerk,
        "window": rating.window,
        "outcome": str(outcome),
        "level": int(level) if level is not None else None,
        "named": rating.named,
    }
    uow.record(Event("rating.recorded", f"ticket:{ticket.id}", facts), by=by)
    return rating
