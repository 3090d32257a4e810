"""Stays at windows on record (签到记录): W-05."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hall.ports import UnitOfWork
from hall.staffing.attendance import Attendance
from hall.staffing.window import Post


def sign_stay_in(uow: UnitOfWork, window: int, clerk: str, post: Post) -> Attendance:
    """Begin a stay; one that is open already goes on (after a crash)."""
    for stay in uow.registers.attendance.where(window=window, clerk=clerk, signed_out=None):
        if stay.day == uow.now.date():
            return stay
        uow.registers.attendance.save(stay, replace(stay, signed_out=stay.signed_in))
    return uow.registers.attendance.add(Attendance(0, uow.now.date(), clerk, window, post, uow.now))


def sign_stays_out(uow: UnitOfWork, window: int, *, at: datetime, clerk: str | None = None) -> int:
    """End the open stays at a window, of one clerk or all; how many."""
    count = 0
    for stay in uow.registers.attendance.where(window=window, signed_out=None):
        if clerk in (None, stay.clerk):
            # A clock set back must not end a stay before it began.
            uow.registers.attendance.save(stay, replace(stay, signed_out=max(at, stay.signed_in)))
            count += 1
    return count


def end_vacancies(uow: UnitOfWork, window: int) -> None:
    """Somebody is there again: the window's open vacancies end."""
    for vacancy in uow.registers.vacancies.where(window=window, ended_at=None):
        uow.registers.vacancies.save(vacancy, replace(vacancy, ended_at=max(uow.now, vacancy.since)))
