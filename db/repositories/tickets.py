"""Tickets and their holders (号票与办事人)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from typing import Any

from db.crypto import Keys
from db.kept_rows import KeptRows
from db.repositories import ticket_rows as sql
from db.session import Session
from db.statement import Statement
from hall.errors import Conflict, NotFound
from hall.identity import ANONYMOUS, Holder
from hall.queueing.ticket import PriorityClass, Ticket, TicketState

LABEL = re.compile(r"([A-Z]+)([0-9]+)")


class SqlTickets:
    """Fills `hall.ports.TicketRepository`."""

    def __init__(self, session: Session, keys: Keys, zone: tzinfo, kept: KeptRows[Ticket]) -> None:
        self._session = session
        self._keys = keys
        self._zone = zone
        self._kept = kept

    def next_number(self, day: date, prefix: str) -> int:
        """The next number of the day and prefix: 1, 2, 3 … without gap or repeat over all processes.

        One statement that locks the counter's row until the transaction ends; rolled back with it, so nothing gaps.
        """
        return int(self._session.one(sql.NEXT_NUMBER, {"day": day, "prefix": prefix})[0])

    def add(self, ticket: Ticket, holder: Holder) -> Ticket:
        """Store a new ticket and, encrypted, its holder; returns it with its id."""
        row = sql.to_row(ticket)
        del row["id"]
        ticket = replace(ticket, id=int(self._session.one(sql.ADD, row)[0]))
        if holder.name or holder.id_number or holder.phone:
            self._session.later(
                sql.ADD_HOLDER,
                {
                    "ticket": ticket.id,
                    "day": ticket.day,
                    "lookup": self._keys.lookup_hash(holder.key_source),
                    "name": self._seal(holder.name, ticket, "name"),
                    "id_number": self._seal(holder.id_number, ticket, "id_number"),
                    "phone": self._seal(holder.phone, ticket, "phone"),
                },
            )
        return ticket

    def get(self, ticket_id: int) -> Ticket:
        """One ticket.

        Raises:
            NotFound: no such id.
        """
        row = self._session.first(sql.GET, {"id": ticket_id})
        if row is None:
            raise NotFound(f"ticket {ticket_id}")
        return sql.to_ticket(row, self._zone)

    def by_label(self, day: date, label: str) -> Ticket | None:
        """The ticket with this label on that day."""
        parts = LABEL.fullmatch(label)
        if parts is None or len(parts[2]) > 9:
            return None
        row = self._session.first(sql.BY_LABEL, {"day": day, "prefix": parts[1], "number": int(parts[2])})
        return None if row is None else sql.to_ticket(row, self._zone)

    def holder_of(self, ticket_id: int) -> Holder:
        """The decrypted holder, for the clerk who serves the ticket.

        Raises:
            NotFound: no such id.
            WrongKey: it was encrypted with a key that is not here, or was changed.
        """
        ticket = self.get(ticket_id)
        row = self._session.first(sql.HOLDER, {"ticket": ticket_id})
        if row is None:
            return replace(ANONYMOUS, kind=ticket.holder_kind)
        name, id_number, phone = row
        return Holder(
            ticket.holder_kind,
            name=self._unseal(name, ticket, "name"),
            id_number=self._unseal(id_number, ticket, "id_number"),
            phone=self._unseal(phone, ticket, "phone"),
        )

    def save(self, before: Ticket, after: Ticket) -> Ticket:
        """Store ``after`` if the row still has ``before.version``; returns it with the new version.

        Raises:
            Conflict: the row changed in between, or the window has another ticket.
        """
        if self._session.change(sql.SAVE, sql.to_change(before, after)) != 1:
            raise Conflict(f"ticket {before.label}: version {before.version} is no longer current")
        return replace(after, version=before.version + 1)

    def claim(self, before: Ticket, after: Ticket) -> Ticket | None:
        """As `save` in one guarded statement for calling; None when somebody else was faster.

        Raises:
            Conflict: the window has another ticket.
        """
        if after.window is None or after.called_at is None:
            raise ValueError("a claimed ticket has its window and the time of the call")
        if self._session.change(sql.SAVE, sql.to_change(before, after)) != 1:
            return None
        self._session.later(
            sql.ADD_CALL,
            {
                "ticket": after.id,
                "day": after.day,
                "window": after.window,
                "priority": int(after.class_at(after.called_at)),
                "at": after.called_at,
            },
        )
        return replace(after, version=before.version + 1)

    def waiting(self, day: date, items: Iterable[str]) -> Sequence[Ticket]:
        """Tickets in WAITING of these items, oldest ``queued_at`` first."""
        return self._tickets(sql.WAITING, {"day": day, "items": sorted(items)})

    def waiting_count(self, day: date, prefix: str) -> int:
        """How many wait under a prefix (people ahead of a new ticket)."""
        return int(self._session.one(sql.WAITING_COUNT, {"day": day, "prefix": prefix})[0])

    def at_window(self, day: date, window: int) -> Ticket | None:
        """The ticket CALLED or SERVING at a window."""
        row = self._session.first(sql.AT_WINDOW, {"day": day, "at_window": window})
        return None if row is None else sql.to_ticket(row, self._zone)

    def at_windows(self, day: date) -> Sequence[Ticket]:
        """All tickets CALLED or SERVING, by id."""
        return self._tickets(sql.AT_WINDOWS, {"day": day})

    def last_called(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        """Of the tickets of a branch that are FINISHED or MISSED those that were called last, newest first."""
        return self._tickets(sql.LAST_CALLED, {"day": day, "branch": branch, "most": limit})

    def last_finished(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        """The tickets of a branch that were FINISHED last, newest first."""
        return self._tickets(sql.LAST_FINISHED, {"day": day, "branch": branch, "most": limit})

    def waiting_by_item(self, day: date, branch: str) -> Sequence[tuple[str, str, int]]:
        """How many wait in a branch: zone, item, tickets."""
        rows = self._session.all(sql.WAITING_BY_ITEM, {"day": day, "branch": branch})
        return [(zone, item, people) for zone, item, people in rows]

    def in_state(self, day: date, states: Iterable[TicketState]) -> Sequence[Ticket]:
        """Tickets of the day in these states, by id."""
        return self._tickets(sql.IN_STATE, {"day": day, "states": sql.states_as_text(states)})

    def open_of_holder(self, day: date, holder: Holder, item: str) -> Ticket | None:
        """The person's open ticket for an item; None for an anonymous holder."""
        lookup = self._keys.lookup_hash(holder.key_source)
        if lookup is None:
            return None
        row = self._session.first(sql.OPEN_OF_HOLDER, {"day": day, "lookup": lookup, "item": item})
        return None if row is None else sql.to_ticket(row, self._zone)

    def of_holder(self, day: date, holder: Holder) -> Sequence[Ticket]:
        """The person's tickets of the day in any state, by id; none for an anonymous holder."""
        lookup = self._keys.lookup_hash(holder.key_source)
        return [] if lookup is None else self._tickets(sql.OF_HOLDER, {"day": day, "lookup": lookup})

    def of_holder_since(self, since: date, holder: Holder) -> Sequence[Ticket]:
        """The person's tickets of this day and all later ones, by id; none for an anonymous holder."""
        lookup = self._keys.lookup_hash(holder.key_source)
        return [] if lookup is None else self._tickets(sql.OF_HOLDER_SINCE, {"since": since, "lookup": lookup})

    def last_classes(self, day: date, window: int, limit: int) -> Sequence[PriorityClass]:
        """Classes of the last calls at a window, newest first."""
        rows = self._session.all(sql.LAST_CLASSES, {"day": day, "at_window": window, "most": limit})
        return [PriorityClass(row[0]) for row in rows]

    def _tickets(self, statement: Statement, values: Mapping[str, Any]) -> Sequence[Ticket]:
        return self._session.all_kept(statement, values, lambda row: sql.to_ticket(row, self._zone), self._kept)

    def _seal(self, text: str, ticket: Ticket, column: str) -> bytes | None:
        return self._keys.encrypt(text.encode(), _place(ticket, column)) if text else None

    def _unseal(self, sealed: bytes | None, ticket: Ticket, column: str) -> str:
        return "" if sealed is None else self._keys.decrypt(bytes(sealed), _place(ticket, column)).decode()


def _place(ticket: Ticket, column: str) -> str:
    return f"ticket_holders/{column}/{ticket.day.isoformat()}/{ticket.prefix}/{ticket.number}"
