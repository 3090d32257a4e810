"""Booking, cancelling and the reply (预约、取消、答复): 祥符§35(二)7, 卫东7, Q-11."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hall.appointments.appointment import Appointment, AppointmentState, SlotFull, check_lead, day_slots
from hall.appointments.place import Place, PlaceKind
from hall.appointments.rules import Channel
from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import BadInput, Conflict, NotAllowed
from hall.identity import Actor, Holder, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.ticket import needs_reason
from hall.repeats import SentOtherwise, sent_before
from hall.shown_code import CODE_LENGTH, CODE_LETTERS
from hall.staffing.clerk import Clerk

STAFF = (Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.ADMIN, Role.SYSTEM)


class AlreadyBooked(Conflict):
    """The person has an appointment for the item on that day (已预约)."""


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What is asked for.

    Attributes:
        at: start of a slot.
        person: who comes; a phone number or an id number is needed to find the appointment again.
        clerk: staff number of who will serve; empty for the hall's choice.
        request: the sender's key (`hall.repeats`); empty for none.
    """

    item: str
    at: datetime
    channel: Channel
    person: Holder
    clerk: str = ""
    request: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the applicant is told, all at once (一次性告知): printed line by line, or sent by SMS."""

    lines: tuple[str, ...]

    @property
    def sms(self) -> str:
        """In one text."""
        return "".join(self.lines)


def places_of_day(
    uow: UnitOfWork, item: str, day: date, *, profile: HallProfile, calendar: WorkingCalendar
) -> Sequence[Place]:
    """All slots of an item on a day, full ones included; none on a rest day.

    Raises:
        YearNotLoaded: the calendar does not know the year.
    """
    if not (profile.hours.every_day or calendar.is_workday(day)):
        return ()
    stored = {place.starts: place for place in uow.places.of_day(PlaceKind.APPOINTMENT, item, day)}
    sessions = tuple((s.opens, s.closes) for s in profile.hours.sessions)
    usual = [
        Place(PlaceKind.APPOINTMENT, item, slot.starts, slot.ends, slot.capacity)
        for slot in day_slots(item, day, sessions, profile.appointments, profile.zone)
    ]
    free = [place for place in usual if not any(place.overlaps(other) for other in stored.values())]
    return sorted([*stored.values(), *free], key=lambda place: place.starts)


def set_place(uow: UnitOfWork, place: Place, *, by: Actor) -> None:
    """Set a slot of its own length and capacity (设置预约时段).

    Raises:
        BadInput: it overlaps another one of the item, ends before it starts, or has a negative capacity.
    """
    by.must_be(Role.ADMIN, Role.SUPERVISOR)
    if place.ends <= place.starts or place.capacity < 0:
        raise BadInput("impossible slot", message="时段的结束应晚于开始，名额不能为负。")
    check_overlap(uow, place)
    uow.places.put(place)
    facts = {"item": place.item, "starts": place.starts.isoformat(), "capacity": place.capacity}
    uow.record(Event("appointment.slot_set", f"item:{place.item}", facts), by=by)


def check_overlap(uow: UnitOfWork, place: Place) -> None:
    """Refuse a slot that overlaps another one of the item (时段重叠).

    Raises:
        BadInput: it does.
    """
    for other in uow.places.of_day(place.kind, place.item, place.day):
        if other.starts != place.starts and other.overlaps(place):
            raise BadInput(
                f"overlaps {other.starts:%H:%M}",
                message=f"与已有时段{other.starts:%H:%M}–{other.ends:%H:%M}重叠。",
            )


def book(
    uow: UnitOfWork, request: BookingRequest, *, by: Actor, profile: HallProfile, calendar: WorkingCalendar
) -> Appointment:
    """Book a place (预约): taken in one guarded statement, never twice. A request sent twice books once.

    Raises:
        SentOtherwise: the same request booked something else.
        TooSoon: fewer working days ahead than the hall demands, or in the past.
        SlotFull: all places are taken.
        AlreadyBooked: the person has one for the item that day.
        BadInput: no such slot, the item is not offered, or the person can't be found again.
        NotFound: no such item or clerk.
        YearNotLoaded: the calendar does not know the year.
    """
    by.must_be(*STAFF, Role.CITIZEN)
    before = sent_before(uow.registers.appointments, request.request)
    if before is not None:
        booked = (before.item, before.at, before.channel, before.person)
        if booked != (request.item, request.at, request.channel, request.person):
            raise SentOtherwise(f"appointment {before.id} was booked with another content")
        return before
    item = uow.catalogue.item(request.item)
    if not item.active:
        raise BadInput(f"item {item.code} is off", message="该事项目前不在本大厅办理，不能预约。")
    if not request.person.key_source:
        raise BadInput("nobody to book for", message="预约需要身份证件或手机号。")
    check_lead(calendar, request.at, request.channel, profile.appointments, now=uow.now)
    day = request.at.date()
    known = places_of_day(uow, item.code, day, profile=profile, calendar=calendar)
    place = next((p for p in known if p.starts == request.at), None)
    if place is None:
        raise BadInput("no such slot", message="没有这个预约时段，请从可约时段中选择。")
    open_ = AppointmentState.BOOKED
    if uow.registers.appointments.where(person=request.person, day=day, item=item.code, state=open_):
        raise AlreadyBooked("one a day and item", message="您当天已预约该事项，不必重复预约。")
    return add_appointment(uow, request, place, by=by)


def add_appointment(
    uow: UnitOfWork, request: BookingRequest, place: Place, *, by: Actor, external_id: str = ""
) -> Appointment:
    """Take a place and store the appointment; the checks were made.

    Raises:
        SlotFull: all places are taken.
    """
    uow.places.add(place)
    if not uow.places.take(place.kind, place.item, place.starts):
        raise SlotFull(f"{place.item} at {place.starts:%H:%M}")
    clerk = serving_clerk(uow, request.item, request.clerk)
    appointment = uow.registers.appointments.add(
        Appointment(
            id=0,
            code="".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)),
            item=request.item,
            at=request.at,
            channel=request.channel,
            external_id=external_id,
            holder=request.person.masked,
            clerk=clerk.number if clerk else "",
            clerk_phone=clerk.phone if clerk else "",
            day=request.at.date(),
            ends=place.ends,
            person=request.person,
            booked_at=uow.now,
            request=request.request or None,
        )
    )
    uow.record(appointment_event("appointment.booked", appointment, channel=str(appointment.channel)), by=by)
    return appointment


def cancel(uow: UnitOfWork, appointment_id: int, *, by: Actor, reason: str) -> Appointment:
    """Take an appointment back (取消预约); its place is free again. A second time changes nothing.

    Raises:
        BadInput: the person arrived or forfeited it already, or no reason.
        NotAllowed: not staff, nor the system.
    """
    by.must_be(*STAFF)
    words = needs_reason(reason, "取消预约")
    before = uow.registers.appointments.get(appointment_id)
    if before.state is AppointmentState.CANCELLED:
        return before
    after = uow.registers.appointments.save(before, before.cancelled())
    uow.places.give_back(PlaceKind.APPOINTMENT, after.item, after.at)
    uow.record(appointment_event("appointment.cancelled", after, reason=words), by=by)
    return after


def cancel_own(uow: UnitOfWork, code: str, person: Holder, *, by: Actor) -> Appointment:
    """The applicant takes it back at a kiosk, with the code and their card or phone.

    Raises:
        NotAllowed: the code is not this person's.
        BadInput: the person arrived or forfeited it already.
    """
    by.must_be(Role.CITIZEN)
    found = [a for a in uow.registers.appointments.where(person=person, code=code.strip().upper())]
    if not found:
        raise NotAllowed("not this person's code", message="预约码与证件不符，请核对。")
    system = Actor(by.name, frozenset({Role.SYSTEM}), by.station)
    return cancel(uow, found[0].id, by=system, reason="申请人取消")


def reply_of(uow: UnitOfWork, appointment: Appointment, *, profile: HallProfile) -> Reply:
    """All materials, the clerk and the phone, and what lateness means (祥符§35(二)7)."""
    item = uow.catalogue.item(appointment.item)
    until = f"–{appointment.ends:%H:%M}" if appointment.ends else ""
    when = f"{appointment.at.month}月{appointment.at.day}日{appointment.at:%H:%M}{until}"
    lines = [f"您已预约{when}办理“{item.name}”，预约码{appointment.code}。"]
    if item.materials:
        listed = "；".join(f"{n}.{material.name}" for n, material in enumerate(item.materials, start=1))
        lines.append(f"请带齐全部材料：{listed}。")
    else:
        lines.append("本事项材料清单未录入，请致电确认。")
    phone = appointment.clerk_phone or profile.complaint_phone
    name = uow.clerks.get(appointment.clerk).name if appointment.clerk else "值班人员"
    lines.append(f"接待人员：{name}，电话：{phone}。")
    lines.append(f"超过预约时间{profile.appointments.grace_minutes}分钟未到场，视同放弃预约。")
    return Reply(tuple(lines))


def to_prepare(uow: UnitOfWork, *, profile: HallProfile) -> Sequence[Appointment]:
    """Appointments whose clerk must be there now (提前10分钟到场)."""
    ahead = profile.appointments.staff_ready_minutes * 60
    booked = uow.registers.appointments.where(day=uow.now.date(), state=AppointmentState.BOOKED)
    return [a for a in booked if 0 <= (a.at - uow.now).total_seconds() <= ahead]


def serving_clerk(uow: UnitOfWork, item: str, wanted: str = "") -> Clerk | None:
    """Who will serve: the one asked for, else the first trained one of the item's department, else of the hall.

    Raises:
        NotFound: no such staff number.
        BadInput: who was asked for is not trained for the item.
    """
    if wanted:
        clerk = uow.clerks.get(wanted)
        if not clerk.active or item not in clerk.trained_items:
            raise BadInput(f"{wanted} does not serve {item}", message="该工作人员不办理此事项，请另选。")
        return clerk
    trained = [c for c in uow.clerks.all() if c.active and item in c.trained_items]
    department = uow.catalogue.item(item).department
    return min(trained, key=lambda c: (c.department != department, c.number), default=None)


def appointment_event(kind: str, appointment: Appointment, **facts: object) -> Event:
    """A journal event about an appointment; nothing personal but the masked name, and never the code."""
    basic = {"item": appointment.item, "at": appointment.at.isoformat(), "holder": appointment.holder}
    return Event(kind, f"appointment:{appointment.id}", {**basic, **facts})
