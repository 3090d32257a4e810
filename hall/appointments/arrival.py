"""Checking in, and giving up by being late (预约签到、视同放弃): Q-09, Q-11."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hall.appointments.appointment import Appointment, AppointmentState, check_arrival, is_too_late
from hall.appointments.booking import appointment_event
from hall.business_calendar.calendar import OpeningState
from hall.errors import NotFound
from hall.identity import Actor, Holder, Role
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.asked_again import has_time, void_first_try
from hall.queueing.issue import AlreadyWaiting, IssuedTicket, TicketRequest, issue_ticket, told_again
from hall.queueing.outlook import Outlook
from hall.queueing.ticket import PriorityClass, Ticket, TicketState

LOOK_BACK_DAYS = 10  # a sweep after the longest holiday still finds what was left


class NoAppointment(NotFound):
    """Nothing is booked today under this card or code (今日无预约)."""

    default_message = "没有找到您今天的预约，请核对证件或预约码，也可直接取号。"


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """An appointment that became a ticket in PENDING_PRINT; confirm it as any other."""

    appointment: Appointment
    issued: IssuedTicket


def all_today(uow: UnitOfWork, shown: Holder | str) -> list[Appointment]:
    """Today's appointments of a person (身份证、一卡通、电子身份码、手机号) or of a code, earliest first."""
    today, register = uow.now.date(), uow.registers.appointments
    if isinstance(shown, Holder):
        found = register.where(person=shown, day=today)
    else:
        found = register.where(code=shown.strip().upper(), day=today)
    return sorted(found, key=lambda a: (a.at, a.id))


def find_today(uow: UnitOfWork, shown: Holder | str) -> list[Appointment]:
    """Those of `all_today` that may still be checked in, by what became of them; the time is not looked at.

    Whoever checked in but never got the number (no paper, not confirmed, so it voided itself) may do so again, and
    while nobody knows whether they got it.
    """
    return [
        a
        for a in all_today(uow, shown)
        if a.state is AppointmentState.BOOKED or lost_its_number(uow, a) or pending_number(uow, a)
    ]


def ticket_of(uow: UnitOfWork, appointment: Appointment) -> Ticket | None:
    """The number it became at check-in."""
    return None if appointment.ticket is None else uow.tickets.get(appointment.ticket)


def lost_its_number(uow: UnitOfWork, appointment: Appointment) -> bool:
    """True when it was checked in and its number voided before anybody called it."""
    if appointment.state is not AppointmentState.ARRIVED:
        return False
    ticket = ticket_of(uow, appointment)
    return ticket is not None and ticket.state is TicketState.VOID and ticket.called_at is None


def pending_number(uow: UnitOfWork, appointment: Appointment) -> Ticket | None:
    """The number of its check-in whose paper nobody confirmed yet."""
    ticket = ticket_of(uow, appointment) if appointment.state is AppointmentState.ARRIVED else None
    return ticket if ticket is not None and ticket.state is TicketState.PENDING_PRINT else None


def came_at(appointment: Appointment) -> datetime:
    """What lateness counts from: the slot, or the first check-in when its number was lost."""
    return max(appointment.at, appointment.arrived_at or appointment.at)


def check_in(
    uow: UnitOfWork,
    shown: Holder | str,
    *,
    opening: OpeningState,
    by: Actor,
    profile: HallProfile,
    branch: str = "",
    outlook: Outlook | None = None,
) -> CheckedIn:
    """Turn an appointment of today into a ticket (预约签到). Before its slot begins it waits as an ordinary one.

    A try whose answer got lost is answered again with its number; the caller does not commit then, see
    `issue_ticket`.

    Args:
        shown: who stands there, by card, QR code or phone; or the code of the appointment.

    Raises:
        NoAppointment: nothing is booked today, or it is used, cancelled or forfeited.
        TooEarly: check-in is not open yet.
        Forfeited: later than the grace allows.
        HallClosed, AlreadyWaiting: as `issue_ticket`; another station checked it in just now.
    """
    by.must_be(Role.CITIZEN, Role.GUIDE, Role.CLERK)
    found = find_today(uow, shown)
    in_time = [a for a in found if not is_too_late(came_at(a), profile.appointments, now=uow.now)]
    if not found:
        raise NoAppointment("nothing booked today")
    appointment = (in_time or found)[0]
    pending = pending_number(uow, appointment)
    if pending is not None:
        if pending.station != by.station:
            raise AlreadyWaiting(pending.label, pending=True)
        if has_time(uow, pending, profile):
            return CheckedIn(appointment, told_again(uow, pending))
        void_first_try(uow, pending, by=by)
    again = appointment.state is AppointmentState.ARRIVED
    if not (again and in_time):
        check_arrival(appointment.at, profile.appointments, now=uow.now)
    request = TicketRequest(
        appointment.item,
        opening,
        appointment.person,
        PriorityClass.APPOINTMENT,
        f"预约 {appointment.at:%H:%M}",
        branch=branch,
        appointment=appointment.id,
        priority_from=appointment.at,
    )
    issued = issue_ticket(uow, request, by=by, profile=profile, outlook=outlook)
    arrive = appointment.arrived_again if again else appointment.arrived
    arrived = uow.registers.appointments.save(appointment, arrive(issued.ticket.id, uow.now))
    uow.record(appointment_event("appointment.arrived", arrived, ticket=issued.ticket.id), by=by)
    return CheckedIn(arrived, issued)


def forfeit_late(uow: UnitOfWork, *, by: Actor, profile: HallProfile) -> list[Appointment]:
    """Mark who is later than the grace allows (视同放弃); 30:00 minutes is still in time. May be repeated."""
    by.must_be(Role.SYSTEM, Role.SUPERVISOR)
    today = uow.now.date()
    forfeited = []
    for back in range(LOOK_BACK_DAYS, -1, -1):
        day = today - timedelta(days=back)
        for appointment in uow.registers.appointments.where(day=day, state=AppointmentState.BOOKED):
            if is_too_late(appointment.at, profile.appointments, now=uow.now):
                after = uow.registers.appointments.save(appointment, appointment.forfeited())
                uow.record(appointment_event("appointment.forfeited", after), by=by)
                forfeited.append(after)
    return forfeited
