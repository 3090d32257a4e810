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
from hall.complaints.receipt import Receipt, receipt_of
from hall.errors import BadInput, WrongPhone
from hall.identity import ANONYMOUS, Actor, Holder, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.standing import NoTicketToday
from hall.repeats import SentOtherwise, sent_before

MAY_TAKE_DOWN = (Role.CITIZEN, Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.DISCIPLINE)
LONGEST_TEXT = 500
_PHONE = re.compile(r"1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8}|[0-9]{7,8}", re.ASCII)


class WrongTags(BadInput):
    """Tags of another kind (情形与类别不符)."""

    default_message = "所选情形与类别不符，请重新选择。"


class TextTooLong(BadInput):
    """More words than are taken down (反映内容过长)."""

    default_message = f"反映内容请控制在{LONGEST_TEXT}字以内。"


class NothingSaid(BadInput):
    """Neither tags nor words nor the wish to be called (未填写内容)."""

    default_message = "请选择发生了什么情况，或填写反映内容。"


class CallWithoutPhone(BadInput):
    """Wants to be called and left no telephone number (未留电话)."""

    default_message = "希望电话沟通的，请留下联系电话。"


class NobodyToHelp(BadInput):
    """办不成事 without anybody to help (未留身份)."""

    default_message = "反映“办不成事”请留下证件或手机号，以便帮您解决。"


class FiledOtherwise(SentOtherwise):
    """The first try was taken down, and said something else (此前提交的内容已登记).

    Attributes:
        receipt: of what was taken down; ``label`` is its number.
    """

    def __init__(self, receipt: Receipt) -> None:
        self.receipt = receipt
        self.label = receipt.number
        told = f"此前提交的内容已经登记，受理编号 {receipt.number}；"
        super().__init__(
            f"{receipt.number} was filed with another content",
            message=f"{told}这次改动没有登记。需要补充请凭编号到导办台。",
        )


@dataclass(frozen=True, slots=True)
class ComplaintWish:
    """What somebody says.

    Attributes:
        label: number of today's ticket it is about, such as ``"A023"``.
        window, clerk: where and who, as far as the person knows; the clerk by staff number.
        text: in their words, may be empty: tags, or a call, say it too.
        request: the sender's key (`hall.repeats`); empty for none.
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
    request: str = ""


def file_complaint(
    uow: UnitOfWork, wish: ComplaintWish, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> Complaint:
    """Take it down (登记); it gets its receipt number and its limits. The same request twice is filed once.

    Raises:
        FiledOtherwise: the same request was filed with another content.
        BadInput: nothing was said, a tag of another kind, no telephone for a call, nobody to help (办不成事).
        NoTicketToday: no such number today.
        NotFound: no such window, clerk or item.
        Concerned: the clerk who takes it down is the one complained of.
    """
    by.must_be(*MAY_TAKE_DOWN)
    before = sent_before(uow.registers.complaints, wish.request)
    if before is not None:
        if not _says(uow, before, wish):
            raise FiledOtherwise(receipt_of(before))
        return before
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


def _says(uow: UnitOfWork, filed: Complaint, wish: ComplaintWish) -> bool:
    """Whether ``filed`` is what ``wish`` says; what a number or a window told of itself is not compared."""
    label = "" if filed.ticket is None else uow.tickets.get(filed.ticket).label
    stored = (filed.kind, frozenset(filed.tags), filed.person, filed.text, filed.wants_call, label)
    clerk, number, text = wish.clerk.strip(), wish.label.strip().upper(), wish.text.strip()
    return (
        stored == (wish.kind, frozenset(wish.tags), wish.person, text, wish.wants_call, number)
        and (filed.item == wish.item or (number != "" and not wish.item))
        and (filed.window == wish.window or (number != "" and wish.window is None))
        and (filed.clerk == clerk or (not clerk and (number != "" or wish.window is not None)))
    )


_ELSEWHERE = "该件反映的就是您本人或您的窗口，请由导办台或其他窗口登记。"


def _check(wish: ComplaintWish) -> None:
    if not set(wish.tags) <= set(TAGS[wish.kind]):
        raise WrongTags(f"tags {wish.tags} of another kind")
    if len(wish.text) > LONGEST_TEXT:
        raise TextTooLong("text too long")
    if not (wish.tags or wish.text.strip() or wish.wants_call):
        raise NothingSaid("nothing was said")
    phone = wish.person.phone
    if phone and not _PHONE.fullmatch(phone):
        raise WrongPhone("not a telephone number", message="联系电话的格式不对，请核对后再填。")
    if wish.wants_call and not phone:
        raise CallWithoutPhone("a call without a telephone")
    if wish.kind is ComplaintKind.UNRESOLVED and not wish.person.key_source:
        raise NobodyToHelp("nobody to help")


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
        request=wish.request or None,
    )


def _office(uow: UnitOfWork, complaint: Complaint) -> Office:
    """办不成事 and misconduct go to 纪检 at once (祥符§39, 开封§7七), and what concerns those who supervise."""
    about = [c for c in uow.clerks.all() if c.number == complaint.clerk]
    watches = any(Role.SUPERVISOR in c.roles for c in about)
    if complaint.kind is ComplaintKind.UNRESOLVED or Tag.MISCONDUCT in complaint.tags or watches:
        return Office.DISCIPLINE
    return Office.SUPERVISION
