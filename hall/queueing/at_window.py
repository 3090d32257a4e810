"""Whose turn it is at a window (当前号票), also after midnight."""

from __future__ import annotations

from datetime import timedelta

from hall.ports import UnitOfWork
from hall.queueing.ticket import Ticket, TicketState

# Until this hour a service of the day before may still be going on (延时服务); then the day is put away.
ROLL_OVER_HOUR = 4


def ticket_at_window(uow: UnitOfWork, number: int) -> Ticket | None:
    """The ticket CALLED or SERVING at a window; one whose service ran past midnight is still there (Q-14)."""
    today = uow.now.date()
    ticket = uow.tickets.at_window(today, number)
    if ticket is None and uow.now.hour < ROLL_OVER_HOUR:
        late = uow.tickets.at_window(today - timedelta(days=1), number)
        if late is not None and late.state is TicketState.SERVING:
            return late
    return ticket
