"""Who serves what and where (岗位设置): delegations, posts and terms, chiefs, trainings: Q-06, W-06, W-07, W-09."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.queueing.ticket import needs_reason
from hall.staffing.assignment import Assignment, check_overlap
from hall.staffing.chief import ChiefRepresentative, chief_of
from hall.staffing.delegation import Delegation
from hall.staffing.training import Training
from hall.staffing.window import WindowKind

MANAGERS = (Role.CENTRE, Role.SUPERVISOR, Role.ADMIN)
COMPREHENSIVE = frozenset(
    {
        WindowKind.MARKET,
        WindowKind.REAL_ESTATE,
        WindowKind.CONSTRUCTION,
        WindowKind.SOCIAL,
        WindowKind.UNIVERSAL,
        WindowKind.SPECIAL,
    }
)


def delegate(uow: UnitOfWork, delegation: Delegation, *, by: Actor) -> Delegation:
    """Store a delegation (委托): the 综合窗口 serves the items from its first to its last day.

    Raises:
        BadInput: the window is no 综合窗口, an item is not the department's, or the days or the basis are wrong.
        NotFound: no such window or item.
    """
    by.must_be(*MANAGERS)
    window = uow.windows.get(delegation.window)
    if window.kind not in COMPREHENSIVE:
        raise BadInput(f"window {window.number} is a {window.kind}", message="只能委托给综合窗口办理。")
    if not delegation.items or delegation.ends < delegation.starts:
        raise BadInput("nothing delegated", message="请选择委托事项，并核对起止日期。")
    for code in delegation.items:
        if uow.catalogue.item(code).department != delegation.department:
            raise BadInput(f"{code} is not of {delegation.department}", message="只能委托本部门的事项。")
    basis = needs_reason(delegation.basis, "委托")
    made = uow.windows.put_delegation(replace(delegation, id=0, basis=basis, filed_by=by.name))
    uow.record(_delegation_event("delegation.filed", made), by=by)
    return made


def revoke_delegation(uow: UnitOfWork, delegation_id: int, *, by: Actor, reason: str) -> Delegation:
    """End a delegation today (撤销委托); a second time changes nothing.

    Raises:
        BadInput: no such delegation, or no reason.
    """
    by.must_be(*MANAGERS)
    words = needs_reason(reason, "撤销委托")
    found = next((d for d in uow.windows.delegations() if d.id == delegation_id), None)
    if found is None:
        raise BadInput(f"no delegation {delegation_id}", message="没有该委托记录。")
    if found.revoked_on is not None:
        return found
    after = uow.windows.put_delegation(replace(found, revoked_on=uow.now.date()))
    uow.record(_delegation_event("delegation.revoked", after, reason=words), by=by)
    return after


def assign(uow: UnitOfWork, assignment: Assignment, *, by: Actor) -> Assignment:
    """Assign a clerk to a post (派驻、轮岗); 先进后出: no day of the post stays empty.

    Raises:
        NotAllowed: the clerk was not trained for the window's items.
        BadInput: there would be a gap, the clerk holds the post already, or nobody approved it.
    """
    by.must_be(*MANAGERS)
    needs_reason(assignment.approved_by, "人员调整审批人")
    window = uow.windows.get(assignment.window)
    clerk = uow.clerks.get(assignment.clerk)
    if window.items and not window.items & clerk.trained_items:
        raise NotAllowed(f"{clerk.number} is not trained", message="该人员未通过本窗口事项的岗前培训。")
    others = uow.registers.assignments.where(window=window.number, post=assignment.post)
    if any(a.clerk == clerk.number and a.ends is None for a in others):
        raise BadInput("holds the post", message="该人员已在此岗位。")
    check_overlap(others, assignment)
    made = uow.registers.assignments.add(replace(assignment, id=0))
    uow.record(_assignment_event("post.assigned", made), by=by)
    return made


def end_assignment(uow: UnitOfWork, assignment_id: int, ends: date, *, by: Actor) -> Assignment:
    """End an assignment (离岗); at a post that somebody else holds by then, or that is given up.

    Raises:
        BadInput: it ended already, or would end before it began, or nobody has come yet.
    """
    by.must_be(*MANAGERS)
    before = uow.registers.assignments.get(assignment_id)
    if before.ends is not None or ends < before.starts:
        raise BadInput("ended, or before it began", message="该派驻已结束，或结束日期早于开始日期。")
    others = uow.registers.assignments.where(window=before.window, post=before.post)
    come = [a for a in others if a.id != before.id and a.starts <= ends and (a.ends is None or a.ends > ends)]
    if not come:
        raise BadInput("nobody has come yet", message="更换窗口人员须先进后出：请先登记接任人员。")
    after = uow.registers.assignments.save(before, replace(before, ends=ends))
    uow.record(_assignment_event("post.left", after), by=by)
    return after


def full_terms(uow: UnitOfWork) -> list[Assignment]:
    """Assignments that last although two years are full (轮岗提醒), the oldest first."""
    today = uow.now.date()
    lasting = uow.registers.assignments.where(ends=None)
    return sorted((a for a in lasting if a.term_is_full(today)), key=lambda a: (a.starts, a.id))


def appoint_chief(uow: UnitOfWork, chief: ChiefRepresentative, *, by: Actor) -> ChiefRepresentative:
    """Put a chief representative into office (首席代表); the one before leaves the day before.

    Raises:
        BadInput: the authority is not described, or the clerk is of another department.
    """
    by.must_be(*MANAGERS)
    authority = needs_reason(chief.authority, "首席代表授权")
    if uow.clerks.get(chief.clerk).department != chief.department:
        raise BadInput("of another department", message="首席代表须由本部门派驻人员担任。")
    for before in uow.registers.chiefs.where(department=chief.department, until=None):
        uow.registers.chiefs.save(before, replace(before, until=date.fromordinal(chief.since.toordinal() - 1)))
    made = uow.registers.chiefs.add(replace(chief, id=0, authority=authority))
    uow.record(_chief_event("chief.appointed", made), by=by)
    return made


def chief_away(
    uow: UnitOfWork, department: str, *, stand_in: str, start: datetime, until: datetime | None, by: Actor
) -> ChiefRepresentative:
    """Name the 临时代表 for while the chief is away (祥符§25).

    Raises:
        NotFound: the department has no chief, or no such clerk.
        NotAllowed: neither the chief nor a manager.
        BadInput: the stand-in is the chief, or of another department.
    """
    chief = chief_of(uow.registers.chiefs.where(department=department), department, uow.now)
    if by.name != chief.clerk:
        by.must_be(*MANAGERS)
    if stand_in == chief.clerk or uow.clerks.get(stand_in).department != department:
        raise BadInput("no stand-in", message="临时代表须为本部门其他派驻人员。")
    after = uow.registers.chiefs.save(chief, replace(chief, stand_in=stand_in, away_from=start, away_until=until))
    uow.record(_chief_event("chief.away", after, stand_in=stand_in), by=by)
    return after


def acting_chief(uow: UnitOfWork, department: str) -> str:
    """Staff number of who acts for a department now, the stand-in while the chief is away.

    Raises:
        NotFound: the department has no chief.
    """
    return chief_of(uow.registers.chiefs.where(department=department), department, uow.now).acting(uow.now)


def seal_custodian(uow: UnitOfWork, department: str) -> str | None:
    """Who keeps the 审批专用章 now (祥符§26六 §30); None when the chief does not.

    Raises:
        NotFound: the department has no chief.
    """
    chief = chief_of(uow.registers.chiefs.where(department=department), department, uow.now)
    return chief.acting(uow.now) if chief.holds_seal else None


def record_training(
    uow: UnitOfWork, clerk_number: str, item: str, *, trained_on: date, passed: bool, by: Actor
) -> Training:
    """Put an examined training on record (岗前培训); who passed may serve the item, who failed no longer.

    Raises:
        NotFound: no such clerk or item.
        BadInput: the day lies in the future, or somebody examines themselves.
    """
    by.must_be(*MANAGERS)
    clerk, known = uow.clerks.get(clerk_number), uow.catalogue.item(item)
    if trained_on > uow.now.date() or by.name == clerk.number:
        raise BadInput("not yet, or oneself", message="培训日期不能晚于今天，且不能自己考核自己。")
    made = uow.registers.trainings.add(Training(0, clerk.number, known.code, trained_on, passed, by.name, uow.now))
    items = clerk.trained_items | {item} if passed else clerk.trained_items - {item}
    uow.clerks.put(replace(clerk, trained_items=items))
    facts = {"clerk": clerk.number, "item": item, "passed": passed, "on": trained_on.isoformat()}
    uow.record(Event("training.recorded", f"clerk:{clerk.number}", facts), by=by)
    return made


def _delegation_event(kind: str, made: Delegation, **facts: object) -> Event:
    days = {"starts": made.starts.isoformat(), "ends": made.ends.isoformat(), "basis": made.basis}
    basic = {"department": made.department, "items": sorted(made.items), "window": made.window}
    return Event(kind, f"window:{made.window}", {**basic, **days, **facts})


def _assignment_event(kind: str, made: Assignment) -> Event:
    ends = made.ends and made.ends.isoformat()
    facts = {"clerk": made.clerk, "window": made.window, "post": str(made.post), "starts": made.starts.isoformat()}
    filed = {"ends": ends, "filed_on": made.filed_on.isoformat(), "approved_by": made.approved_by}
    return Event(kind, f"window:{made.window}", {**facts, **filed})


def _chief_event(kind: str, chief: ChiefRepresentative, **facts: object) -> Event:
    return Event(kind, f"department:{chief.department}", {"clerk": chief.clerk, "seal": chief.holds_seal, **facts})
