"""Whom a complaint concerns, and who therefore keeps out of it (回避): R-05, 祥符§39."""

from __future__ import annotations

from hall.complaints.complaint import MAY_HANDLE, Complaint, ComplaintKind
from hall.errors import NotAllowed
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.staffing.clerk import Clerk

AGAINST_SOMEBODY = frozenset({ComplaintKind.COMPLAINT, ComplaintKind.UNRESOLVED})
HEADS = frozenset({Role.CHIEF, Role.UNIT_LEADER})


class Concerned(NotAllowed):
    """It is about the person or their department (应当回避)."""

    default_message = "该件涉及您本人、您所在窗口或您负责的部门，按回避要求不能由您办理。"


def concerned_staff(uow: UnitOfWork, complaint: Complaint) -> frozenset[str]:
    """Staff numbers of those who keep out: the clerk, and whoever heads the department; nobody for praise."""
    if complaint.kind not in AGAINST_SOMEBODY:
        return frozenset()
    keep_out = {complaint.clerk}
    departments = departments_concerned(uow, complaint)
    keep_out |= {c.number for c in uow.clerks.all() if c.department in departments and c.roles & HEADS}
    today = uow.now.date()
    for chief in uow.registers.chiefs.where():
        if chief.department in departments and (chief.until is None or today <= chief.until):
            keep_out |= {chief.clerk, chief.stand_in}
    return frozenset(keep_out - {""})


def departments_concerned(uow: UnitOfWork, complaint: Complaint) -> frozenset[str]:
    """The department in charge of the item, and the one that sent the clerk."""
    found = {complaint.department}
    found |= {c.department for c in uow.clerks.all() if c.number == complaint.clerk}
    return frozenset(found - {""})


def check_not_concerned(uow: UnitOfWork, complaint: Complaint, by: Actor) -> None:
    """Refuse whoever it concerns.

    Raises:
        Concerned: it is about them.
    """
    if by.name in concerned_staff(uow, complaint):
        raise Concerned(f"complaint {complaint.id} concerns {by.name}")


def possible_handlers(uow: UnitOfWork, complaint: Complaint) -> list[Clerk]:
    """Who may be charged with it, by number."""
    keep_out, able = concerned_staff(uow, complaint), MAY_HANDLE[complaint.office]
    return [c for c in uow.clerks.all() if c.active and c.roles & able and c.number not in keep_out]
