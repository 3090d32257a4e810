"""An appointment and its rules (预约): 祥符§35(二)7, 卫东7, Q-11.

Pure functions over values; times carry the hall's zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from hall.appointments.rules import AppointmentRules as AppointmentRules
from hall.appointments.rules import Channel as Channel
from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import BadInput, HallError
from hall.identity import ANONYMOUS, Holder


class AppointmentState(StrEnum):
    """Where an appointment stands (预约状态)."""

    BOOKED = "booked"  # 已预约
    ARRIVED = "arrived"  # 已签到
    FORFEITED = "forfeited"  # 视同放弃
    CANCELLED = "cancelled"  # 已取消


# state -> states that may follow
TRANSITIONS: Mapping[AppointmentState, frozenset[AppointmentState]] = {
    AppointmentState.BOOKED: frozenset(
        {AppointmentState.ARRIVED, AppointmentState.FORFEITED, AppointmentState.CANCELLED}
    ),
    AppointmentState.ARRIVED: frozenset(),
    AppointmentState.FORFEITED: frozenset(),
    AppointmentState.CANCELLED: frozenset(),
}


class TooSoon(BadInput):
    """Booked fewer working days ahead than the hall demands (预约提前量不足)."""


class SlotFull(HallError):
    """All places of the slot are taken (时段已满)."""

    default_message = "该时段预约已满，请选择其他时段。"


class Forfeited(HallError):
    """Later than the grace allows (视同放弃预约).

    Attributes:
        at: beginning of the slot.
    """

    def __init__(self, at: datetime, grace_minutes: int) -> None:
        self.at = at
        super().__init__("too late", message=f"已超过预约时间{grace_minutes}分钟，视同放弃预约，请按普通号取号。")


class TooEarly(HallError):
    """Check-in is not open yet (签到未开始); the appointment stays.

    Attributes:
        at, opens_at: beginning of the slot, and of the check-in.
    """

    def __init__(self, at: datetime, opens_at: datetime) -> None:
        self.at, self.opens_at = at, opens_at
        day = f"{at.month}月{at.day}日"
        super().__init__(
            "check-in not open", message=f"您的预约时间是{day} {at:%H:%M}，请在 {opens_at:%H:%M} 以后签到。"
        )


class AppointmentOver(BadInput):
    """It was used, cancelled or given up (预约已签到、取消或失效)."""

    default_message = "该预约已签到、取消或失效。"


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of one item on one day (预约时段)."""

    item: str
    starts: datetime
    ends: datetime
    capacity: int

    @property
    def day(self) -> date:
        """The hall's day."""
        return self.starts.date()

    def overlaps(self, other: Slot) -> bool:
        """True when both are of the same item and share a moment."""
        return self.item == other.item and self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment (预约).

    Attributes:
        id: key in the database, 0 before it is stored.
        code: what the person shows or tells, eight characters, unique.
        item: code of the item.
        at: start of the slot.
        channel: where it was made.
        external_id: id on the online platform, unique there; empty for our own.
        holder: masked name.
        clerk, clerk_phone: who will serve, told in the reply.
        ticket: the ticket it became at check-in.
        arrived_at: when.
        day, ends: the hall's day and the end of the slot.
        person: whose it is; encrypted.
        request: the sender's key, see `hall.repeats`; None for none.
    """

    id: int
    code: str
    item: str
    at: datetime
    channel: Channel
    state: AppointmentState = AppointmentState.BOOKED
    external_id: str = ""
    holder: str = ""
    clerk: str = ""
    clerk_phone: str = ""
    ticket: int | None = None
    arrived_at: datetime | None = None
    day: date = date.min
    ends: datetime | None = None
    person: Holder = ANONYMOUS
    booked_at: datetime | None = None
    request: str | None = None
    version: int = 0

    def _to(self, state: AppointmentState) -> Appointment:
        if state not in TRANSITIONS[self.state]:
            raise AppointmentOver(f"appointment {self.id}: {self.state} -> {state}")
        return replace(self, state=state)

    def arrived(self, ticket: int, at: datetime) -> Appointment:
        """Checked in (签到).

        Raises:
            BadInput: it is not open.
        """
        return replace(self._to(AppointmentState.ARRIVED), ticket=ticket, arrived_at=at)

    def arrived_again(self, ticket: int, at: datetime) -> Appointment:
        """Checked in once more: the first number never counted (号票未取到而作废).

        Raises:
            BadInput: it was not checked in.
        """
        if self.state is not AppointmentState.ARRIVED:
            raise AppointmentOver(f"appointment {self.id}: {self.state}")
        return replace(self, ticket=ticket, arrived_at=at)

    def forfeited(self) -> Appointment:
        """Given up by being too late (视同放弃)."""
        return self._to(AppointmentState.FORFEITED)

    def cancelled(self) -> Appointment:
        """Taken back by the applicant (取消)."""
        return self._to(AppointmentState.CANCELLED)


def check_lead(
    calendar: WorkingCalendar, at: datetime, channel: Channel, rules: AppointmentRules, *, now: datetime
) -> None:
    """Check that an appointment is made early enough; the day of booking does not count.

    With three working days, one for Monday 2025-03-10 can be made on Wednesday 03-05, not on Thursday 03-06.

    Raises:
        TooSoon: it is not.
        YearNotLoaded: the calendar does not know the year.
    """
    if at <= now:
        raise TooSoon("slot lies in the past", message="不能预约已经过去的时段。")
    days = rules.lead_days(channel)
    if days and at.date() < (first := calendar.add_workdays(now.date(), days)):
        raise TooSoon(
            f"needs {days} working days",
            message=f"预约须提前{days}个工作日，最早可约{first.month}月{first.day}日。",
        )


def is_too_late(at: datetime, rules: AppointmentRules, *, now: datetime) -> bool:
    """True when somebody arriving ``now`` has forfeited: 10:30:00 for 10:00 is in time, anything later is not."""
    return now - at > timedelta(minutes=rules.grace_minutes)


def check_arrival(at: datetime, rules: AppointmentRules, *, now: datetime) -> None:
    """Check that somebody may check in now.

    Raises:
        TooEarly: check-in is not open yet.
        Forfeited: too late.
    """
    opens = at - timedelta(minutes=rules.check_in_minutes)
    if now < opens:
        raise TooEarly(at, opens)
    if is_too_late(at, rules, now=now):
        raise Forfeited(at, rules.grace_minutes)


def day_slots(
    item: str, day: date, sessions: tuple[tuple[time, time], ...], rules: AppointmentRules, zone: tzinfo
) -> list[Slot]:
    """The slots of an item on a working day, cut from its sessions; a rest too short for a slot is left out."""
    slots: list[Slot] = []
    step = timedelta(minutes=rules.slot_minutes)
    for opens, closes in sessions:
        at, end = datetime.combine(day, opens, tzinfo=zone), datetime.combine(day, closes, tzinfo=zone)
        while at + step <= end:
            slots.append(Slot(item, at, at + step, rules.capacity))
            at += step
    return slots
