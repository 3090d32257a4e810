"""Signing in and out, pausing (签到、签退、暂停服务): W-01, W-03, W-05."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hall.errors import BadInput, HallError, NotAllowed, NotFound
from hall.identity import Actor, Role
from hall.ports import PasswordHasher, UnitOfWork
from hall.queueing.at_window import ticket_at_window
from hall.queueing.ticket import needs_reason
from hall.staffing.clerk import Clerk
from hall.staffing.presence import end_vacancies, sign_stay_in, sign_stays_out
from hall.staffing.window import Pause, Post, Window, WindowState, WindowStateError, window_event


class SignInRefused(HallError):
    """Staff number or password is wrong (签到失败); it is not said which."""

    default_message = "工号或密码不正确，请重新输入。"


class WindowTaken(HallError):
    """Somebody else is signed in at the window (窗口已有人)."""

    default_message = "本窗口已有其他人员签到，请先由其签退。"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A clerk at a window (上岗)."""

    clerk: Clerk
    window: Window
    actor: Actor


def sign_in(
    uow: UnitOfWork,
    number: int,
    staff_number: str,
    password: str,
    post: Post,
    *,
    hasher: PasswordHasher,
    station: str,
) -> SignedIn:
    """Sign in at a window and open it (签到). Who sits there already – after a crash – takes it up again.

    Raises:
        SignInRefused: unknown number or wrong password.
        WindowTaken: another clerk sits there.
        NotAllowed: not a clerk, or trained for none of the window's items (W-09).
    """
    clerk = authenticated(uow, staff_number, password, hasher)
    actor = Actor(clerk.number, clerk.roles, station)
    actor.must_be(Role.CLERK)
    window = uow.windows.get(number)
    check_trained(clerk, window)
    if not window.serves_at(uow.now):
        raise WindowStateError(f"window {number} is over", message="本窗口已撤销或临时窗口已到期，不能签到。")
    if window.clerk == clerk.number:
        sign_stay_in(uow, number, clerk.number, post)
        return SignedIn(clerk, window, actor)
    if window.clerk is not None:
        raise WindowTaken(f"window {number} is taken by {window.clerk}")
    opened = uow.windows.save(window, window.opened_by(clerk.number, post))
    sign_stay_in(uow, number, clerk.number, post)
    end_vacancies(uow, number)
    uow.record(window_event("window.opened", opened, clerk=clerk.number, post=str(post)), by=actor)
    return SignedIn(clerk, opened, actor)


def check_trained(clerk: Clerk, window: Window) -> None:
    """Check that a clerk was trained and passed for the window's items (W-09).

    Raises:
        NotAllowed: for none of them.
    """
    if window.items and not window.items & clerk.trained_items:
        raise NotAllowed(
            f"{clerk.number} is not trained for window {window.number}",
            message="您尚未通过本窗口事项的岗前培训，不能上岗。",
        )


def sign_out(uow: UnitOfWork, number: int, *, by: Actor) -> Window:
    """Sign out and close the window (签退).

    Raises:
        WindowStateError: a ticket is still at the window.
        NotAllowed: somebody else sits there.
    """
    window = _own_window(uow, number, by)
    if ticket_at_window(uow, number) is not None:
        raise WindowStateError(f"window {number} has a ticket", message="本窗口还有未完成的号票，完成后才能签退。")
    closed = uow.windows.save(window, window.closed())
    sign_stays_out(uow, number, at=uow.now, clerk=by.name)
    uow.record(window_event("window.closed", closed, clerk=by.name), by=by)
    return closed


def pause_window(
    uow: UnitOfWork, number: int, *, reason: str, whereabouts: str, back_at: datetime, by: Actor
) -> Window:
    """Pause a window (暂停服务) with reason, 去向 and expected return.

    Raises:
        BadInput: one of them is missing, or the return lies in the past.
        WindowStateError: the window does not serve, or still has a ticket.
    """
    window = _own_window(uow, number, by)
    if ticket_at_window(uow, number) is not None:
        raise WindowStateError(f"window {number} has a ticket", message="本窗口还有未完成的号票，完成后才能暂停。")
    if back_at <= uow.now:
        raise BadInput("back_at lies in the past", message="预计返回时间应晚于现在。")
    pause = Pause(needs_reason(reason, "暂停服务"), needs_reason(whereabouts, "去向留言"), uow.now, back_at)
    paused = uow.windows.save(window, window.paused(pause))
    facts = {"reason": pause.reason, "whereabouts": pause.whereabouts, "back_at": back_at.isoformat()}
    uow.record(window_event("window.paused", paused, **facts), by=by)
    return paused


def resume_window(uow: UnitOfWork, number: int, *, by: Actor) -> Window:
    """Serve again (恢复服务)."""
    window = _own_window(uow, number, by)
    resumed = uow.windows.save(window, window.resumed())
    assert window.pause is not None
    seconds = max(int((uow.now - window.pause.since).total_seconds()), 0)
    uow.record(window_event("window.resumed", resumed, seconds=seconds), by=by)
    return resumed


def _own_window(uow: UnitOfWork, number: int, by: Actor) -> Window:
    by.must_be(Role.CLERK)
    window = uow.windows.get(number)
    if window.state is WindowState.CLOSED:
        raise WindowStateError(f"window {number} is closed")
    if window.clerk != by.name:
        raise NotAllowed(f"{by.name} does not sit at window {number}", message="您没有在本窗口签到，不能操作。")
    return window


def authenticated(uow: UnitOfWork, staff_number: str, password: str, hasher: PasswordHasher) -> Clerk:
    """The clerk with this number and password, without the hash.

    Raises:
        SignInRefused: one of them is wrong; it is not said which.
    """
    try:
        clerk = uow.clerks.get(staff_number)
    except NotFound:
        clerk = None
    usable = clerk if clerk is not None and clerk.active else None
    if not hasher.matches(usable.password_hash if usable else "", password) or usable is None:
        raise SignInRefused(f"sign-in refused for staff number of length {len(staff_number)}")
    return replace(usable, password_hash="")
