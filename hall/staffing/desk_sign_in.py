"""Signing in at a desk that is no window (管理席签到): who signs and supervises reaches the pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hall.errors import NotAllowed
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import PasswordHasher, UnitOfWork
from hall.staffing.clerk import Clerk
from hall.staffing.service import authenticated


@dataclass(frozen=True, slots=True)
class DeskSignedIn:
    """Somebody at a desk without a window."""

    clerk: Clerk
    actor: Actor


def sign_in_at_desk(
    uow: UnitOfWork,
    staff_number: str,
    password: str,
    *,
    useful: Collection[Role],
    hasher: PasswordHasher,
    station: str,
) -> DeskSignedIn:
    """Sign in without a window; it is on record who saw the pages, from where.

    Args:
        useful: roles that find a page here; any of them is enough.

    Raises:
        SignInRefused: unknown number or wrong password.
        NotAllowed: none of the roles: there is nothing for them here.
    """
    clerk = authenticated(uow, staff_number, password, hasher)
    actor = Actor(clerk.number, clerk.roles, station)
    if not clerk.roles.intersection(useful):
        raise NotAllowed(
            f"{clerk.number} has {sorted(clerk.roles)}: no page at a desk",
            message="您的账号没有可在管理席使用的功能，请到窗口签到，或联系管理员核对角色。",
        )
    uow.record(Event("desk.signed_in", f"clerk:{clerk.number}", {"clerk": clerk.number}), by=actor)
    return DeskSignedIn(clerk, actor)


def sign_out_at_desk(uow: UnitOfWork, *, by: Actor) -> None:
    """Sign out (签退)."""
    uow.record(Event("desk.signed_out", f"clerk:{by.name}", {"clerk": by.name}), by=by)
