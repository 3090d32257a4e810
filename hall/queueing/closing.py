"""After closing time and after midnight (延时服务、日终): Q-14.

A ticket issued in hours is called after closing as before; what the windows served then is recorded. The day after,
what was left is put away with a reason: nobody can call a ticket of yesterday.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.at_window import ROLL_OVER_HOUR
from hall.queueing.issue import ticket_event
from hall.queueing.overtime import Overtime
from hall.queueing.ticket import Ticket, TicketState
from hall.staffing.window import window_event

LEFT_OVER = (
    TicketState.PENDING_PRINT,
    TicketState.WAITING,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.SUSPENDED,
    TicketState.MISSED,
)
LOOK_BACK_DAYS = 10


def record_overtime(uow: UnitOfWork, *, by: Actor, profile: HallProfile) -> list[Overtime]:
    """Record what each window served after the day's last closing (延时服务登记). May be repeated."""
    by.must_be(Role.SYSTEM, Role.SUPERVISOR)
    today = uow.now.date()
    written = _overtime_of(uow, today, by, profile)
    if uow.now.hour < ROLL_OVER_HOUR:
        written += _overtime_of(uow, today - timedelta(days=1), by, profile)
    return written


def _overtime_of(uow: UnitOfWork, day: date, by: Actor, profile: HallProfile) -> list[Overtime]:
    closing = datetime.combine(day, profile.hours.sessions[-1].closes, tzinfo=uow.now.tzinfo)
    if uow.now <= closing:
        return []
    served: dict[int, list[tuple[datetime, str]]] = {}
    for ticket in uow.tickets.in_state(day, (TicketState.FINISHED, TicketState.SERVING)):
        ended = ticket.finished_at if ticket.state is TicketState.FINISHED else uow.now
        if ticket.window is not None and ended is not None and ended > closing:
            served.setdefault(ticket.window, []).append((ended, ticket.clerk or ""))
    for step in uow.registers.steps.where(day=day):
        if step.finished_at > closing:
            served.setdefault(step.window, []).append((step.finished_at, step.clerk))
    written = []
    for number, ends in sorted(served.items()):
        until, clerk = max(ends)
        known = uow.registers.overtime.where(day=day, window=number)
        now = Overtime(0, day, number, clerk, closing, until, len(ends))
        if not known:
            row = uow.registers.overtime.add(now)
            window = uow.windows.get(number)
            uow.record(window_event("window.overtime", window, clerk=clerk, minutes=round(row.minutes)), by=by)
        elif replace(now, id=known[0].id, version=known[0].version) != known[0]:
            later = replace(known[0], clerk=clerk, until=until, tickets=len(ends))
            row = uow.registers.overtime.save(known[0], later)
        else:
            continue
        written.append(row)
    return written


def roll_over(uow: UnitOfWork, *, by: Actor) -> list[Ticket]:
    """Void what the days before left behind, with the reason, and end stays nobody signed out of. May be repeated.

    Whoever was being served when the day ended counts as served: their matter was accepted.
    """
    by.must_be(Role.SYSTEM, Role.SUPERVISOR)
    today = uow.now.date()
    put_away = []
    # A service that runs past midnight is left alone until nobody can be at it any more.
    first = 1 if uow.now.hour >= ROLL_OVER_HOUR else 2
    for back in range(first, LOOK_BACK_DAYS + 1):
        day = today - timedelta(days=back)
        for ticket in uow.tickets.in_state(day, LEFT_OVER):
            put_away.append(_put_away(uow, ticket, by))
        for stay in uow.registers.attendance.where(day=day, signed_out=None):
            window = uow.windows.get(stay.window)
            if window.clerk == stay.clerk:
                closed = uow.windows.save(window, window.closed())
                uow.record(
                    window_event("window.closed", closed, clerk=stay.clerk, reason="未签退，日终关闭"), by=by
                )
            ended = max(stay.signed_in, _end_of(day, uow.now))
            uow.registers.attendance.save(stay, replace(stay, signed_out=ended))
    return put_away


def _put_away(uow: UnitOfWork, ticket: Ticket, by: Actor) -> Ticket:
    if ticket.state is TicketState.SERVING:
        # When it really ended nobody knows: no minutes are invented.
        after = uow.tickets.save(ticket, ticket.finished(at=ticket.started_at or ticket.issued_at))
        reason = "当日未点完成，日终结转"
        uow.record(ticket_event("ticket.finished", after, window=ticket.window, reason=reason), by=by)
        return after
    after = uow.tickets.save(ticket, ticket.voided())
    uow.record(ticket_event("ticket.voided", after, reason="号票当日有效，日终作废"), by=by)
    return after


def _end_of(day: date, now: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=now.tzinfo)
