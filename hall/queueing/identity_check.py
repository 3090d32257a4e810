"""Whether the card at the window is the one the number was taken with (核对取号证件)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall.identity import Actor, Holder, Role
from hall.ports import UnitOfWork
from hall.queueing.at_window import ticket_at_window
from hall.queueing.issue import ticket_event
from hall.queueing.ticket import WrongState


class Match(StrEnum):
    """What came of it."""

    SAME = "same"  # 与取号证件一致
    PRINCIPAL = "principal"  # 与委托人证件一致（代办）
    OTHER = "other"  # 不一致
    UNNAMED = "unnamed"  # 取号时没有出示证件，无从核对


@dataclass(frozen=True, slots=True)
class CheckedIdentity:
    """One check.

    Attributes:
        ticket: id of the ticket at the window.
    """

    ticket: int
    match: Match


def check_identity(uow: UnitOfWork, window: int, shown: Holder, *, by: Actor) -> CheckedIdentity:
    """Compare a card with the ticket at a window; on record with masked names only. It changes nothing else:
    whether somebody else may be served is the clerk's decision.

    Raises:
        WrongState: nobody is at the window.
        NotAllowed: by anybody but the staff.
    """
    by.must_be(Role.CLERK, Role.GUIDE)
    ticket = ticket_at_window(uow, window)
    if ticket is None:
        raise WrongState(f"window {window} has no ticket", message="窗口现在没有号票，无从核对证件。")
    holder = uow.tickets.holder_of(ticket.id)
    principals = [r.principal for r in uow.registers.service_requests.where(ticket=ticket.id)]
    if not holder.id_number:
        match = Match.UNNAMED
    elif shown.key_source == holder.key_source:
        match = Match.SAME
    elif shown.key_source in [person.key_source for person in principals if person.id_number]:
        match = Match.PRINCIPAL
    else:
        match = Match.OTHER
    uow.record(ticket_event("ticket.identity_checked", ticket, match=str(match), shown=shown.masked), by=by)
    return CheckedIdentity(ticket.id, match)
