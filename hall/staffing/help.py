"""Calling the guide desk (人工帮助): somebody in front of a kiosk needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.staffing.help_call import HelpCall

RINGS_AGAIN = timedelta(minutes=2)


def call_help(uow: UnitOfWork, *, by: Actor, page: str, ticket: int | None = None) -> None:
    """Ring the guide desk; it follows ``help.called`` in the feed.

    Pressed again about the same, while nobody answered and within `RINGS_AGAIN`, it is the same call: somebody is
    impatient, or was not told that the first was taken.

    Args:
        page: where the person was, such as ``"identify"``.
        ticket: id of the ticket it is about, such as one whose paper is in doubt.
    """
    by.must_be(Role.CITIZEN, Role.CLERK)
    about = {"station": by.station, "page": page, "ticket": ticket, "answered_by": None}
    ringing = uow.registers.help_calls.where(day=uow.now.date(), **about)
    if any(uow.now - call.at < RINGS_AGAIN for call in ringing):
        return
    uow.registers.help_calls.add(HelpCall(0, uow.now.date(), uow.now, by.station, page, ticket))
    facts = {"page": page} | ({"ticket": ticket} if ticket is not None else {})
    uow.record(Event("help.called", f"station:{by.station}", facts), by=by)


def open_help_calls(uow: UnitOfWork) -> Sequence[HelpCall]:
    """Calls of today that nobody answered yet, oldest first."""
    return uow.registers.help_calls.where(day=uow.now.date(), answered_by=None)


def answer_help(uow: UnitOfWork, call_id: int, *, by: Actor) -> HelpCall:
    """Somebody goes there (已响应); a call answered already stays as it is."""
    by.must_be(Role.GUIDE, Role.CLERK, Role.SUPERVISOR)
    call = uow.registers.help_calls.get(call_id)
    if call.answered_by is not None:
        return call
    after = uow.registers.help_calls.save(call, replace(call, answered_by=by.name, answered_at=uow.now))
    seconds = max(int((uow.now - call.at).total_seconds()), 0)
    uow.record(Event("help.answered", f"station:{call.station}", {"call": call.id, "seconds": seconds}), by=by)
    return after
