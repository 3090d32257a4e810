"""A and B at one post (AB岗、换岗): 安康四2 六4, 平桥§12, 祥符§18, W-03, W-06.

The new one comes before the old one goes (先进后出).
"""

from __future__ import annotations

from dataclasses import replace

from hall.errors import BadInput, NotAllowed
from hall.identity import Actor, Role
from hall.ports import PasswordHasher, UnitOfWork
from hall.queueing.at_window import ticket_at_window
from hall.staffing.attendance import Attendance
from hall.staffing.presence import end_vacancies, sign_stay_in, sign_stays_out
from hall.staffing.service import authenticated, check_trained
from hall.staffing.window import Post, Window, WindowState, WindowStateError, window_event


def stand_by(
    uow: UnitOfWork,
    number: int,
    staff_number: str,
    password: str,
    post: Post,
    *,
    hasher: PasswordHasher,
    station: str,
) -> Attendance:
    """Sign in beside whoever sits there, ready to take over (顶岗签到).

    Raises:
        SignInRefused: unknown number or wrong password.
        NotAllowed: not a clerk, or not trained for the window.
    """
    clerk = authenticated(uow, staff_number, password, hasher)
    actor = Actor(clerk.number, clerk.roles, station)
    actor.must_be(Role.CLERK)
    window = uow.windows.get(number)
    check_trained(clerk, window)
    stay = sign_stay_in(uow, number, clerk.number, post)
    end_vacancies(uow, number)
    uow.record(window_event("window.stand_by", window, clerk=clerk.number, post=str(post)), by=actor)
    return stay


def cover_of(uow: UnitOfWork, number: int, clerk: str) -> Attendance | None:
    """Who else is signed in at a window today, the longest there first; None when nobody is."""
    stays = uow.registers.attendance.where(day=uow.now.date(), window=number, signed_out=None)
    return next((stay for stay in stays if stay.clerk != clerk), None)


def hand_over(uow: UnitOfWork, number: int, *, to: str, by: Actor) -> Window:
    """Give the window to somebody who is signed in there already (换岗, 先进后出); a pause ends with it.

    Raises:
        NotAllowed: somebody else sits there.
        BadInput: the other one has not signed in at this window.
        WindowStateError: the window is closed, or has a ticket.
    """
    by.must_be(Role.CLERK)
    window = uow.windows.get(number)
    if window.state is WindowState.CLOSED:
        raise WindowStateError(f"window {number} is closed")
    if window.clerk != by.name:
        raise NotAllowed(f"{by.name} does not sit at window {number}", message="您没有在本窗口签到，不能操作。")
    if ticket_at_window(uow, number) is not None:
        raise WindowStateError(f"window {number} has a ticket", message="本窗口还有未完成的号票，完成后才能换岗。")
    stays = uow.registers.attendance.where(day=uow.now.date(), window=number, clerk=to, signed_out=None)
    if to == by.name or not stays:
        raise BadInput(f"{to} is not signed in at {number}", message="接岗人员须先在本窗口签到，方可换岗。")
    after = uow.windows.save(
        window, replace(window, state=WindowState.OPEN, pause=None, clerk=to, post=stays[0].post)
    )
    sign_stays_out(uow, number, at=uow.now, clerk=by.name)
    facts = {"clerk": to, "post": str(stays[0].post), "from": by.name}
    uow.record(window_event("window.handed_over", after, **facts), by=by)
    return after
