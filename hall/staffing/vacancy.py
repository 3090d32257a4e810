"""Vacant posts as they happen (空岗): 安康六4, 祥符§34(二)4, W-05."""

from __future__ import annotations

from datetime import datetime, timedelta

from hall.business_calendar.calendar import WorkingCalendar
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.staffing.attendance import Presence, Shift, VacancyRecord, judge, vacancies
from hall.staffing.leave import LeaveState
from hall.staffing.window import window_event


def todays_shifts(uow: UnitOfWork, *, profile: HallProfile, calendar: WorkingCalendar) -> list[Shift]:
    """Who is due where today: everybody assigned to a post of a window, for each session (应到).

    Raises:
        YearNotLoaded: the calendar does not know the year.
    """
    today = uow.now.date()
    if not (profile.hours.every_day or calendar.is_workday(today)):
        return []
    away = {
        slip.clerk: slip
        for state in (LeaveState.LEFT, LeaveState.APPROVED)
        for slip in uow.registers.leave.where(state=state)
    }
    standing = {w.number for w in uow.windows.all() if w.active}
    shifts = []
    for post in uow.registers.assignments.where():
        lasts = post.starts <= today and (post.ends is None or today <= post.ends)
        if not lasts or post.window not in standing:
            continue
        for session in profile.hours.sessions:
            opens = datetime.combine(today, session.opens, tzinfo=uow.now.tzinfo)
            closes = datetime.combine(today, session.closes, tzinfo=uow.now.tzinfo)
            slip = away.get(post.clerk)
            on_leave = slip is not None and slip.starts <= opens and closes <= slip.ends
            shifts.append(Shift(post.clerk, post.window, opens, closes, on_leave))
    return shifts


def find_vacancies(
    uow: UnitOfWork, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> list[VacancyRecord]:
    """Record and raise posts that nobody holds in open hours, each once (空岗提醒). May be repeated."""
    by.must_be(Role.SYSTEM, Role.SUPERVISOR)
    shifts = todays_shifts(uow, profile=profile, calendar=calendar)
    today = uow.now.date()
    stays = [stay.times for stay in uow.registers.attendance.where(day=today)]
    grace = timedelta(minutes=profile.vacancy_grace_minutes)
    raised = []
    for vacancy in vacancies(shifts, stays, grace=grace, now=uow.now):
        if uow.registers.vacancies.where(window=vacancy.window, since=vacancy.since):
            continue
        found = uow.registers.vacancies.add(VacancyRecord(0, today, vacancy.window, vacancy.since, uow.now))
        window = uow.windows.get(vacancy.window)
        minutes = int((uow.now - vacancy.since).total_seconds() // 60)
        uow.record(window_event("window.vacant", window, since=vacancy.since.isoformat(), minutes=minutes), by=by)
        raised.append(found)
    return raised


def attendance_today(
    uow: UnitOfWork, *, profile: HallProfile, calendar: WorkingCalendar
) -> list[tuple[Shift, Presence]]:
    """How everybody kept the shifts of today, as far as it can be told (考勤)."""
    shifts = todays_shifts(uow, profile=profile, calendar=calendar)
    stays = [stay.times for stay in uow.registers.attendance.where(day=uow.now.date())]
    early = timedelta(minutes=profile.hours.staff_early_minutes)
    judged = [(shift, judge(shift, stays, early=early, now=uow.now)) for shift in shifts]
    return [(shift, presence) for shift, presence in judged if presence is not None]
