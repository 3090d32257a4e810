"""What staff see of complaints (投诉件列表): those in charge and those charged with one, never whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hall.complaints.complaint import (
    IN_CHARGE,
    MAY_HANDLE,
    Complaint,
    ComplaintRecord,
    ComplaintState,
)
from hall.complaints.concerned import concerned_staff
from hall.identity import Actor
from hall.ports import UnitOfWork

CLOSED_DAYS = 31  # so long a closed one stays in the list


def complaints_for(uow: UnitOfWork, by: Actor) -> list[Complaint]:
    """What the reader may see: open ones by their limit, then those of the last month that are closed."""
    register, today = uow.registers.complaints, uow.now.date()
    still_open = [
        c for state in ComplaintState if state is not ComplaintState.CLOSED for c in register.where(state=state)
    ]
    closed = [
        c
        for back in range(CLOSED_DAYS)
        for c in register.where(day=today - timedelta(days=back), state=ComplaintState.CLOSED)
    ]
    still_open.sort(key=lambda c: (c.due or date.max, c.id))
    return [c for c in (*still_open, *closed) if may_see(uow, c, by)]


def may_see(uow: UnitOfWork, complaint: Complaint, by: Actor) -> bool:
    """In charge, or charged with it; and not concerned."""
    mine = by.name == complaint.handler and bool(by.roles & MAY_HANDLE[complaint.office])
    reaches = mine or IN_CHARGE[complaint.office] in by.roles
    return reaches and by.name not in concerned_staff(uow, complaint)


def taken_down_by(uow: UnitOfWork, by: Actor) -> list[Complaint]:
    """What the reader took down today, newest first."""
    found = uow.registers.complaints.where(day=uow.now.date(), received_by=by.name)
    return sorted(found, key=lambda c: c.id, reverse=True)


def records_of(uow: UnitOfWork, complaint: Complaint) -> Sequence[ComplaintRecord]:
    """All that was done with it, in order."""
    return uow.registers.complaint_records.where(complaint=complaint.id)
