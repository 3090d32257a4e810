"""Binding photographed pages to a ticket (拍摄材料)."""

from __future__ import annotations

from hall.documents.page import CapturedPage, StoredFile
from hall.identity import Actor
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.queueing.calling import current_ticket, serving_window
from hall.queueing.ticket import AT_A_WINDOW, TicketState, WrongState

TAKES_PAGES = AT_A_WINDOW | {TicketState.SUSPENDED, TicketState.FINISHED}


def bind_page(
    uow: UnitOfWork,
    number: int,
    *,
    ticket_id: int | None = None,
    original: StoredFile,
    straightened: StoredFile | None,
    dpi: int | None,
    codes: int,
    by: Actor,
) -> CapturedPage:
    """Bind a page, already stored, to the ticket at the window.

    Args:
        ticket_id: the ticket it was taken for, when that is known. A page taken just before 完成 or 挂起 is still
            that ticket's, never the next one's, whoever is at the window by now.

    Raises:
        NoTicketHere: nobody is at the window.
        NotAllowed: the clerk does not sit there.
        WrongState: the ticket named was not served at this window, or went on to another one.
    """
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number) if ticket_id is None else uow.tickets.get(ticket_id)
    if ticket.window != number or ticket.state not in TAKES_PAGES:
        raise WrongState(f"ticket {ticket.label} is {ticket.state} at {ticket.window}, no page at {number}")
    page = uow.pages.add(CapturedPage(ticket.id, original, straightened, dpi, codes, by.name, number, uow.now))
    facts = {
        "label": ticket.label,
        "digest": original.digest,
        "straightened": straightened.digest if straightened else None,
        "dpi": dpi,
        "codes": codes,
    }
    uow.record(Event("page.captured", f"ticket:{ticket.id}", facts), by=by)
    return page
