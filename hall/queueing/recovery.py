"""After a station's restart: numbers whose paper it had begun to print (重启后核对号票).

A number in the queue that nobody holds costs three calls; a paper in somebody's hand that was voided costs a day.
In doubt the number counts, and the guide desk is told to look.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hall.errors import NotFound
from hall.identity import Actor, Role, citizen_at
from hall.ports import UnitOfWork
from hall.queueing.issue import confirm_ticket, note_print_trouble
from hall.queueing.ticket import TicketState
from hall.staffing.help import call_help


@dataclass(frozen=True, slots=True)
class BegunPaper:
    """What a station kept of a paper whose number was not confirmed yet; nothing personal.

    Attributes:
        out: the printer had said that it came out; False when it only had begun.
    """

    ticket: int
    day: date
    label: str
    out: bool


class Recovery(StrEnum):
    """What became of it."""

    CONFIRMED = "confirmed"  # 已确认
    IN_DOUBT = "in_doubt"  # 已确认，请导办台查看
    VOIDED = "voided"  # 已作废，请导办台查看
    NOTHING = "nothing"  # 无需处理


def recover_paper(uow: UnitOfWork, paper: BegunPaper, *, by: Actor) -> Recovery:
    """Confirm the number of a paper that came out, or may have; may be repeated.

    One that was voided meanwhile stays void: the guide desk looks for whoever holds the paper.
    """
    by.must_be(Role.SYSTEM)
    try:
        ticket = uow.tickets.get(paper.ticket)
    except NotFound:
        return Recovery.NOTHING  # another database
    if (ticket.day, ticket.label) != (paper.day, paper.label) or ticket.day != uow.now.date():
        return Recovery.NOTHING
    if ticket.state is TicketState.VOID:
        _tell(uow, ticket.id, by=by, error="the number was voided before the station came back")
        return Recovery.VOIDED
    if ticket.state is not TicketState.PENDING_PRINT:
        return Recovery.NOTHING
    confirm_ticket(uow, ticket.id, by=by)
    if paper.out:
        return Recovery.CONFIRMED
    _tell(uow, ticket.id, by=by, error="the station stopped while it printed")
    return Recovery.IN_DOUBT


def _tell(uow: UnitOfWork, ticket: int, *, by: Actor, error: str) -> None:
    note_print_trouble(uow, ticket, by=by, error=error, outcome_known=False)
    call_help(uow, by=citizen_at(by.station), page="ticket", ticket=ticket)
