"""From the intake to the end (投诉办理): assign, investigate, answer, feed back, close. 开封§15 及时反馈, R-05."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from hall.business_calendar.calendar import WorkingCalendar
from hall.complaints.complaint import (
    IN_CHARGE,
    MAY_HANDLE,
    Complaint,
    ComplaintRecord,
    ComplaintState,
    ComplaintStep,
    NotNow,
    Office,
)
from hall.complaints.concerned import Concerned, check_not_concerned, possible_handlers
from hall.complaints.intake import complaint_event, limit
from hall.errors import BadInput, NotAllowed
from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.ticket import needs_reason


class Channel(StrEnum):
    """How the person was told (反馈方式)."""

    PHONE = "phone"  # 电话
    SMS = "sms"  # 短信
    IN_PERSON = "in_person"  # 当面
    LETTER = "letter"  # 书面


def assign(uow: UnitOfWork, complaint_id: int, handler: str, *, by: Actor) -> Complaint:
    """Charge somebody with it (交办); never whom it concerns, nor who heads their department.

    Raises:
        Concerned: the one to be charged, or who charges, is concerned.
        NotAllowed: not in charge, or the other has not the role for it.
        NotFound: no such complaint or staff number.
        NotNow: it is answered already.
    """
    before = _in_charge(uow, complaint_id, by)
    person = uow.clerks.get(handler)
    if handler not in {c.number for c in possible_handlers(uow, before)}:
        if person.active and person.roles & MAY_HANDLE[before.office]:
            message = "不能交给被反映人本人或其部门负责人办理，请另选承办人。"
            raise Concerned(f"complaint {complaint_id} concerns {handler}", message=message)
        raise NotAllowed(f"{handler} may not handle it", message="所选人员没有办理该件的权限，请另选承办人。")
    after = replace(before.after(ComplaintStep.ASSIGN), handler=handler)
    return _store(uow, before, after, ComplaintStep.ASSIGN, by, to=handler)


def refer(uow: UnitOfWork, complaint_id: int, reason: str, *, by: Actor) -> Complaint:
    """Hand a complaint over to discipline inspection (移交纪检): 开封§7七; it is assigned anew there.

    Raises:
        NotAllowed: not in charge.
        BadInput: no reason, or it is there already.
        NotNow: it is answered already.
    """
    before = _in_charge(uow, complaint_id, by)
    if before.office is Office.DISCIPLINE:
        raise BadInput("is with discipline already", message="该件已由纪检办理，无需移交。")
    words = needs_reason(reason, "移交纪检")
    after = replace(before.after(ComplaintStep.REFER), office=Office.DISCIPLINE, handler="")
    return _store(uow, before, after, ComplaintStep.REFER, by, text=words)


def investigate(uow: UnitOfWork, complaint_id: int, finding: str, *, by: Actor) -> Complaint:
    """Put what was found on record (调查); may be repeated.

    Raises:
        NotAllowed: neither in charge nor charged with it.
        BadInput: nothing was written.
        NotNow: nobody is charged with it yet, or it is answered.
    """
    before = _handled(uow, complaint_id, by)
    words = needs_reason(finding, "调查情况")
    return _store(uow, before, before.after(ComplaintStep.INVESTIGATE), ComplaintStep.INVESTIGATE, by, text=words)


def answer(
    uow: UnitOfWork, complaint_id: int, words: str, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> Complaint:
    """What the person is told (答复); from now on the limit for telling them runs.

    Raises:
        NotAllowed, BadInput, NotNow: as `investigate`; nothing was investigated yet.
    """
    before = _handled(uow, complaint_id, by)
    text = needs_reason(words, "答复意见")
    days, today = profile.complaints.feedback_days, uow.now.date()
    after = replace(
        before.after(ComplaintStep.ANSWER),
        answered_at=uow.now,
        feed_back_by=limit(lambda: calendar.add_workdays(today, days)),
    )
    return _store(uow, before, after, ComplaintStep.ANSWER, by, text=text)


def note_missed_call(uow: UnitOfWork, complaint_id: int, *, by: Actor) -> Complaint:
    """The person could not be reached (联系不上).

    Raises:
        NotAllowed: neither in charge nor charged with it.
        NotNow: there is no answer to tell yet, or it was told.
    """
    before = _handled(uow, complaint_id, by)
    after = replace(before.after(ComplaintStep.MISS), tries=before.tries + 1)
    return _store(uow, before, after, ComplaintStep.MISS, by)


def feed_back(uow: UnitOfWork, complaint_id: int, channel: Channel, words: str, *, by: Actor) -> Complaint:
    """The person was told (反馈).

    Args:
        words: what they said to it.

    Raises:
        NotAllowed: neither in charge nor charged with it.
        BadInput: there is nobody to tell, or no telephone for this way.
        NotNow: there is no answer to tell yet.
    """
    before = _handled(uow, complaint_id, by)
    if before.anonymous:
        raise BadInput("nobody to tell", message="该件为匿名反映，没有可反馈的对象，可直接办结。")
    if channel in (Channel.PHONE, Channel.SMS) and not before.person.phone:
        raise BadInput("no telephone", message="反映人没有留电话，请改用当面或书面反馈。")
    after = before.after(ComplaintStep.FEED_BACK)
    return _store(uow, before, after, ComplaintStep.FEED_BACK, by, to=str(channel), text=words.strip()[:200])


def reopen(uow: UnitOfWork, complaint_id: int, reason: str, *, by: Actor) -> Complaint:
    """The person is not content with the answer (不满意): it is investigated again.

    Raises:
        NotAllowed: neither in charge nor charged with it.
        BadInput: no reason.
        NotNow: they were not told yet, or it is closed.
    """
    before = _handled(uow, complaint_id, by)
    words = needs_reason(reason, "重新调查")
    after = replace(before.after(ComplaintStep.REOPEN), answered_at=None, feed_back_by=None)
    return _store(uow, before, after, ComplaintStep.REOPEN, by, text=words)


def close(uow: UnitOfWork, complaint_id: int, *, by: Actor, profile: HallProfile) -> Complaint:
    """The end (办结): after the person was told, or where there is nobody, or nobody was reached often enough.

    Raises:
        NotAllowed: not in charge.
        NotNow: somebody still has to be told.
    """
    before = _in_charge(uow, complaint_id, by)
    after = replace(before.after(ComplaintStep.CLOSE), closed_at=uow.now)
    tries = profile.complaints.feedback_tries
    if before.state is ComplaintState.ANSWERED and not before.anonymous and before.tries < tries:
        raise NotNow(
            f"complaint {complaint_id} was not told", message=f"请先向反映人反馈；{tries}次联系不上的可直接办结。"
        )
    return _store(uow, before, after, ComplaintStep.CLOSE, by)


def _in_charge(uow: UnitOfWork, complaint_id: int, by: Actor) -> Complaint:
    found = uow.registers.complaints.get(complaint_id)
    by.must_be(IN_CHARGE[found.office])
    check_not_concerned(uow, found, by)
    return found


def _handled(uow: UnitOfWork, complaint_id: int, by: Actor) -> Complaint:
    found = uow.registers.complaints.get(complaint_id)
    if not (by.name == found.handler and by.roles & MAY_HANDLE[found.office]):
        by.must_be(IN_CHARGE[found.office])
    check_not_concerned(uow, found, by)
    return found


def _store(
    uow: UnitOfWork,
    before: Complaint,
    after: Complaint,
    step: ComplaintStep,
    by: Actor,
    *,
    to: str = "",
    text: str = "",
) -> Complaint:
    stored = uow.registers.complaints.save(before, after)
    uow.registers.complaint_records.add(ComplaintRecord(0, stored.id, step, uow.now, by.name, to, text))
    uow.record(complaint_event(f"complaint.{_HAPPENED[step]}", stored), by=by)
    return stored


_HAPPENED = {
    ComplaintStep.ASSIGN: "assigned",
    ComplaintStep.REFER: "referred",
    ComplaintStep.INVESTIGATE: "investigated",
    ComplaintStep.ANSWER: "answered",
    ComplaintStep.MISS: "missed",
    ComplaintStep.FEED_BACK: "fed_back",
    ComplaintStep.REOPEN: "reopened",
    ComplaintStep.CLOSE: "closed",
}
