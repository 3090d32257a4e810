"""Temporary windows and windows taken away (临时窗口、撤销窗口): 开封§27, 卫东16, Q-07."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hall.errors import BadInput, Conflict, NotFound
from hall.identity import Actor, Role
from hall.ports import UnitOfWork
from hall.queueing.leaving import close_if_due, release_waiting
from hall.queueing.ticket import needs_reason
from hall.staffing.window import Window, WindowState, window_event

MANAGERS = (Role.CENTRE, Role.SUPERVISOR, Role.ADMIN)


def set_up_temporary(uow: UnitOfWork, window: Window, *, reason: str, until: datetime, by: Actor) -> Window:
    """Set a temporary window up (设立临时窗口); a clerk then signs in there, and it closes itself at its end.

    Raises:
        BadInput: it ends before it starts, serves no item, or has no reason.
        Conflict: the number belongs to a window that stands.
    """
    by.must_be(*MANAGERS)
    words = needs_reason(reason, "设立临时窗口")
    if until <= uow.now or not window.items:
        raise BadInput("ends too early, or serves nothing", message="请填写晚于现在的结束时间和办理事项。")
    try:
        standing = uow.windows.get(window.number)
    except NotFound:
        standing = None
    if standing is not None and (standing.temporary_until is None or standing.serves_at(uow.now)):
        raise Conflict(f"window {window.number} stands", message=f"{window.number}号窗口已存在，请换一个编号。")
    if standing is not None and standing.state is not WindowState.CLOSED:
        raise Conflict(f"window {window.number} still serves", message=f"{window.number}号窗口尚未关闭。")
    made = replace(
        window, state=WindowState.CLOSED, clerk=None, post=None, pause=None, active=True, delegated=frozenset(),
        temporary_from=uow.now, temporary_until=until, temporary_reason=words,
        version=standing.version + 1 if standing else 0,
    )  # fmt: skip
    uow.windows.put(made)
    uow.record(window_event("window.set_up", made, reason=words, until=until.isoformat()), by=by)
    return made


def prolong(uow: UnitOfWork, number: int, *, until: datetime, reason: str, by: Actor) -> Window:
    """Give a temporary window a later or an earlier end (调整临时窗口).

    Raises:
        BadInput: it is no temporary window, the end lies in the past, or no reason.
    """
    by.must_be(*MANAGERS)
    window = uow.windows.get(number)
    if window.temporary_until is None or until <= uow.now:
        raise BadInput(f"window {number} is not temporary", message="只能调整临时窗口，且结束时间应晚于现在。")
    after = uow.windows.save(window, replace(window, temporary_until=until))
    words = needs_reason(reason, "调整临时窗口")
    uow.record(window_event("window.prolonged", after, until=until.isoformat(), reason=words), by=by)
    return after


def take_away(uow: UnitOfWork, number: int, *, reason: str, by: Actor) -> Window:
    """Take a window away (撤销窗口). Whom it serves is served to the end; who waited for it may go elsewhere."""
    by.must_be(*MANAGERS)
    words = needs_reason(reason, "撤销窗口")
    window = uow.windows.get(number)
    if not window.active:
        return window
    after = uow.windows.save(window, replace(window, active=False))
    uow.record(window_event("window.taken_away", after, reason=words), by=by)
    release_waiting(uow, after, by=by)
    return close_if_due(uow, after, by=by) or after


def close_ended(uow: UnitOfWork, *, by: Actor) -> list[Window]:
    """Close windows whose time is up and that serve nobody (到期自动关闭). May be repeated."""
    by.must_be(Role.SYSTEM, *MANAGERS)
    closed = [close_if_due(uow, window, by=by) for window in uow.windows.all()]
    return [window for window in closed if window is not None]
