"""Calling the guide desk (人工帮助): somebody in front of a kiosk needs a person."""

from __future__ import annotations

from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork


def call_help(uow: UnitOfWork, *, by: Actor, page: str, ticket: int | None = None) -> None:
    """Ring the guide desk; it follows ``help.called`` in the feed.

    Args:
        page: where the person was, such as ``"identify"``.
        ticket: id of the ticket it is about, such as one whose paper is in doubt.
    """
    by.must_be(Role.CITIZEN, Role.CLERK)
    facts = {"page": page} | ({"ticket": ticket} if ticket is not None else {})
    uow.record(Event("help.called", f"station:{by.station}", facts), by=by)
