"""Taking a complaint down (投诉受理登记): at the kiosk, the window or the guide desk. 安康六1, R-05."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded
from hall.complaints.complaint import (
    TAGS,
    Complaint,
    ComplaintKind,
    ComplaintRecord,
    ComplaintStep,
    Office,
    Tag,
)
from hall.complaints.concerned import AGAINST_SOMEBODY, Concerned
from hall.complaints.number import new_number
from hall.errors import BadInput
from hall.identity import ANONYMOUS, Actor, Holder, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.standing import NoTicketToday

MAY_TAKE_DOWN = (Role.CITIZEN, Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.DISCIPLINE)
LONGEST_TEXT = 500
_PHONE = re.compile(r"1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8}|[0-9]{7,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ComplaintWish:
    """What somebody says.

    Attributes:
        label: number of today's ticket it is about, such as ``"A023"``.
        window, clerk: where and who, as far as the person knows; the clerk by staff number.
        text: in their words, may be empty: tags, or a call, say it too.
    """

    kind: ComplaintKind
    tags: tuple[Tag, ...] = ()
    person: Holder = ANONYMOUS
    text: str = ""
    wants_call: bool = False
    item: str = ""
    label: str = ""
    window: int | None = None
    clerk: str = ""


def file_complaint(
    uow: UnitOfWork, wish: ComplaintWish, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> Complaint:
    """Take it down (登记); it gets its receipt number and its limits.

    Raises:
        BadInput: nothing was said, a tag of another kind, no telephone for a call, nobody to help (办不成事).
        NoTicketToday: no such number today.
        NotFound: no such window, clerk or item.
        Concerned: the clerk who takes it down is the one complained of.
    """
    by.must_be(*MAY_TAKE_DOWN)
    _check(wish)
    complaint = _about(uow, wish, by)
    if complaint.kind in AGAINST_SOMEBODY and by.name == complaint.clerk:
        raise Concerned(f"{by.name} takes down a complaint about themselves", message=_ELSEWHERE)
    rules, today = profile.complaints, uow.now.date()
    complaint = replace(
        complaint,
        office=_office(uow, complaint),
        assign_by=limit(lambda: calendar.add_workdays(today, rules.assign_days)),
        answer_by=limit(lambda: calendar.add_workdays(today, rules.answer_days)),
    )
    stored = uow.registers.complaints.add(complaint)
    uow.registers.complaint_records.add(ComplaintRecord(0, stored.id, ComplaintStep.RECEIVE, uow.now, by.name))
    uow.record(complaint_event("complaint.received", stored), by=by)
    return stored


def limit(day: Callable[[], date]) -> date | None:
    """A limit in working days; None when the calendar does not know the year: an intake never fails for it."""
    try:
        return day()
    except YearNotLoaded:
        return None


def complaint_event(kind: str, complaint: Complaint, **more: object) -> Event:
    """For the journal: who is masked, what was said stays out."""
    facts: dict[str, object] = {
        "kind": str(complaint.kind),
        "state": str(complaint.state),
        "office": str(complaint.office),
        "handler": complaint.handler,
        "person": complaint.person.masked,
    }
    return Event(kind, f"complaint:{complaint.id}", facts | more)


_ELSEWHERE = "该件反映的就是您本人或您的窗口，请由导办台或其他窗口登记。"


def _check(wish: ComplaintWish) -> None:
    if not set(wish.tags) <= set(TAGS[wish.kind]):
        raise BadInput(f"tags {wish.tags} of another kind", message="所选情形与类别不符，请重新选择。")
    if len(wish.text) > LONGEST_TEXT:
        raise BadInput("text too long", message=f"反映内容请控制在{LONGEST_TEXT}字以内。")
    if not (wish.tags or wish.text.strip() or wish.wants_call):
        raise BadInput("nothing was said", message="请选择发生了什么情况，或填写反映内容。")
    phone = wish.person.phone
    if phone and not _PHONE.fullmatch(phone):
        raise BadInput("not a telephone number", message="联系电话的格式不对，请核对后再填。")
    if wish.wants_call and not phone:
        raise BadInput("a call without a telephone", message="希望电话沟通的，请留下联系电话。")
    if wish.kind is ComplaintKind.UNRESOLVED and not wish.person.key_source:
        raise BadInput("nobody to help", message="反映“办不成事”请留下证件或手机号，以便帮您解决。")


def _about(uow: UnitOfWork, wish: ComplaintWish, by: Actor) -> Complaint:
    """What it is about, as far as the hall knows: a number tells item, window and clerk."""
    today = uow.now.date()
    item, window, clerk, ticket = wish.item, wish.window, wish.clerk.strip(), None
    if wish.label:
        found = uow.tickets.by_label(today, wish.label.strip().upper())
        if found is None:
            raise NoTicketToday("no such number today")
        ticket = found.id
        item, window, clerk = item or found.item, window or found.window, clerk or found.clerk or ""
    if window is not None:
        sits = uow.windows.get(window).clerk or ""
        clerk = clerk or sits
    department = uow.catalogue.item(item).department if item else ""
    if clerk:
        department = department or uow.clerks.get(clerk).department
    return Complaint(
        id=0,
        number=new_number(wish.kind, today),
        day=today,
        kind=wish.kind,
        office=Office.SUPERVISION,
        received_at=uow.now,
        received_by=by.name,
        station=by.station,
        person=wish.person,
        tags=tuple(tag for tag in TAGS[wish.kind] if tag in wish.tags),
        text=wish.text.strip(),
        wants_call=wish.wants_call,
        item=item,
        ticket=ticket,
        window=window,
        clerk=clerk,
        department=department,
    )


def _office(uow: UnitOfWork, complaint: Complaint) -> Office:
    """办不成事 and misconduct go to 纪检 at once (祥符§39, 开封§7七), and what concerns those who supervise."""
    about = [c for c in uow.clerks.all() if c.number == complaint.clerk]
    watches = any(Role.SUPERVISOR in c.roles for c in about)
    if complaint.kind is ComplaintKind.UNRESOLVED or Tag.MISCONDUCT in complaint.tags or watches:
        return Office.DISCIPLINE
    return Office.SUPERVISION
