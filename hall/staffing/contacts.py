"""First contacts and requests of those who can't come (首问、代办、上门): Q-16, Q-17."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hall.errors import BadInput, NotAllowed
from hall.identity import ANONYMOUS, Actor, Holder, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket, TicketRequest, issue_ticket
from hall.queueing.outlook import Outlook
from hall.queueing.ticket import needs_reason
from hall.repeats import SentOtherwise, sent_before
from hall.staffing.first_contact import ContactState, FirstContact, Handling
from hall.staffing.service_request import TRANSITIONS, RequestKind, RequestState, ServiceRequest

FIRST_ASKED = (Role.CLERK, Role.GUIDE, Role.CHIEF)


class CardsOfBothNeeded(BadInput):
    """Who acts for somebody shows both documents (须登记双方证件)."""

    default_message = "代办须登记委托人和代办人双方的证件。"


class SamePerson(BadInput):
    """Agent and principal are one (委托人与代办人为同一人)."""

    default_message = "委托人与代办人为同一人，无需代办。"


def log_first_contact(
    uow: UnitOfWork,
    *,
    question: str,
    handling: Handling,
    passed_to: str = "",
    person: Holder = ANONYMOUS,
    by: Actor,
    request: str = "",
) -> FirstContact:
    """Log a first contact with the first person asked (首问登记); handled at once it is closed at once.

    Args:
        request: the sender's key (`hall.repeats`): the same request twice is logged once.

    Raises:
        SentOtherwise: the same request was logged with another content.
        BadInput: no question, or it was passed on without saying where to.
    """
    by.must_be(*FIRST_ASKED)
    if handling is not Handling.HANDLED and not passed_to.strip():
        raise BadInput("passed to nobody", message="请填写引导或转交的部门、窗口或人员。")
    question = needs_reason(question, "首问登记")
    before = sent_before(uow.registers.first_contacts, request)
    if before is not None:
        said = (before.question, before.handling, before.passed_to, before.person)
        _check_same(said == (question, handling, passed_to.strip(), person), f"contact {before.id}")
        return before
    done = handling is Handling.HANDLED
    made = uow.registers.first_contacts.add(
        FirstContact(
            id=0,
            day=uow.now.date(),
            at=uow.now,
            clerk=by.name,
            station=by.station,
            person=person,
            question=question,
            handling=handling,
            passed_to=passed_to.strip(),
            state=ContactState.CLOSED if done else ContactState.OPEN,
            closed_by=by.name if done else None,
            closed_at=uow.now if done else None,
            request=request or None,
        )
    )
    uow.record(_contact_event("contact.logged", made), by=by)
    return made


def close_first_contact(uow: UnitOfWork, contact_id: int, *, outcome: str, by: Actor) -> FirstContact:
    """Say how the matter ended (办结); by the first person asked, or a supervisor.

    Raises:
        NotAllowed: somebody else.
        BadInput: it is closed already, or no outcome.
    """
    before = uow.registers.first_contacts.get(contact_id)
    if by.name != before.clerk and Role.SUPERVISOR not in by.roles:
        raise NotAllowed(f"contact of {before.clerk}", message="首问事项由首问责任人跟踪到底，不能代为办结。")
    if before.state is ContactState.CLOSED:
        raise BadInput(f"contact {contact_id} is closed", message="该首问事项已办结。")
    words = needs_reason(outcome, "办结结果")
    changed = replace(
        before, state=ContactState.CLOSED, outcome=words, closed_by=by.name, closed_at=max(uow.now, before.at)
    )
    after = uow.registers.first_contacts.save(before, changed)
    uow.record(_contact_event("contact.closed", after), by=by)
    return after


def open_first_contacts(uow: UnitOfWork, *, clerk: str | None = None) -> list[FirstContact]:
    """What is still followed, of one clerk or all, oldest first."""
    found = uow.registers.first_contacts.where(state=ContactState.OPEN)
    return [contact for contact in found if clerk in (None, contact.clerk)]


def issue_for_principal(
    uow: UnitOfWork,
    request: TicketRequest,
    *,
    principal: Holder,
    relation: str,
    by: Actor,
    profile: HallProfile,
    outlook: Outlook | None = None,
) -> IssuedTicket:
    """Take a number for somebody else's matter (代办取号): the ticket is the agent's, both people are recorded.

    Raises:
        BadInput: agent or principal is not identified, both are the same, or the relation is missing.
        HallError: as `issue_ticket`.
    """
    agent = request.holder
    _check_pair(principal, agent)
    wanted = replace(request, principal=principal)
    issued = issue_ticket(uow, wanted, by=by, profile=profile, outlook=outlook)
    if issued.again:
        return issued
    made = uow.registers.service_requests.add(
        ServiceRequest(
            id=0,
            day=uow.now.date(),
            kind=RequestKind.AGENT,
            item=request.item,
            principal=principal,
            agent=agent,
            relation=needs_reason(relation, "代办关系"),
            address="",
            reason="代办取号",
            requested_at=uow.now,
            ticket=issued.ticket.id,
        )
    )
    uow.record(_request_event("request.made", made), by=by)
    return issued


def request_service(
    uow: UnitOfWork,
    kind: RequestKind,
    item: str,
    *,
    principal: Holder,
    agent: Holder = ANONYMOUS,
    relation: str = "",
    address: str = "",
    reason: str,
    wanted_at: datetime | None = None,
    by: Actor,
    request: str = "",
) -> ServiceRequest:
    """Ask for 帮办代办 or 上门服务 for somebody who can't come.

    Args:
        request: the sender's key (`hall.repeats`): the same request twice is taken down once.

    Raises:
        SentOtherwise: the same request was taken down with another content.
        BadInput: the principal is not identified, for a visit address or phone are missing, for 代办 the agent is.
        NotFound: no such item.
    """
    by.must_be(Role.CITIZEN, Role.CLERK, Role.GUIDE)
    uow.catalogue.item(item)
    if kind is RequestKind.AGENT:
        _check_pair(principal, agent)
    elif not address.strip() or not (principal.phone or agent.phone) or not principal.key_source:
        raise BadInput("nowhere to go", message="上门服务需要服务对象、地址和联系电话。")
    relation, address, reason = relation.strip(), address.strip(), needs_reason(reason, "申请")
    before = sent_before(uow.registers.service_requests, request)
    if before is not None:
        said = (before.kind, before.item, before.principal, before.agent, before.relation, before.address)
        same = said == (kind, item, principal, agent, relation, address)
        _check_same(same and (before.reason, before.wanted_at) == (reason, wanted_at), f"request {before.id}")
        return before
    made = uow.registers.service_requests.add(
        ServiceRequest(
            id=0,
            day=uow.now.date(),
            kind=kind,
            item=item,
            principal=principal,
            agent=agent,
            relation=relation,
            address=address,
            reason=reason,
            requested_at=uow.now,
            wanted_at=wanted_at,
            request=request or None,
        )
    )
    uow.record(_request_event("request.made", made), by=by)
    return made


def move_request(
    uow: UnitOfWork, request_id: int, state: RequestState, *, by: Actor, clerk: str | None = None, outcome: str = ""
) -> ServiceRequest:
    """Assign a request to somebody, or end it (安排、完成、取消).

    Raises:
        BadInput: that can't follow, nobody was named to do it, or the outcome is missing.
        NotFound: no such request or clerk.
    """
    by.must_be(Role.CLERK, Role.GUIDE, Role.CHIEF, Role.SUPERVISOR)
    before = uow.registers.service_requests.get(request_id)
    if state not in TRANSITIONS[before.state]:
        raise BadInput(f"request {request_id}: {before.state} -> {state}", message="该申请已处理，不能重复操作。")
    after = replace(before, state=state)
    if state is RequestState.ASSIGNED:
        if clerk is None:
            raise BadInput("assigned to nobody", message="请指定办理人员。")
        after = replace(after, clerk=uow.clerks.get(clerk).number)
    else:
        after = replace(after, outcome=needs_reason(outcome, "办理结果"), done_at=uow.now)
    after = uow.registers.service_requests.save(before, after)
    uow.record(_request_event(f"request.{state}", after), by=by)
    return after


def _check_same(same: bool, what: str) -> None:
    if not same:
        raise SentOtherwise(f"{what} was sent with another content")


def _check_pair(principal: Holder, agent: Holder) -> None:
    if not principal.id_number or not agent.id_number:
        raise CardsOfBothNeeded("not identified")
    if principal.key_source == agent.key_source:
        raise SamePerson("the same person")


def _contact_event(kind: str, contact: FirstContact) -> Event:
    facts = {"clerk": contact.clerk, "handling": str(contact.handling), "state": str(contact.state)}
    return Event(kind, f"contact:{contact.id}", {**facts, "person": contact.person.masked})


def _request_event(kind: str, request: ServiceRequest) -> Event:
    people = {"principal": request.principal.masked, "agent": request.agent.masked}
    facts = {"kind": str(request.kind), "item": request.item, "clerk": request.clerk, "ticket": request.ticket}
    return Event(kind, f"request:{request.id}", {**facts, **people})
