"""Binding photographed pages to a ticket (拍摄材料)."""

from __future__ import annotations

from hall.documents.page import CapturedPage, StoredFile
from hall.identity import Actor
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.queueing.calling import current_ticket, serving_window


def bind_page(
    uow: UnitOfWork,
    number: int,
    *,
    original: StoredFile,
    straightened: StoredFile | None,
    dpi: int | None,
    codes: int,
    by: Actor,
) -> CapturedPage:
    """Bind a page, already stored, to the ticket at the window.

    Raises:
        NoTicketHere: nobody is at the window.
        NotAllowed: the clerk does not sit there.
    """
    serving_window(uow, number, by)
    ticket = current_ticket(uow, number)
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
