"""The use cases of the appointments page over the store (预约操作): one method, one transaction.

Called from a worker, never from the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from counter_app.guide_model import Colleague, GuideCatalogue
from hall.appointments import booking
from hall.appointments.appointment import Appointment, AppointmentState
from hall.appointments.booking import BookingRequest, Reply
from hall.appointments.place import Place
from hall.appointments.replied import ReplyWay, note_reply
from hall.appointments.rules import Channel
from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded
from hall.errors import BadInput
from hall.identity import Actor, Holder, HolderKind
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.repeats import once
from hall.shown_code import AppointmentCode, UnknownCode, is_citizen_number, read_shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BookingSnapshot:
    """What the page shows, read in one snapshot of the database.

    Attributes:
        item: code of the item looked at, empty for none.
        day: the day looked at; None for the earliest that can be booked.
        places: slots of the item on that day, full ones included.
        trouble: why no slot can be offered, in Chinese.
        earliest: the first day that can be booked at a window; None when the calendar does not know.
        booked: appointments of today, or what was searched for.
        prepare: those whose clerk must be there now (提前10分钟到场).
        colleagues: who may serve, by staff number.
        at: the database's clock, in the hall's zone.
    """

    catalogue: GuideCatalogue
    item: str
    day: date
    places: tuple[Place, ...]
    trouble: str
    earliest: date | None
    booked: tuple[Appointment, ...]
    prepare: tuple[Appointment, ...]
    colleagues: tuple[Colleague, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment with the reply that its applicant is given at once."""

    appointment: Appointment
    item_name: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class BookingDesk:
    """One station's appointments.

    Attributes:
        calendar_of: the hall's calendar as it stands in a transaction.
    """

    store: Store
    profile: HallProfile
    calendar_of: Callable[[UnitOfWork], WorkingCalendar]

    def read(self, item: str, day: date | None, searched: str) -> BookingSnapshot:
        """Everything the page shows.

        Args:
            day: None for the earliest that can be booked.
            searched: phone, id number or code of who is looked for; empty for all of today.

        Raises:
            Unavailable: the database is away.
        """
        with self.store.reading() as uow:
            calendar, trouble = self.calendar_of(uow), ""
            earliest: date | None = None
            places: tuple[Place, ...] = ()
            try:
                lead = self.profile.appointments.lead_days(Channel.WINDOW)
                earliest = calendar.add_workdays(uow.now.date(), lead)
                shown = day or earliest
                if item:
                    found = booking.places_of_day(uow, item, shown, profile=self.profile, calendar=calendar)
                    places = tuple(found)
            except YearNotLoaded as error:
                shown, trouble = day or uow.now.date(), error.message
            return BookingSnapshot(
                catalogue=GuideCatalogue(tuple(uow.catalogue.departments()), tuple(uow.catalogue.items())),
                item=item,
                day=shown,
                places=places,
                trouble=trouble,
                earliest=earliest,
                booked=tuple(self._booked(uow, searched)),
                prepare=tuple(booking.to_prepare(uow, profile=self.profile)),
                colleagues=tuple(Colleague(c.number, c.name) for c in uow.clerks.all()),
                at=uow.now,
            )

    def book(self, by: Actor, request: BookingRequest) -> Booked:
        """Book a place (预约) and make up the reply; the same request twice books once.

        Raises:
            HallError: as `hall.appointments.booking.book`; nothing was booked.
        """

        def work(uow: UnitOfWork) -> Booked:
            made = booking.book(uow, request, by=by, profile=self.profile, calendar=self.calendar_of(uow))
            return self._with_reply(uow, made)

        return once(self.store, work)

    def cancel(self, by: Actor, appointment: int, reason: str) -> Appointment:
        """取消预约."""
        return self._do(lambda uow: booking.cancel(uow, appointment, by=by, reason=reason))

    def reply(self, appointment: int) -> Booked:
        """The reply once more."""
        with self.store.reading() as uow:
            return self._with_reply(uow, uow.registers.appointments.get(appointment))

    def note_reply(
        self, by: Actor, appointment: int, way: ReplyWay, *, sent: bool, outcome_known: bool, error: str
    ) -> None:
        """Put on record whether the reply was given."""
        self._do(
            lambda uow: note_reply(
                uow, appointment, way, sent=sent, outcome_known=outcome_known, error=error, by=by
            )
        )

    def _with_reply(self, uow: UnitOfWork, appointment: Appointment) -> Booked:
        name = uow.catalogue.item(appointment.item).name
        return Booked(appointment, name, booking.reply_of(uow, appointment, profile=self.profile))

    def _booked(self, uow: UnitOfWork, searched: str) -> list[Appointment]:
        register, today = uow.registers.appointments, uow.now.date()
        shown = self.shown(searched) if searched else None
        if isinstance(shown, Holder):
            found = register.where(person=shown)
            if shown.phone:  # who booked with an id card is known by that; the phone stands beside it
                booked = register.where(state=AppointmentState.BOOKED)
                found = [*found, *(a for a in booked if a.person.phone == shown.phone and a not in found)]
        elif shown is not None:
            found = register.where(code=shown.text)
        else:
            found = register.where(day=today)
        # What is over is found again only with the code or the person in hand.
        wanted = [a for a in found if searched or a.state is not AppointmentState.CANCELLED]
        return sorted((a for a in wanted if a.day >= today), key=lambda a: (a.at, a.id))

    def shown(self, text: str) -> Holder | AppointmentCode:
        """A typed phone number, id number or code.

        Raises:
            BadInput: none of these.
        """
        typed = text.strip().upper()
        if len(typed) == 11 and typed.isascii() and typed.isdigit() and typed[0] == "1":
            return Holder(HolderKind.PHONE, phone=typed)
        if is_citizen_number(typed):
            return Holder(HolderKind.ID_CARD, id_number=typed)
        try:
            code = read_shown(typed, self.profile.citizen_card)
        except UnknownCode as error:
            raise BadInput(error.detail, message="请填写手机号、身份证号码或八位预约码。") from error
        if isinstance(code, Holder | AppointmentCode):
            return code
        raise BadInput("a ticket's code", message="这是号票的码，请填写预约码。")

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result
