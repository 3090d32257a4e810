"""Visitors at the kiosks (模拟抽号机): taking a number in its two phases, giving it up, queueing again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from cli.simulate.desk import Desk
from cli.simulate.plan import PROFILE
from cli.simulate.visitor import Visitor
from hall.appointments import arrival, booking
from hall.appointments.appointment import Forfeited, SlotFull
from hall.appointments.rules import Channel
from hall.errors import BadInput, HallError
from hall.identity import Actor, Role, citizen_at, system_at
from hall.queueing import issue, moves
from hall.queueing.issue import AlreadyWaiting, HallClosed, TicketRequest
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.window import WindowState

GUIDE = Actor("2001", frozenset({Role.GUIDE}), "guide-1")  # 导办台
PRINT_SECONDS = 3.0
SWEEP_SECONDS = 20.0
FORFEIT_SECONDS = 600.0


class Kiosks:
    """All kiosks; ``wake`` is told of every ticket that begins to wait."""

    def __init__(self, desk: Desk, wake: Callable[[Ticket], None]) -> None:
        self._desk = desk
        self._wake = wake
        self._free_at: list[datetime] = [desk.plan.opens] * desk.plan.kiosks

    def expect(self, visitors: Iterable[Visitor]) -> None:
        """Enter everybody's arrival, and the sweep of unconfirmed numbers."""
        for visitor in visitors:
            if visitor.slot is not None:
                self._book(visitor, visitor.slot)
            moment = self._desk.plan.opens + timedelta(minutes=visitor.arrives)
            self._desk.agenda.at(moment, lambda visitor=visitor: self._arrive(visitor))  # type: ignore[misc]
        self._desk.agenda.at(self._desk.plan.opens, self._sweep)
        self._desk.agenda.at(self._desk.plan.opens, self._forfeit)

    def _arrive(self, visitor: Visitor) -> None:
        if visitor.priority is not PriorityClass.ORDINARY:  # the guide desk knows the reason and takes the number
            self._desk.agenda.after(visitor.at_kiosk, lambda: self._take(visitor, GUIDE))
            return
        index = min(range(len(self._free_at)), key=lambda i: (self._free_at[i], i))
        begins = max(self._free_at[index], self._desk.agenda.now)
        ends = begins + timedelta(seconds=visitor.at_kiosk)
        self._free_at[index] = ends + timedelta(seconds=PRINT_SECONDS)
        self._desk.agenda.at(ends, lambda: self._take(visitor, citizen_at(f"kiosk-{index + 1}")))

    def _take(self, visitor: Visitor, by: Actor) -> None:
        desk = self._desk
        try:
            ticket = self._check_in(visitor, by) if visitor.index in desk.booked else self._issue(visitor, by)
        except HallClosed:
            desk.counts["came_too_late"] += 1
            return
        desk.of_ticket[ticket.id] = visitor
        if not visitor.print_fails:
            desk.agenda.after(PRINT_SECONDS, lambda: self._confirm(visitor, ticket, by, paperless=False))
            return
        desk.do(lambda uow: issue.note_print_trouble(uow, ticket.id, by=by, error="PaperOut", outcome_known=True))
        if not visitor.walks_away:
            desk.agenda.after(12.0, lambda: self._confirm(visitor, ticket, by, paperless=True))

    def _issue(self, visitor: Visitor, by: Actor) -> Ticket:
        request = TicketRequest(
            visitor.item.code, self._desk.opening(), visitor.holder, visitor.priority, visitor.reason,
            people=visitor.people, next_items=visitor.next_items,
        )  # fmt: skip
        outlook = self._desk.forecaster.current()
        return self._desk.do(
            lambda uow: issue.issue_ticket(uow, request, by=by, profile=PROFILE, outlook=outlook)
        ).ticket

    def _check_in(self, visitor: Visitor, by: Actor) -> Ticket:
        opening, outlook = self._desk.opening(), self._desk.forecaster.current()
        try:
            return self._desk.do(
                lambda uow: arrival.check_in(
                    uow, visitor.holder, opening=opening, by=by, profile=PROFILE, outlook=outlook
                )
            ).issued.ticket
        except (Forfeited, arrival.NoAppointment):
            self._desk.counts["appointments_forfeited"] += 1
            return self._issue(visitor, by)

    def _book(self, visitor: Visitor, slot: int) -> None:
        desk = self._desk
        at = desk.plan.opens + timedelta(minutes=slot)
        request = booking.BookingRequest(visitor.item.code, at, Channel.ONLINE, visitor.holder)
        try:
            desk.do(
                lambda uow: booking.book(
                    uow, request, by=citizen_at("online"), profile=PROFILE, calendar=desk.calendar
                )
            )
        except (SlotFull, BadInput):  # full, or in the noon break: they come without
            desk.counts["bookings_refused"] += 1
        else:
            desk.booked.add(visitor.index)

    def _forfeit(self) -> None:
        desk = self._desk
        desk.do(lambda uow: arrival.forfeit_late(uow, by=system_at("kiosk-1"), profile=PROFILE))
        if desk.agenda.now < desk.plan.closes + timedelta(minutes=60):
            desk.agenda.after(FORFEIT_SECONDS, self._forfeit)

    def _confirm(self, visitor: Visitor, ticket: Ticket, by: Actor, *, paperless: bool) -> None:
        desk = self._desk
        waiting = desk.do(lambda uow: issue.confirm_ticket(uow, ticket.id, by=by, paperless=paperless))
        self._wake(waiting)
        if visitor.patience is not None:
            desk.agenda.after(visitor.patience * 60, lambda: self._give_up(ticket, by))
        if visitor.second_number and visitor.holder.key_source:
            desk.agenda.after(30.0, lambda: self._try_second(visitor, by))

    def _try_second(self, visitor: Visitor, by: Actor) -> None:
        desk = self._desk
        request = TicketRequest(visitor.item.code, desk.opening(), visitor.holder)
        try:
            second = desk.do(lambda uow: issue.issue_ticket(uow, request, by=by, profile=PROFILE))
        except (AlreadyWaiting, HallClosed):
            desk.counts["second_number_refused"] += 1
        else:  # the first one was served or given up in the meantime: the paper is left lying
            desk.of_ticket[second.ticket.id] = visitor

    def _give_up(self, ticket: Ticket, by: Actor) -> None:
        desk = self._desk
        if desk.read(lambda uow: uow.tickets.get(ticket.id)).state is TicketState.WAITING:
            desk.do(lambda uow: moves.void(uow, ticket.id, by=by, reason="不再等候"))

    def come_back(self, ticket: Ticket) -> None:
        """A missed visitor asks the guide desk to queue again; not when all windows for the item have closed."""
        desk = self._desk
        now = desk.read(lambda uow: uow.tickets.get(ticket.id))
        served = desk.read(
            lambda uow: any(ticket.item in w.items and w.state is WindowState.OPEN for w in uow.windows.all())
        )
        if now.state is not TicketState.MISSED or not served:
            return
        try:
            again = desk.do(lambda uow: moves.requeue(uow, ticket.id, by=GUIDE, profile=PROFILE))
        except BadInput:
            desk.counts["requeue_refused"] += 1
        else:
            self._wake(again)

    def resume(self, ticket: Ticket) -> None:
        """A suspended visitor has what was missing."""
        try:
            self._wake(self._desk.do(lambda uow: moves.resume(uow, ticket.id, by=GUIDE)))
        except HallError:
            self._desk.counts["resume_refused"] += 1

    def _sweep(self) -> None:
        # Each kiosk's timer does this for its own numbers.
        desk = self._desk
        unconfirmed = desk.read(lambda uow: uow.tickets.in_state(uow.now.date(), (TicketState.PENDING_PRINT,)))
        limit = desk.agenda.now - timedelta(seconds=PROFILE.tickets.confirm_seconds)
        for station in sorted({ticket.station for ticket in unconfirmed if ticket.issued_at <= limit}):
            by = system_at(station)
            desk.do(lambda uow, by=by: issue.void_unconfirmed(uow, by=by, profile=PROFILE))  # type: ignore[misc]
        if desk.agenda.now < desk.plan.closes + timedelta(minutes=5):
            desk.agenda.after(SWEEP_SECONDS, self._sweep)
