"""Tickets as rows, and the statements about them (号票)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.statement import Statement
from db.tables import IS_AT_A_WINDOW, IS_WAITING, quoted, ticket_calls, ticket_counters, ticket_holders, tickets
from db.types import IsOneOf
from hall.identity import HolderKind
from hall.queueing.ticket import OPEN_STATES, PriorityClass, Ticket, TicketEstimate, TicketState

COLUMNS = (
    "id", "day", "prefix", "number", "item", "item_name", "department", "zone", "state", "issued_at", "queued_at",
    "station", "priority", "priority_reason", "holder_kind", "holder", "window", "clerk", "only_window",
    "called_at", "started_at", "finished_at", "calls", "requeues", "paperless", "branch",
    "people", "step", "next_items", "estimate_low", "estimate_high", "estimate_told", "estimate_raw",
    "priority_from", "version",
)  # fmt: skip
TIMES = ("issued_at", "queued_at", "called_at", "started_at", "finished_at", "priority_from")
# What never changes after a ticket was issued.
ESTIMATE = ("estimate_low", "estimate_high", "estimate_told", "estimate_raw")
ISSUED = ("id", "day", "prefix", "number", "issued_at", "station", "branch", "people", "priority_from")
FIXED = frozenset((*ISSUED, *ESTIMATE))
CHANGING = tuple(name for name in COLUMNS if name not in FIXED)


def _literal(condition: str) -> sa.TextClause:
    # Literal, not a parameter, and not compared with 1: only then the partial index with this condition is used.
    return sa.text(condition)


c = tickets.c
IN_ORDER = (c.queued_at, c.prefix, c.number)
EVERY = sa.select(*(c[name] for name in COLUMNS))
OF_DAY = c.day == sa.bindparam("day")

NEXT_NUMBER = Statement(
    insert(ticket_counters)
    .values(day=sa.bindparam("day"), prefix=sa.bindparam("prefix"), last=sa.literal_column("1"))
    .on_conflict_do_update(
        index_elements=["day", "prefix"], set_={"last": ticket_counters.c.last + sa.literal_column("1")}
    )
    .returning(ticket_counters.c.last)
)
ADD = Statement(sa.insert(tickets).returning(c.id), columns=COLUMNS[1:])
ADD_HOLDER = Statement(sa.insert(ticket_holders))
GET = Statement(EVERY.where(c.id == sa.bindparam("id")))
BY_LABEL = Statement(EVERY.where(OF_DAY, c.prefix == sa.bindparam("prefix"), c.number == sa.bindparam("number")))
SAVE = Statement(
    sa.update(tickets)
    .where(c.id == sa.bindparam("ticket"), c.version == sa.bindparam("seen"))
    .values({name: sa.bindparam(f"new_{name}", type_=c[name].type) for name in CHANGING})
)
ADD_CALL = Statement(sa.insert(ticket_calls), columns=("ticket", "day", "window", "priority", "at"))
LAST_CLASSES = Statement(
    sa.select(ticket_calls.c.priority)
    .where(ticket_calls.c.day == sa.bindparam("day"), ticket_calls.c.window == sa.bindparam("at_window"))
    .order_by(ticket_calls.c.id.desc())
    .limit(sa.bindparam("most", type_=sa.Integer))
)
WAITING = Statement(EVERY.where(OF_DAY, _literal(IS_WAITING), IsOneOf(c.item, "items")).order_by(*IN_ORDER))
WAITING_COUNT = Statement(
    sa.select(sa.func.count())
    .select_from(tickets)
    .where(OF_DAY, _literal(IS_WAITING), c.prefix == sa.bindparam("prefix"))
)
AT_WINDOW = Statement(EVERY.where(OF_DAY, c.window == sa.bindparam("at_window"), _literal(IS_AT_A_WINDOW)))
AT_WINDOWS = Statement(EVERY.where(OF_DAY, _literal(IS_AT_A_WINDOW)).order_by(c.id))
MOST = sa.bindparam("most", type_=sa.Integer)
LAST_CALLED = Statement(
    EVERY.where(
        OF_DAY,
        c.branch == sa.bindparam("branch"),
        _literal(f"state IN ({quoted((TicketState.FINISHED, TicketState.MISSED))})"),
        c.window.is_not(None),
        c.called_at.is_not(None),
    )
    .order_by(c.called_at.desc(), c.id.desc())
    .limit(MOST)
)
LAST_FINISHED = Statement(
    EVERY.where(
        OF_DAY,
        c.branch == sa.bindparam("branch"),
        _literal(f"state = '{TicketState.FINISHED}'"),
        c.finished_at.is_not(None),
    )
    .order_by(c.finished_at.desc(), c.id.desc())
    .limit(MOST)
)
WAITING_BY_ITEM = Statement(
    sa.select(c.zone, c.item, sa.func.count())
    .where(OF_DAY, _literal(IS_WAITING), c.branch == sa.bindparam("branch"))
    .group_by(c.zone, c.item)
)
IN_STATE = Statement(EVERY.where(OF_DAY, IsOneOf(c.state, "states")).order_by(c.id))
HOLDER = Statement(
    sa.select(ticket_holders.c.name, ticket_holders.c.id_number, ticket_holders.c.phone).where(
        ticket_holders.c.ticket == sa.bindparam("ticket")
    )
)
OPEN_OF_HOLDER = Statement(
    EVERY.select_from(ticket_holders.join(tickets, c.id == ticket_holders.c.ticket))
    .where(
        ticket_holders.c.day == sa.bindparam("day"),
        ticket_holders.c.lookup == sa.bindparam("lookup"),
        c.item == sa.bindparam("item"),
        _literal(f"tickets.state IN ({quoted(OPEN_STATES)})"),
    )
    .order_by(c.id)
    .limit(sa.literal_column("1"))
)
OF_HOLDER = Statement(
    EVERY.select_from(ticket_holders.join(tickets, c.id == ticket_holders.c.ticket))
    .where(ticket_holders.c.day == sa.bindparam("day"), ticket_holders.c.lookup == sa.bindparam("lookup"))
    .order_by(c.id)
)
OF_HOLDER_SINCE = Statement(
    EVERY.select_from(ticket_holders.join(tickets, c.id == ticket_holders.c.ticket))
    .where(ticket_holders.c.lookup == sa.bindparam("lookup"), ticket_holders.c.day >= sa.bindparam("since"))
    .order_by(c.id)
)


def to_ticket(row: Sequence[Any], zone: tzinfo) -> Ticket:
    """A ticket with its times in the hall's zone, as they are shown and compared with opening hours."""
    cells = dict(zip(COLUMNS, row, strict=True))
    for name in TIMES:
        moment: datetime | None = cells[name]
        if moment is not None:
            cells[name] = moment.astimezone(zone)
    cells["state"] = TicketState(cells["state"])
    cells["priority"] = PriorityClass(cells["priority"])
    cells["holder_kind"] = HolderKind(cells["holder_kind"])
    cells["next_items"] = tuple(cells["next_items"].split())
    low, high, told, raw = (cells.pop(name) for name in ESTIMATE)
    estimate = None if told is None else TicketEstimate(low, high, told, raw)
    return Ticket(**cells, estimate=estimate)


def to_row(ticket: Ticket) -> dict[str, Any]:
    """All columns."""
    row = {name: getattr(ticket, name) for name in COLUMNS if name not in ESTIMATE}
    row["next_items"] = " ".join(ticket.next_items)
    told = ticket.estimate
    row |= {name: told and getattr(told, name.removeprefix("estimate_")) for name in ESTIMATE}
    row["state"] = str(ticket.state)
    row["priority"] = int(ticket.priority)
    row["holder_kind"] = str(ticket.holder_kind)
    return row


def to_change(before: Ticket, after: Ticket) -> Mapping[str, Any]:
    """Parameters of SAVE: the version seen, and the next one."""
    row = to_row(after)
    change = {f"new_{name}": row[name] for name in CHANGING}
    return change | {"new_version": before.version + 1, "ticket": before.id, "seen": before.version}


def states_as_text(states: Iterable[TicketState]) -> list[str]:
    """For the parameter of IN_STATE."""
    return [str(state) for state in states]
