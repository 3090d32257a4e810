"""The guide desk's use cases over the store (导办台操作): one method, one transaction.

Called from a worker, never from the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from counter_app.guide_model import Colleague, GroupLine, GuideCatalogue, GuideSnapshot, HelpLine, TicketWish
from hall.business_calendar.calendar import OpeningState, WorkingCalendar, YearNotLoaded, opening_state
from hall.errors import NotFound
from hall.identity import Actor, Holder, Role
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.queueing import guiding, moves
from hall.queueing.issue import IssuedTicket, TicketRequest, confirm_ticket, issue_ticket, note_print_trouble
from hall.queueing.outlook import Forecaster, Outlook
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.queueing.visit import plan_steps
from hall.repeats import once
from hall.staffing import contacts
from hall.staffing.first_contact import FirstContact, Handling
from hall.staffing.help import answer_help, open_help_calls
from hall.staffing.help_call import HelpCall
from hall.staffing.service_request import RequestKind, RequestState, ServiceRequest

T = TypeVar("T")
CALENDAR_MISSING = "节假日安排未载入"
SHOWN = (TicketState.WAITING, TicketState.SUSPENDED, TicketState.MISSED)
_ORDER = {state: place for place, state in enumerate(SHOWN)}


@dataclass(frozen=True, slots=True)
class GuideDesk:
    """One station's guide desk.

    Attributes:
        station: this machine.
        calendar_of: the hall's calendar as it stands in a transaction.
        forecaster: its `current` is a reading of its own, for another worker.
        branch: the 分大厅 it stands in (W-08).
    """

    store: Store
    station: str
    profile: HallProfile
    calendar_of: Callable[[UnitOfWork], WorkingCalendar]
    forecaster: Forecaster
    branch: str = ""

    # ---- reading ---------------------------------------------------------------------------------------

    def read(self, by: Actor) -> GuideSnapshot:
        """Everything the page shows; first contacts of others only for a supervisor.

        Raises:
            Unavailable: the database is away.
        """
        with self.store.reading() as uow:
            tickets = sorted(
                (t for t in uow.tickets.in_state(uow.now.date(), SHOWN) if t.branch == self.branch),
                key=lambda t: (_ORDER[t.state], t.queued_at, t.id),
            )
            followed = None if Role.SUPERVISOR in by.roles else by.name
            return GuideSnapshot(
                groups=_groups(uow, tickets),
                catalogue=GuideCatalogue(tuple(uow.catalogue.departments()), tuple(uow.catalogue.items())),
                tickets=tuple(tickets),
                help_calls=tuple(HelpLine(call, _label(uow, call)) for call in open_help_calls(uow)),
                contacts=tuple(contacts.open_first_contacts(uow, clerk=followed)),
                requests=tuple(_open_requests(uow)),
                colleagues=tuple(Colleague(c.number, c.name) for c in uow.clerks.all() if c.active),
                at=uow.now,
            )

    def read_outlook(self) -> Outlook:
        """How long people will wait; may take a while."""
        return self.forecaster.current()

    # ---- a number for somebody -------------------------------------------------------------------------

    def issue(self, by: Actor, wish: TicketWish) -> IssuedTicket:
        """Phase one: a number that waits for its paper, or for the guide's word.

        Raises:
            HallError: as `issue_ticket`, `issue_for_principal` and `plan_steps`; nothing was issued.
        """
        outlook = self.forecaster.latest()

        def work(uow: UnitOfWork) -> IssuedTicket:
            first, *others = wish.items
            request = TicketRequest(
                first, self._opening(uow), wish.holder, wish.priority, wish.reason, self.branch, wish.people
            )
            if wish.principal is None:
                issued = issue_ticket(uow, request, by=by, profile=self.profile, outlook=outlook)
            else:
                issued = contacts.issue_for_principal(
                    uow, request, principal=wish.principal, relation=wish.relation, by=by, profile=self.profile,
                    outlook=outlook,
                )  # fmt: skip
            if others and not issued.again:
                planned = plan_steps(uow, issued.ticket.id, tuple(others), by=by)
                issued = replace(issued, ticket=planned)
            return issued

        with self.store.begin() as uow:
            issued = work(uow)
            if not issued.again:
                uow.commit()
        return issued

    def confirm(self, by: Actor, ticket: int, *, paperless: bool) -> Ticket:
        """Phase two: the paper is out, or the guide told the number; may be repeated."""
        return self._do(lambda uow: confirm_ticket(uow, ticket, by=by, paperless=paperless))

    def drop(self, by: Actor, ticket: int) -> None:
        """Void a number that nobody confirmed; one that waits or was voided already is left alone."""
        with self.store.begin() as uow:
            if uow.tickets.get(ticket).state is TicketState.PENDING_PRINT:
                moves.void(uow, ticket, by=by, reason="导办台放弃取号")
                uow.commit()

    def note_trouble(self, by: Actor, ticket: int, error: str, *, outcome_known: bool) -> None:
        """Put a failed or doubtful print on record."""
        self._do(lambda uow: note_print_trouble(uow, ticket, by=by, error=error, outcome_known=outcome_known))

    # ---- those who wait --------------------------------------------------------------------------------

    def give_priority(self, by: Actor, ticket: int, priority: PriorityClass, reason: str) -> Ticket:
        """给予或撤销优先."""
        return self._do(lambda uow: guiding.give_priority(uow, ticket, priority, reason=reason, by=by))

    def release(self, by: Actor, ticket: int, reason: str) -> Ticket:
        """解除指定窗口."""
        return self._do(lambda uow: guiding.release_ticket(uow, ticket, reason=reason, by=by))

    def void(self, by: Actor, ticket: int, reason: str) -> Ticket:
        """作废."""
        return self._do(lambda uow: moves.void(uow, ticket, by=by, reason=reason))

    def bring_back(self, by: Actor, ticket: Ticket) -> Ticket:
        """A suspended ticket to its old place (恢复), a missed one where the hall's rule says (重新排队)."""
        if ticket.state is TicketState.SUSPENDED:
            return self._do(lambda uow: moves.resume(uow, ticket.id, by=by))
        return self._do(lambda uow: moves.requeue(uow, ticket.id, by=by, profile=self.profile))

    def answer(self, by: Actor, call: int) -> HelpCall:
        """Somebody goes there (响应求助)."""
        return self._do(lambda uow: answer_help(uow, call, by=by))

    # ---- first contacts and visits ---------------------------------------------------------------------

    def log_contact(
        self, by: Actor, question: str, handling: Handling, passed_to: str, person: Holder, request: str
    ) -> FirstContact:
        """首问登记; the same request twice is logged once."""
        return once(
            self.store,
            lambda uow: contacts.log_first_contact(
                uow, question=question, handling=handling, passed_to=passed_to, person=person, by=by,
                request=request,
            ),
        )  # fmt: skip

    def close_contact(self, by: Actor, contact: int, outcome: str) -> FirstContact:
        """首问办结."""
        return self._do(lambda uow: contacts.close_first_contact(uow, contact, outcome=outcome, by=by))

    def request_visit(
        self,
        by: Actor,
        item: str,
        principal: Holder,
        address: str,
        reason: str,
        wanted_at: datetime | None,
        request: str,
    ) -> ServiceRequest:
        """上门服务申请; the same request twice is taken down once."""
        return once(
            self.store,
            lambda uow: contacts.request_service(
                uow, RequestKind.HOME_VISIT, item, principal=principal, address=address, reason=reason,
                wanted_at=wanted_at, by=by, request=request,
            ),
        )  # fmt: skip

    def move_request(
        self, by: Actor, request: int, state: RequestState, clerk: str | None, outcome: str
    ) -> ServiceRequest:
        """安排、完成、取消."""
        return self._do(lambda uow: contacts.move_request(uow, request, state, by=by, clerk=clerk, outcome=outcome))

    # ---- ------------------------------------------------------------------------------------------------

    def _opening(self, uow: UnitOfWork) -> OpeningState:
        try:
            return opening_state(self.calendar_of(uow), self.profile.hours, uow.now)
        except YearNotLoaded:
            return OpeningState(False, CALENDAR_MISSING)

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result


def _groups(uow: UnitOfWork, tickets: list[Ticket]) -> tuple[GroupLine, ...]:
    codes: dict[tuple[str, str], list[str]] = {}
    for item in uow.catalogue.items():
        codes.setdefault((item.zone, item.department), []).append(item.code)
    waiting: dict[tuple[str, str], list[Ticket]] = {}
    for ticket in tickets:
        if ticket.state is TicketState.WAITING:
            waiting.setdefault((ticket.zone, ticket.department), []).append(ticket)
    names = {d.code: d.name for d in uow.catalogue.departments()}
    lines = [
        GroupLine(
            zone, names.get(department, department), tuple(codes.get((zone, department), ())), len(queue),
            min(t.queued_at for t in queue),
        )
        for (zone, department), queue in waiting.items()
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.zone, -line.waiting, line.department)))


def _label(uow: UnitOfWork, call: HelpCall) -> str:
    if call.ticket is None:
        return ""
    try:
        return uow.tickets.get(call.ticket).label
    except NotFound:
        return ""


def _open_requests(uow: UnitOfWork) -> list[ServiceRequest]:
    """Requests to go and help; 代办 with a number of its own ends with that number."""
    register = uow.registers.service_requests
    found = [*register.where(state=RequestState.OPEN), *register.where(state=RequestState.ASSIGNED)]
    return sorted((r for r in found if r.ticket is None), key=lambda r: (r.wanted_at or r.requested_at, r.id))
