"""What somebody who comes to check in is told (预约签到查询): Q-09, Q-11. Nothing personal is in the answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from hall.appointments.appointment import Appointment, AppointmentState, is_too_late
from hall.appointments.arrival import all_today, came_at, lost_its_number, pending_number, ticket_of
from hall.identity import Holder
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.ticket import OPEN_STATES, TicketState


class Arriving(StrEnum):
    """Whether an appointment can be checked in now (能否签到)."""

    IN_TIME = "in_time"  # 可签到
    EARLY = "early"  # 未到签到时间
    LATE = "late"  # 视同放弃
    DONE = "done"  # 已签到


@dataclass(frozen=True, slots=True)
class Arrival:
    """One appointment of today.

    Attributes:
        code: of the appointment; whoever knows it may check in, so ``repr`` hides it.
        opens_at: check-in opens then.
        label: its number when it is checked in, or was just now and nobody knows whether it reached anybody.
    """

    code: str = field(repr=False)
    item: str
    item_name: str
    at: datetime
    opens_at: datetime
    arriving: Arriving
    label: str = ""


def arrivals_today(uow: UnitOfWork, shown: Holder | str, *, profile: HallProfile) -> tuple[Arrival, ...]:
    """Today's appointments of a person or a code, earliest first; cancelled and finished ones are left out."""
    found = []
    for appointment in all_today(uow, shown):
        arriving, label = _arriving(uow, appointment, profile)
        if arriving is None:
            continue
        opens = appointment.at - timedelta(minutes=profile.appointments.check_in_minutes)
        name = uow.catalogue.item(appointment.item).name
        found.append(Arrival(appointment.code, appointment.item, name, appointment.at, opens, arriving, label))
    return tuple(found)


def _arriving(uow: UnitOfWork, appointment: Appointment, profile: HallProfile) -> tuple[Arriving | None, str]:
    if appointment.state is AppointmentState.CANCELLED:
        return None, ""
    if appointment.state is AppointmentState.FORFEITED:
        return Arriving.LATE, ""
    if (pending := pending_number(uow, appointment)) is not None:
        return Arriving.IN_TIME, pending.label  # whether it is told again, the check-in decides
    again = lost_its_number(uow, appointment)
    if appointment.state is AppointmentState.ARRIVED and not again:
        ticket = ticket_of(uow, appointment)
        counts = ticket is not None and (ticket.state in OPEN_STATES or ticket.state is TicketState.MISSED)
        return (Arriving.DONE, ticket.label) if ticket is not None and counts else (None, "")
    if is_too_late(came_at(appointment), profile.appointments, now=uow.now):
        return Arriving.LATE, ""
    opens = appointment.at - timedelta(minutes=profile.appointments.check_in_minutes)
    early = uow.now < opens and not again
    return (Arriving.EARLY if early else Arriving.IN_TIME), ""
