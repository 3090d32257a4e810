"""Windows that end by themselves (临时窗口到期、撤销窗口): 开封§27, 卫东16, Q-07; never while they serve."""

from __future__ import annotations

from dataclasses import replace

from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.queueing.at_window import ticket_at_window
from hall.queueing.issue import ticket_event
from hall.staffing.presence import sign_stays_out
from hall.staffing.window import Window, WindowState, window_event


def close_if_due(uow: UnitOfWork, window: Window, *, by: Actor) -> Window | None:
    """Close a window whose time is up or that was taken away, once nobody is served there; None when it stays.

    Tickets that waited for this window only may then be called by any authorised one.
    """
    if window.serves_at(uow.now) or ticket_at_window(uow, window.number) is not None:
        return None
    if window.state is WindowState.CLOSED:
        return None
    closed = uow.windows.save(window, window.closed())
    sign_stays_out(uow, window.number, at=uow.now)
    reason = "临时窗口到期" if window.active else "窗口撤销"
    uow.record(window_event("window.closed", closed, clerk=window.clerk, reason=reason), by=by)
    release_waiting(uow, closed, by=by)
    return closed


def release_waiting(uow: UnitOfWork, window: Window, *, by: Actor) -> int:
    """Let other windows call the tickets that waited for this one only; how many."""
    count = 0
    for ticket in uow.tickets.waiting(uow.now.date(), window.authorised):
        if ticket.only_window == window.number:
            released = uow.tickets.save(ticket, replace(ticket, only_window=None))
            uow.record(ticket_event("ticket.released", released, window=window.number), by=by)
            count += 1
    return count
