"""Tickets of the fake store in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hall.errors import Conflict
from hall.identity import Holder
from hall.queueing.ticket import AT_A_WINDOW, OPEN_STATES, PriorityClass, Ticket, TicketState
from tests.support.fake_data import Data, found


class FakeTickets:
    def __init__(self, data: Data) -> None:
        self._data = data

    def next_number(self, day: date, prefix: str) -> int:
        number = self._data.counters.get((day, prefix), 0) + 1
        self._data.counters[day, prefix] = number
        return number

    def add(self, ticket: Ticket, holder: Holder) -> Ticket:
        stored = replace(ticket, id=len(self._data.tickets) + 1)
        self._data.tickets[stored.id] = stored
        self._data.holders[stored.id] = holder
        return stored

    def get(self, ticket_id: int) -> Ticket:
        return found(self._data.tickets, ticket_id)

    def by_label(self, day: date, label: str) -> Ticket | None:
        return next((t for t in self._data.tickets.values() if t.day == day and t.label == label), None)

    def holder_of(self, ticket_id: int) -> Holder:
        return found(self._data.holders, ticket_id)

    def save(self, before: Ticket, after: Ticket) -> Ticket:
        if self.get(before.id).version != before.version:
            raise Conflict(f"ticket {before.id}")
        stored = replace(after, version=before.version + 1)
        self._data.tickets[before.id] = stored
        return stored

    def claim(self, before: Ticket, after: Ticket) -> Ticket | None:
        try:
            claimed = self.save(before, after)
        except Conflict:
            return None
        assert after.window is not None and after.called_at is not None
        self._data.calls.append((claimed, after.window, after.called_at))
        return claimed

    def waiting(self, day: date, items: Iterable[str]) -> Sequence[Ticket]:
        wanted = set(items)
        waiting = [t for t in self.in_state(day, (TicketState.WAITING,)) if t.item in wanted]
        return sorted(waiting, key=lambda t: (t.queued_at, t.id))

    def waiting_count(self, day: date, prefix: str) -> int:
        return sum(t.prefix == prefix for t in self.in_state(day, (TicketState.WAITING,)))

    def at_window(self, day: date, window: int) -> Ticket | None:
        return next((t for t in self.in_state(day, AT_A_WINDOW) if t.window == window), None)

    def at_windows(self, day: date) -> Sequence[Ticket]:
        return self.in_state(day, AT_A_WINDOW)

    def last_called(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        gone = self.in_state(day, (TicketState.FINISHED, TicketState.MISSED))
        called = [(t.called_at, t.id, t) for t in gone if t.branch == branch and t.called_at is not None]
        return [ticket for _, _, ticket in sorted(called, key=lambda row: row[:2], reverse=True)][:limit]

    def last_finished(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        done = self.in_state(day, (TicketState.FINISHED,))
        finished = [(t.finished_at, t.id, t) for t in done if t.branch == branch and t.finished_at is not None]
        return [ticket for _, _, ticket in sorted(finished, key=lambda row: row[:2], reverse=True)][:limit]

    def waiting_by_item(self, day: date, branch: str) -> Sequence[tuple[str, str, int]]:
        here = [t for t in self.in_state(day, (TicketState.WAITING,)) if t.branch == branch]
        return [(zone, item, people) for (zone, item), people in Counter((t.zone, t.item) for t in here).items()]

    def in_state(self, day: date, states: Iterable[TicketState]) -> Sequence[Ticket]:
        wanted = set(states)
        return [t for t in self._data.tickets.values() if t.day == day and t.state in wanted]

    def open_of_holder(self, day: date, holder: Holder, item: str) -> Ticket | None:
        if not holder.key_source:
            return None
        for ticket in self.in_state(day, OPEN_STATES):
            if ticket.item == item and self._data.holders[ticket.id].key_source == holder.key_source:
                return ticket
        return None

    def of_holder(self, day: date, holder: Holder) -> Sequence[Ticket]:
        mine = self.in_state(day, TicketState) if holder.key_source else []
        return [t for t in mine if self._data.holders[t.id].key_source == holder.key_source]

    def of_holder_since(self, since: date, holder: Holder) -> Sequence[Ticket]:
        recent = [t for t in self._data.tickets.values() if t.day >= since and holder.key_source]
        return [t for t in recent if self._data.holders[t.id].key_source == holder.key_source]

    def last_classes(self, day: date, window: int, limit: int) -> Sequence[PriorityClass]:
        called = [t.class_at(at) for t, at_window, at in self._data.calls if t.day == day and at_window == window]
        return called[::-1][:limit]
