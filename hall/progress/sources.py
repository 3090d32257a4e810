"""Where a person's matters come from (事项来源): visits and complaints; cases (办件) join here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hall.complaints.complaint import Complaint, ComplaintState, ComplaintStep
from hall.complaints.reading import records_of
from hall.errors import NotFound
from hall.identity import Holder
from hall.ports import UnitOfWork
from hall.progress.matter import Matter, MatterKind, MatterSource
from hall.queueing.ticket import Ticket, TicketState
from hall.shown_code import BusinessNumber

TOLD = frozenset({ComplaintState.ANSWERED, ComplaintState.FED_BACK, ComplaintState.CLOSED})


def visits(uow: UnitOfWork, holder: Holder, since: date) -> Sequence[Matter]:
    """Visits of earlier days, and void ones of today; the others of today are told as they stand in the queue."""
    today = uow.now.date()
    found = uow.tickets.of_holder_since(since, holder)
    return [visit_of(t) for t in found if t.day < today or t.state is TicketState.VOID]


def complaints(uow: UnitOfWork, holder: Holder, since: date) -> Sequence[Matter]:
    """What they complained of, and what still is open however old it is."""
    found = uow.registers.complaints.where(person=holder)
    return [complaint_matter(uow, c) for c in found if c.day >= since or c.is_open]


SOURCES: tuple[MatterSource, ...] = (visits, complaints)


def visit_of(ticket: Ticket) -> Matter:
    """A visit."""
    number = BusinessNumber(ticket.day, ticket.label).text
    return Matter(MatterKind.VISIT, number, ticket.day, str(ticket.state), ticket.item_name, item=ticket.item)


def complaint_matter(uow: UnitOfWork, complaint: Complaint) -> Matter:
    """A complaint; never who is charged with it, nor what was found."""
    answers = [r.text for r in records_of(uow, complaint) if r.step is ComplaintStep.ANSWER]
    title = _item_name(uow, complaint.item)
    return Matter(
        MatterKind.COMPLAINT,
        complaint.number,
        complaint.day,
        str(complaint.state),
        title,
        str(complaint.kind),
        complaint.answer_by if complaint.is_open and complaint.answered_at is None else None,
        answers[-1] if answers and complaint.state in TOLD else "",
        complaint.item if title else "",
    )


def _item_name(uow: UnitOfWork, code: str) -> str:
    try:
        return uow.catalogue.item(code).name if code else ""
    except NotFound:
        return ""
