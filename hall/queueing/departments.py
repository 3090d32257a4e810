"""What the kiosk shows before a number is taken (取号第一页): departments with open windows and people waiting."""

from __future__ import annotations

from collections import Counter

from hall.ports import UnitOfWork
from hall.queueing.department_line import DepartmentLine as DepartmentLine
from hall.queueing.ticket import TicketState
from hall.staffing.window import WindowState


def read_departments(uow: UnitOfWork, branch: str = "") -> tuple[DepartmentLine, ...]:
    """All departments with active items, in catalogue order; windows and people of one branch (分大厅, W-08)."""
    codes: dict[str, set[str]] = {}
    for item in uow.catalogue.items():
        codes.setdefault(item.department, set()).add(item.code)
    tickets = uow.tickets.in_state(uow.now.date(), (TicketState.WAITING,))
    waiting = Counter(t.department for t in tickets if t.branch == branch)
    serving = [w.authorised for w in uow.windows.all() if w.state is WindowState.OPEN and w.branch == branch]
    return tuple(
        DepartmentLine(d.code, d.name, sum(bool(items & codes[d.code]) for items in serving), waiting[d.code])
        for d in uow.catalogue.departments()
        if d.code in codes
    )
