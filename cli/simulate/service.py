"""A called visitor at a window (模拟办理): comes or not, is served, and how that ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cli.simulate.desk import Desk
from cli.simulate.plan import PROFILE
from cli.simulate.visitor import Visitor
from hall.identity import Actor, system_at
from hall.queueing import calling, moves
from hall.queueing.ticket import Ticket, TicketState
from hall.rating import service as rating
from hall.rating.rating import Level, Outcome
from hall.staffing.window import WindowState

RECALL_SECONDS = 30.0
BUSY_HOURS = {11: 1.1, 16: 1.15}  # everybody is slower before lunch and before closing
Done = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Service:
    """What happens between a call and the next; ``wake`` and ``away`` are told what becomes of the ticket."""

    desk: Desk
    wake: Callable[[Ticket], None]
    missed: Callable[[Ticket], None]
    resume: Callable[[Ticket], None]

    def serve(self, number: int, by: Actor, ticket: Ticket, *, done: Done) -> None:
        """Follow a called ticket to its end at this window; ``done`` when the window is free again."""
        visitor = self.desk.of_ticket[ticket.id]
        if visitor.shows or ticket.requeues:
            self.desk.agenda.after(visitor.walk, lambda: self._start(number, by, visitor, done))
        else:
            self.desk.agenda.after(RECALL_SECONDS, lambda: self._call_again(number, by, visitor, done))

    def _call_again(self, number: int, by: Actor, visitor: Visitor, done: Done) -> None:
        after = self.desk.do(lambda uow: calling.recall(uow, number, by=by))
        if after.calls < PROFILE.tickets.calls_before_missed:
            self.desk.agenda.after(RECALL_SECONDS, lambda: self._call_again(number, by, visitor, done))
        else:
            self.desk.agenda.after(RECALL_SECONDS, lambda: self._miss(number, by, visitor, done))

    def _miss(self, number: int, by: Actor, visitor: Visitor, done: Done) -> None:
        ticket = self.desk.do(lambda uow: calling.mark_missed(uow, number, by=by, profile=PROFILE))
        if visitor.comes_late is not None:
            self.desk.agenda.after(visitor.comes_late, lambda: self._came_after_all(number, by, ticket, done))
            return
        if visitor.comes_back is not None:
            self.desk.agenda.after(visitor.comes_back * 60, lambda: self.missed(ticket))
        done()

    def _came_after_all(self, number: int, by: Actor, ticket: Ticket, done: Done) -> None:
        self.desk.do(lambda uow: moves.undo_missed(uow, number, ticket.id, by=by))
        self._start(number, by, self.desk.of_ticket[ticket.id], done)

    def _start(self, number: int, by: Actor, visitor: Visitor, done: Done) -> None:
        ticket = self.desk.do(lambda uow: calling.start_service(uow, number, by=by))
        pace = 0.85 + (number * 7 % 10) / 30  # every clerk has a pace of their own, 0.85 … 1.15
        minutes = visitor.item.minutes * self.desk.scale * visitor.work * pace
        minutes *= BUSY_HOURS.get(self.desk.agenda.now.hour, 1.0)
        ending = visitor.ending
        if ending in ("transfer", "suspend"):
            if ticket.id in self.desk.interrupted:  # once is enough
                ending = "finish"
            else:
                self.desk.interrupted.add(ticket.id)
                minutes /= 3
        actions = {"transfer": self._transfer, "suspend": self._suspend, "void": self._void}
        action = actions.get(ending, self._finish)
        self.desk.agenda.after(max(minutes, 0.3) * 60, lambda: action(number, by, ticket, done))

    def _finish(self, number: int, by: Actor, ticket: Ticket, done: Done) -> None:
        finished = self.desk.do(lambda uow: calling.finish_service(uow, number, by=by))
        if finished.state is TicketState.WAITING:  # the number goes on to the next item
            self.wake(finished)
            done()
            return
        visitor = self.desk.of_ticket[ticket.id]
        self.desk.agenda.after(6.0, lambda: self._rate(number, finished, visitor.outcome, visitor.level))
        done()

    def _rate(self, number: int, ticket: Ticket, outcome: Outcome, level: Level | None) -> None:
        pad = system_at(f"counter-{number}")
        self.desk.do(lambda uow: rating.record_rating(uow, ticket.id, outcome, level, by=pad))

    def _transfer(self, number: int, by: Actor, ticket: Ticket, done: Done) -> None:
        others = self.desk.read(lambda uow: uow.windows.all())
        able = [w for w in others if w.number != number and w.state is WindowState.OPEN and ticket.item in w.items]
        if not able:
            self._finish(number, by, ticket, done)
            return
        target = able[ticket.id % len(able)].number
        moved = self.desk.do(
            lambda uow: moves.transfer(uow, number, to_window=target, by=by, reason="需由专办窗口核验")
        )
        self.wake(moved)
        done()

    def _suspend(self, number: int, by: Actor, ticket: Ticket, done: Done) -> None:
        self.desk.do(lambda uow: moves.suspend(uow, number, by=by, reason="补充复印件"))
        away = self.desk.of_ticket[ticket.id].away
        self.desk.agenda.after(away * 60, lambda: self.resume(ticket))
        done()

    def _void(self, number: int, by: Actor, ticket: Ticket, done: Done) -> None:
        self.desk.do(lambda uow: moves.void(uow, ticket.id, by=by, reason="材料不属本大厅办理"))
        done()
