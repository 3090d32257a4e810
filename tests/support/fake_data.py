"""The tables of the fake store in memory."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from hall.appointments.place import Place, PlaceKind
from hall.catalogue.item import Department, ServiceItem
from hall.catalogue.synonym import Synonym
from hall.documents.page import CapturedPage
from hall.errors import NotFound
from hall.identity import Actor, Holder
from hall.journal.record import Event
from hall.queueing.ticket import Ticket
from hall.rating.rating import Rating
from hall.staffing.clerk import Clerk
from hall.staffing.delegation import Delegation
from hall.staffing.window import Window

K = TypeVar("K")
V = TypeVar("V")


@dataclass
class Data:
    """The fake's tables."""

    departments: list[Department] = field(default_factory=list)
    items: dict[str, ServiceItem] = field(default_factory=dict)
    windows: dict[int, Window] = field(default_factory=dict)
    clerks: dict[str, Clerk] = field(default_factory=dict)
    tickets: dict[int, Ticket] = field(default_factory=dict)
    holders: dict[int, Holder] = field(default_factory=dict)
    counters: dict[tuple[date, str], int] = field(default_factory=dict)
    ratings: dict[int, Rating] = field(default_factory=dict)
    pages: list[CapturedPage] = field(default_factory=list)
    events: list[tuple[Event, Actor]] = field(default_factory=list)
    calls: list[tuple[Ticket, int, datetime]] = field(default_factory=list)
    registers: dict[str, dict[int, Any]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[PlaceKind, str, datetime], Place] = field(default_factory=dict)
    delegations: dict[int, Delegation] = field(default_factory=dict)
    synonyms: list[Synonym] = field(default_factory=list)
    readings: dict[str, tuple[str, ...]] = field(default_factory=dict)


def found(table: dict[K, V], key: K) -> V:
    """The row with this key; NotFound for none."""
    if key not in table:
        raise NotFound(f"{key!r}")
    return table[key]
