"""Quotas (限号): at most so many numbers of an item on a day, or in a slot of it."""

from __future__ import annotations

from collections.abc import Iterable

from hall.appointments.place import Place, PlaceKind
from hall.ports import UnitOfWork
from hall.queueing.availability import Hindrance, Why
from hall.queueing.quota_rule import Quota
from hall.queueing.refusals import Hindered
from hall.queueing.ticket import Ticket

QUOTAS = (PlaceKind.QUOTA_DAY, PlaceKind.QUOTA_SLOT)


class QuotaFull(Hindered):
    """All numbers of the item are taken (号源已满)."""


def take_quota(uow: UnitOfWork, quotas: Iterable[Quota], item: str) -> None:
    """Take a number out of every quota of an item.

    Raises:
        QuotaFull: one is used up; roll back.
    """
    for quota in quotas:
        if quota.item != item:
            continue
        for place in quota.places(uow.now):
            uow.places.put(place)  # the hall may have changed the number since
            if not uow.places.take(place.kind, item, place.starts):
                why = Why.QUOTA_DAY if place.kind is PlaceKind.QUOTA_DAY else Why.QUOTA_SLOT
                hindrance = Hindrance(why, capacity=place.capacity)
                raise QuotaFull(f"{place.kind} of {item} is used up", message=_words(place), hindrance=hindrance)


def give_back_quota(uow: UnitOfWork, ticket: Ticket) -> None:
    """A number voided before it was called goes back into its quotas."""
    for kind in QUOTAS:
        for place in uow.places.of_day(kind, ticket.item, ticket.day):
            if place.starts <= ticket.issued_at < place.ends:
                uow.places.give_back(kind, ticket.item, place.starts)


def _words(place: Place) -> str:
    if place.kind is PlaceKind.QUOTA_DAY:
        return f"该事项今日{place.capacity}个号已取完，请改日办理或预约。"
    return f"该事项{place.starts:%H:%M}–{place.ends:%H:%M}的{place.capacity}个号已取完，请稍后再取。"
