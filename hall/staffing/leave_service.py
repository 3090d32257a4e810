"""Asking for leave, signing, leaving, coming back (请假、审批、离岗、销假): W-03, W-04."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile, Hours
from hall.queueing.ticket import needs_reason
from hall.staffing.chief import chief_of
from hall.staffing.leave import Approver, LeaveSlip, LeaveState, approvers_for, check_cover
from hall.staffing.posts import cover_of, hand_over
from hall.staffing.service import sign_out
from hall.staffing.window import Post

ROLES = {
    Approver.CHIEF: Role.CHIEF,
    Approver.CENTRE_DEPUTY: Role.CENTRE,
    Approver.CENTRE: Role.CENTRE,
    Approver.UNIT_LEADER: Role.UNIT_LEADER,
}


@dataclass(frozen=True, slots=True)
class LeaveRequest:
    """What somebody asks for; ``window`` is where they serve, None without a window."""

    starts: datetime
    ends: datetime
    reason: str
    annual: bool = False
    window: int | None = None


def leave_days(starts: datetime, ends: datetime, *, hours: Hours, calendar: WorkingCalendar) -> Fraction:
    """Working days asked for, in halves: a session wholly missed counts its share of a day.

    Raises:
        YearNotLoaded: the calendar does not know the year.
    """
    missed = 0
    day: date = starts.date()
    while day <= ends.date():
        if hours.every_day or calendar.is_workday(day):
            for session in hours.sessions:
                opens = datetime.combine(day, session.opens, tzinfo=starts.tzinfo)
                closes = datetime.combine(day, session.closes, tzinfo=starts.tzinfo)
                missed += starts <= opens and closes <= ends
        day += timedelta(days=1)
    return Fraction(2 * missed // len(hours.sessions), 2)


def request_leave(
    uow: UnitOfWork, request: LeaveRequest, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> LeaveSlip:
    """Ask for leave (请假条); half an hour or less needs nobody's signature and is approved at once.

    Raises:
        BadInput: it ends before it starts, or has no reason.
        YearNotLoaded: the calendar does not know the year.
    """
    by.must_be(Role.CLERK, Role.CHIEF)
    if request.ends <= request.starts:
        raise BadInput("ends before it starts", message="请假的结束时间应晚于开始时间。")
    days = leave_days(request.starts, request.ends, hours=profile.hours, calendar=calendar)
    length = request.ends - request.starts
    needed = approvers_for(length, days, annual=request.annual, rule=profile.leave)
    slip = uow.registers.leave.add(
        LeaveSlip(
            id=0,
            clerk=by.name,
            starts=request.starts,
            ends=request.ends,
            days=days,
            reason=needs_reason(request.reason, "请假"),
            annual=request.annual,
            needed=needed,
            state=LeaveState.REQUESTED if needed else LeaveState.APPROVED,
            window=request.window,
            department=uow.clerks.get(by.name).department,
            requested_at=uow.now,
        )
    )
    uow.record(leave_event("leave.requested", slip), by=by)
    return slip


def to_sign(uow: UnitOfWork, *, by: Actor) -> list[LeaveSlip]:
    """Slips that wait for this person's signature, oldest first."""
    slips = uow.registers.leave.where(state=LeaveState.REQUESTED)
    return [slip for slip in slips if slip.clerk != by.name and _may_sign(uow, slip, by)]


def sign_leave(uow: UnitOfWork, slip_id: int, *, by: Actor) -> LeaveSlip:
    """Sign a slip; the last signature approves it (批准).

    Raises:
        NotAllowed: it waits for somebody else's signature.
        BadInput: it waits for none, or is the asker's own.
    """
    slip = uow.registers.leave.get(slip_id)
    signed = slip.signed_by(by.name)
    _check_signer(uow, slip, by)
    after = uow.registers.leave.save(slip, signed)
    kind = "leave.approved" if after.state is LeaveState.APPROVED else "leave.signed"
    uow.record(leave_event(kind, after), by=by)
    return after


def refuse_leave(uow: UnitOfWork, slip_id: int, *, by: Actor, reason: str) -> LeaveSlip:
    """Refuse a slip (不批准); raises as `sign_leave`."""
    slip = uow.registers.leave.get(slip_id)
    if slip.clerk == by.name:
        raise BadInput("own slip", message="不能审批自己的请假条。")
    refused = slip.refused()
    _check_signer(uow, slip, by)
    words = needs_reason(reason, "不批准")
    after = uow.registers.leave.save(slip, refused)
    uow.record(leave_event("leave.refused", after, why=words), by=by)
    return after


def cancel_leave(uow: UnitOfWork, slip_id: int, *, by: Actor) -> LeaveSlip:
    """Take one's own slip back before leaving (撤回)."""
    slip = _own(uow, slip_id, by)
    after = uow.registers.leave.save(slip, slip.cancelled())
    uow.record(leave_event("leave.cancelled", after), by=by)
    return after


def go_on_leave(uow: UnitOfWork, slip_id: int, *, by: Actor, profile: HallProfile) -> LeaveSlip:
    """Leave (离岗); who sits at the window hands over to B, or closes it where no cover is demanded.

    Raises:
        CoverMissing: B has to sign in first (安康 scene 9).
        BadInput: the slip is not approved.
        WindowStateError: a ticket is still at the window.
    """
    slip = _own(uow, slip_id, by)
    left = slip.left()
    if slip.window is not None:
        cover = cover_of(uow, slip.window, by.name)
        check_cover(
            slip.days,
            rule=profile.b_post,
            b_signed_in=cover is not None,
            single_post=not has_b_post(uow, slip.window),
        )
        if uow.windows.get(slip.window).clerk == by.name:
            if cover is not None:
                hand_over(uow, slip.window, to=cover.clerk, by=by)
            else:
                sign_out(uow, slip.window, by=by)
    after = uow.registers.leave.save(slip, replace(left, left_at=uow.now))
    uow.record(leave_event("leave.left", after), by=by)
    return after


def come_back(uow: UnitOfWork, slip_id: int, *, by: Actor) -> LeaveSlip:
    """Back again (销假)."""
    slip = _own(uow, slip_id, by)
    after = uow.registers.leave.save(slip, replace(slip.back(), back_at=uow.now))
    late = max(int((uow.now - slip.ends).total_seconds() // 60), 0)
    uow.record(leave_event("leave.back", after, minutes_late=late), by=by)
    return after


def has_b_post(uow: UnitOfWork, window: int) -> bool:
    """True when somebody is assigned to the window's post B now (双岗)."""
    today = uow.now.date()
    return any(
        a.starts <= today and (a.ends is None or today <= a.ends)
        for a in uow.registers.assignments.where(window=window, post=Post.B)
    )


def leave_event(kind: str, slip: LeaveSlip, **facts: object) -> Event:
    """A journal event about a slip; why somebody needs leave stays out of it."""
    basic = {"clerk": slip.clerk, "state": str(slip.state), "days": str(slip.days), "window": slip.window}
    return Event(kind, f"leave:{slip.id}", {**basic, **facts})


def _own(uow: UnitOfWork, slip_id: int, by: Actor) -> LeaveSlip:
    slip = uow.registers.leave.get(slip_id)
    if slip.clerk != by.name:
        raise NotAllowed(f"slip {slip_id} is of {slip.clerk}", message="只能操作自己的请假条。")
    return slip


def _check_signer(uow: UnitOfWork, slip: LeaveSlip, by: Actor) -> None:
    if not _may_sign(uow, slip, by):
        waits_for = slip.next_approver
        raise NotAllowed(f"slip {slip.id} waits for {waits_for}", message=f"该请假条待{waits_for}审批。")


def _may_sign(uow: UnitOfWork, slip: LeaveSlip, by: Actor) -> bool:
    approver = slip.next_approver
    if approver is None:
        return False
    if approver is Approver.CHIEF:
        # The stand-in signs while the chief is away, whatever their role says.
        chiefs = uow.registers.chiefs.where(department=slip.department)
        if chiefs:
            return chief_of(chiefs, slip.department, uow.now).acting(uow.now) == by.name
    if ROLES[approver] not in by.roles:
        return False
    own_department = approver in (Approver.CHIEF, Approver.UNIT_LEADER)
    return not own_department or uow.clerks.get(by.name).department == slip.department
