"""How a ticket stands (号票进度), for whoever shows its QR code, its number or the card it was taken with: Q-09."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hall.errors import NotFound
from hall.identity import Holder
from hall.ports import UnitOfWork
from hall.queueing.estimate import Estimate
from hall.queueing.outlook import Outlook
from hall.queueing.ticket import AT_A_WINDOW, Ticket, TicketState
from hall.queueing.ticket_code import TicketCode


class NoTicketToday(NotFound):
    """No ticket of today fits (今日无号票)."""

    default_message = "没有找到今天的号票，请核对后重试，或到导办台咨询。"


@dataclass(frozen=True, slots=True)
class TicketStanding:
    """One ticket; nothing personal, for a number stands on the board as well.

    Attributes:
        item, item_name: its code and name; empty when only the number is known.
        windows: numbers of the windows that may call it.
        window: who called it, while it is called or served.
        ahead: how many are called before it; 0 unless it waits.
        estimate: how long it still waits; None when it does not wait or nobody knows.
    """

    label: str
    state: TicketState
    item_name: str
    zone: str
    windows: tuple[int, ...]
    window: int | None = None
    ahead: int = 0
    estimate: Estimate | None = None
    item: str = ""


def standing_of_code(uow: UnitOfWork, code: TicketCode, *, outlook: Outlook | None = None) -> TicketStanding:
    """The ticket of a scanned QR code.

    Raises:
        NoTicketToday: forged, of another hall or another day, or it says something else than the ticket.
    """
    if not code.is_genuine(uow.sign):
        raise NoTicketToday("a ticket code that this hall did not make")
    try:
        ticket = uow.tickets.get(code.ticket)
    except NotFound as error:
        raise NoTicketToday(f"no ticket {code.ticket}") from error
    if (ticket.day, ticket.label) != (code.day, code.label) or ticket.day != uow.now.date():
        raise NoTicketToday("not a ticket of today")
    return _standing(uow, ticket, outlook)


def standing_of_label(uow: UnitOfWork, label: str, *, outlook: Outlook | None = None) -> TicketStanding:
    """The ticket of a typed number, such as ``"A023"``: no more than the board shows, the item is left out.

    Raises:
        NoTicketToday: no such number today.
    """
    ticket = uow.tickets.by_label(uow.now.date(), label.strip().upper())
    if ticket is None:
        raise NoTicketToday("no such number today")
    return replace(_standing(uow, ticket, outlook), item_name="", item="")


def standings_of_holder(
    uow: UnitOfWork, holder: Holder, *, outlook: Outlook | None = None
) -> tuple[TicketStanding, ...]:
    """The person's tickets of today, newest first; void ones are left out."""
    tickets = uow.tickets.of_holder(uow.now.date(), holder)
    return tuple(_standing(uow, t, outlook) for t in reversed(tickets) if t.state is not TicketState.VOID)


def _standing(uow: UnitOfWork, ticket: Ticket, outlook: Outlook | None) -> TicketStanding:
    waits = ticket.state is TicketState.WAITING
    windows = tuple(
        w.number
        for w in uow.windows.all()
        if ticket.item in w.authorised
        and w.active
        and w.branch == ticket.branch
        and ticket.only_window in (None, w.number)
    )
    return TicketStanding(
        ticket.label,
        ticket.state,
        ticket.item_name,
        ticket.zone,
        windows,
        ticket.window if ticket.state in AT_A_WINDOW else None,
        _ahead(uow, ticket) if waits else 0,
        outlook.for_ticket(ticket.id) if waits and outlook is not None else None,
        ticket.item,
    )


def _ahead(uow: UnitOfWork, ticket: Ticket) -> int:
    """Of the same prefix, as a new ticket counts those ahead of it, by class and place in the queue."""
    mine = _place(ticket, uow)
    waiting = uow.tickets.in_state(ticket.day, (TicketState.WAITING,))
    return sum(t.prefix == ticket.prefix and t.id != ticket.id and _place(t, uow) < mine for t in waiting)


def _place(ticket: Ticket, uow: UnitOfWork) -> tuple[object, ...]:
    return ticket.class_at(uow.now), ticket.queued_at, ticket.prefix, ticket.number
