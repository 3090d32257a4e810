"""Taking a number (取号): Q-01; two phases, so that no number is lost or doubled when the printer fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from hall.errors import BadInput, WrongPhone
from hall.identity import Actor, Holder, HolderKind, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.asked_again import age_of, has_time, is_asked_again, void_first_try
from hall.queueing.availability import HallNow, hindrance_of, serving_windows
from hall.queueing.estimate import Estimate, estimate_wait
from hall.queueing.number_request import AlreadyWaiting as AlreadyWaiting
from hall.queueing.number_request import IssuedTicket as IssuedTicket
from hall.queueing.number_request import TicketRequest as TicketRequest
from hall.queueing.outlook import Outlook
from hall.queueing.quota import give_back_quota, take_quota
from hall.queueing.refusals import CardNeeded, ItemNotOffered, RegistrationNeeded, refusal_of
from hall.queueing.refusals import HallClosed as HallClosed
from hall.queueing.refusals import NoOpenWindow as NoOpenWindow
from hall.queueing.refusals import NotServedHere as NotServedHere
from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, Ticket, TicketState, WrongState, needs_reason
from hall.queueing.ticket_code import code_of
from hall.staffing.window import Window, WindowState

MOST_PEOPLE = 99
# A station that crashed knows from its own disk which papers came out; until it is back nobody voids them.
LEFT_TO_ITS_STATION = timedelta(minutes=10)


def issue_ticket(
    uow: UnitOfWork, request: TicketRequest, *, by: Actor, profile: HallProfile, outlook: Outlook | None = None
) -> IssuedTicket:
    """Issue a ticket in PENDING_PRINT (取号第一步); the caller commits, prints, then confirms.

    A try whose answer got lost is answered again with its number (`hall.queueing.asked_again`); the caller does
    not commit then, or a number would be used up.

    Args:
        outlook: read before the transaction; None for people ahead × usual minutes ÷ open windows.

    Raises:
        QuotaFull: the item's numbers of the day or the slot are used up.
        HallClosed: outside the hours, or the item is not served on weekends.
        NotServedHere: no window of the station's branch handles the item.
        NoOpenWindow: none is open, and the hall gives no numbers then (⚙).
        BadInput: registration is missing, a priority has no reason, or the item is not offered.
        AlreadyWaiting: the person has an open ticket for the item.
        NotFound: no such item.
    """
    by.must_be(Role.CITIZEN, Role.GUIDE, Role.CLERK, Role.SYSTEM)
    item = uow.catalogue.item(request.item)
    if not item.active:
        raise ItemNotOffered(f"item {item.code} is off")
    serving = serving_windows(uow, (item.code, *request.next_items))
    # The quotas are taken below, by a guarded statement: here they would only be looked at.
    hall = HallNow(uow.now, request.opening, serving, profile, request.branch)
    in_the_way = hindrance_of(item, hall, booked=request.appointment is not None)
    if in_the_way is not None and in_the_way.refused:
        raise refusal_of(in_the_way, request.opening)
    _check_registration(request.holder, profile)
    reason = request.priority_reason
    if request.priority is not PriorityClass.ORDINARY:
        reason = needs_reason(reason, PRIORITY_NAMES[request.priority])
    day = uow.now.date()
    # Taken first, though a refusal gives it back: it holds the queue's counter, so that the same person at two
    # kiosks at one moment is seen by the second.
    number = uow.tickets.next_number(day, item.prefix)
    if profile.tickets.one_open_per_item and request.holder.key_source:
        open_ticket = uow.tickets.open_of_holder(day, request.holder, item.code)
        if open_ticket is not None and is_asked_again(uow, open_ticket, request, by=by):
            if has_time(uow, open_ticket, profile):
                return told_again(uow, open_ticket)
            void_first_try(uow, open_ticket, by=by)
        elif open_ticket is not None:
            raise AlreadyWaiting(open_ticket.label, pending=open_ticket.state is TicketState.PENDING_PRINT)
    _check_visit(uow, request, serving)
    windows = [w for w in serving[item.code] if w.branch == request.branch]
    if request.appointment is None:  # its place was taken at the booking
        take_quota(uow, profile.tickets.quotas, item.code)
    ahead = uow.tickets.waiting_count(day, item.prefix)
    # An outlook read before others came or went would tell a wait that this very paper contradicts.
    told = (
        outlook.for_new(item.code, request.branch) if outlook and _knows(uow, outlook, item.prefix, ahead) else None
    )
    ticket = uow.tickets.add(
        Ticket(
            id=0,
            day=day,
            prefix=item.prefix,
            number=number,
            item=item.code,
            item_name=item.name,
            department=item.department,
            zone=item.zone,
            state=TicketState.PENDING_PRINT,
            issued_at=uow.now,
            queued_at=uow.now,
            station=by.station,
            priority=request.priority,
            priority_reason=reason,
            holder_kind=request.holder.kind,
            holder=request.holder.masked,
            branch=request.branch,
            people=request.people,
            next_items=request.next_items,
            estimate=told,
            priority_from=request.priority_from,
        ),
        request.holder,
    )
    facts: dict[str, object] = {"holder": ticket.holder, "priority": ticket.priority.name}
    if told is not None:
        facts["estimate"] = [told.low, told.high]
    if reason:
        facts["reason"] = reason
    uow.record(ticket_event("ticket.issued", ticket, **facts), by=by)
    return _told(uow, ticket, request.holder, ahead, windows)


def told_again(uow: UnitOfWork, ticket: Ticket) -> IssuedTicket:
    """The number of an earlier try once more; what is said of the queue is as of now. Commit nothing."""
    serving = serving_windows(uow, (ticket.item,))[ticket.item]
    windows = [w for w in serving if w.branch == ticket.branch]
    ahead = uow.tickets.waiting_count(ticket.day, ticket.prefix)
    told = _told(uow, ticket, uow.tickets.holder_of(ticket.id), ahead, windows)
    return replace(told, again=True, age=age_of(uow, ticket))


def _told(uow: UnitOfWork, ticket: Ticket, holder: Holder, ahead: int, windows: Sequence[Window]) -> IssuedTicket:
    names = {d.code: d.name for d in uow.catalogue.departments()}
    minutes, told = uow.catalogue.item(ticket.item).minutes, ticket.estimate
    return IssuedTicket(
        ticket,
        ahead,
        estimate_wait(ahead, minutes, count_open(windows)) if told is None else Estimate(told.low, told.high),
        tuple(w.number for w in windows),
        names.get(ticket.department, ""),
        code_of(ticket, uow.sign),
        holder.masked_document,
    )


def confirm_ticket(uow: UnitOfWork, ticket_id: int, *, by: Actor, paperless: bool = False) -> Ticket:
    """The paper is out, or the citizen confirmed “记住了” (取号第二步): PENDING_PRINT → WAITING.

    A second confirmation of a ticket that already waits changes nothing.

    Raises:
        WrongState: it was voided in the meantime.
    """
    ticket = uow.tickets.get(ticket_id)
    if ticket.state is not TicketState.PENDING_PRINT and ticket.state is not TicketState.VOID:
        return ticket
    waiting = uow.tickets.save(ticket, ticket.confirmed(paperless=paperless))
    uow.record(ticket_event("ticket.waiting", waiting, paperless=paperless), by=by)
    return waiting


def note_print_trouble(uow: UnitOfWork, ticket_id: int, *, by: Actor, error: str, outcome_known: bool) -> None:
    """Put a failed or doubtful print on record (出票异常); with an unknown outcome the guide desk looks."""
    ticket = uow.tickets.get(ticket_id)
    uow.record(ticket_event("ticket.print_trouble", ticket, error=error, outcome_known=outcome_known), by=by)


def void_unconfirmed(uow: UnitOfWork, *, by: Actor, profile: HallProfile) -> list[Ticket]:
    """Void tickets whose paper nobody confirmed in time (超时未确认自动作废).

    A station voids its own numbers; those of another only when it left them for `LEFT_TO_ITS_STATION` more.
    """
    limit = uow.now - timedelta(seconds=profile.tickets.confirm_seconds)
    voided = []
    for ticket in uow.tickets.in_state(uow.now.date(), (TicketState.PENDING_PRINT,)):
        if ticket.issued_at <= (limit if ticket.station == by.station else limit - LEFT_TO_ITS_STATION):
            after = uow.tickets.save(ticket, ticket.voided())
            give_back_quota(uow, ticket)
            uow.record(ticket_event("ticket.voided", after, reason="出票后未确认"), by=by)
            voided.append(after)
    return voided


def note_reprint(uow: UnitOfWork, ticket_id: int, *, by: Actor, reason: str) -> Ticket:
    """Put a reprint on record (补打); only staff, always with a reason, only of a number that still counts.

    Raises:
        WrongState: the number is void, done, or was never confirmed.
        BadInput: no reason.
    """
    by.must_be(Role.GUIDE, Role.CLERK, Role.SUPERVISOR, Role.ADMIN)
    ticket = uow.tickets.get(ticket_id)
    if ticket.state in (TicketState.PENDING_PRINT, TicketState.VOID, TicketState.FINISHED):
        raise WrongState(
            f"reprint of {ticket.label} in {ticket.state}", message=f"{ticket.label} 已失效，不能补打。"
        )
    uow.record(ticket_event("ticket.reprinted", ticket, reason=needs_reason(reason, "补打")), by=by)
    return ticket


def ticket_event(kind: str, ticket: Ticket, **facts: object) -> Event:
    """A journal event about a ticket; ``facts`` hold nothing personal but the masked name."""
    basic = {"label": ticket.label, "item": ticket.item, "state": str(ticket.state), "zone": ticket.zone}
    return Event(kind, f"ticket:{ticket.id}", {**basic, **facts})


def count_open(windows: Sequence[Window]) -> int:
    """How many of the windows serve now."""
    return sum(w.state is WindowState.OPEN for w in windows)


def _check_registration(holder: Holder, profile: HallProfile) -> None:
    if holder.kind is HolderKind.NONE and not profile.tickets.without_registration:
        raise RegistrationNeeded("registration needed")
    if holder.kind is HolderKind.PHONE:
        if not profile.tickets.by_phone:
            raise CardNeeded("phone not accepted")
        phone = holder.phone
        if not (len(phone) == 11 and phone.isascii() and phone.isdigit() and phone[0] == "1"):
            raise WrongPhone("bad phone number")


def _check_visit(uow: UnitOfWork, request: TicketRequest, serving: Mapping[str, Sequence[Window]]) -> None:
    if not 1 <= request.people <= MOST_PEOPLE:
        raise BadInput(f"{request.people} people", message=f"同行人数应为1–{MOST_PEOPLE}人。")
    for code in request.next_items:
        here = any(w.branch == request.branch for w in serving.get(code, ()))
        if not (here and uow.catalogue.item(code).active):
            raise BadInput(
                f"item {code} is off or not served here", message="后续事项目前不在本大厅办理，请咨询导办台。"
            )


def _knows(uow: UnitOfWork, outlook: Outlook, prefix: str, ahead: int) -> bool:
    return ahead == sum(n for (_, code), n in outlook.waiting.items() if uow.catalogue.item(code).prefix == prefix)
