"""The kiosk's use cases about one's own matters (投诉登记、进度查询): one function, one transaction each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hall.business_calendar.calendar import WorkingCalendar
from hall.complaints.complaint import Complaint
from hall.complaints.intake import ComplaintWish, file_complaint
from hall.complaints.receipt import Receipt, receipt_of
from hall.identity import Holder, citizen_at
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.progress.asking import NothingFound, complaint_by_number, matters_of, visit_by_number
from hall.progress.matter import Matter
from hall.queueing.standing import NoTicketToday, TicketStanding
from hall.queueing.ticket_code import TicketCode
from hall.repeats import once
from hall.shown_code import BusinessNumber, ComplaintNumber

Asked = TicketCode | BusinessNumber | Holder | str


class Queues(Protocol):
    """Where today's numbers are asked for; `kiosk_app.desk.KioskDesk` is one."""

    def standings(self, asked: TicketCode | Holder | str) -> tuple[TicketStanding, ...]:
        """How tickets of today stand.

        Raises:
            NoTicketToday: none fits.
        """


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody may be told.

    Attributes:
        standings: numbers of today, as they stand in the queue.
        matters: everything else, newest first.
    """

    standings: tuple[TicketStanding, ...] = ()
    matters: tuple[Matter, ...] = ()


class MattersDesk:
    """One kiosk's use cases.

    Args:
        calendar_of: the hall's calendar as it stands in a transaction.
    """

    def __init__(
        self,
        store: Store,
        queues: Queues,
        calendar_of: Callable[[UnitOfWork], WorkingCalendar],
        profile: HallProfile,
        station: str,
    ) -> None:
        self._store = store
        self._queues = queues
        self._calendar_of = calendar_of
        self._profile = profile
        self._citizen = citizen_at(station)

    def find(self, asked: Asked) -> Found:
        """What is told of a number, a ticket's code, or to a person.

        Raises:
            NoTicketToday, NothingFound: nothing fits.
            Unavailable: the database is away.
        """
        if isinstance(asked, TicketCode):
            asked = BusinessNumber(asked.day, asked.label) if self._is_old(asked) else asked
        if isinstance(asked, Holder):
            return self._of_person(asked)
        if isinstance(asked, BusinessNumber):
            return self._of_number(asked)
        return Found(self._queues.standings(asked))

    def find_complaint(self, number: ComplaintNumber, proof: Holder | str) -> Found:
        """A complaint by its number and a proof; a wrong one is counted.

        Raises:
            NothingFound: they don't fit.
            TooManyGuesses: too often.
            Unavailable: the database is away.
        """
        with self._store.begin() as uow:
            matter = complaint_by_number(uow, number, proof, self._profile.progress, by=self._citizen)
            uow.commit()
        if matter is None:
            raise NothingFound("receipt number and proof don't fit")
        return Found(matters=(matter,))

    def file(self, wish: ComplaintWish) -> Receipt:
        """Take a complaint down; the same request twice is taken down once.

        Raises:
            BadInput, NotFound, FiledOtherwise: as `hall.complaints.intake.file_complaint`.
            Unavailable: the database is away; nothing was taken down, or nobody knows: send it again.
        """

        def work(uow: UnitOfWork) -> Complaint:
            calendar = self._calendar_of(uow)
            return file_complaint(uow, wish, by=self._citizen, profile=self._profile, calendar=calendar)

        return receipt_of(once(self._store, work))

    def _is_old(self, code: TicketCode) -> bool:
        with self._store.reading() as uow:
            return code.day != uow.now.date()

    def _of_person(self, holder: Holder) -> Found:
        try:
            standings = self._queues.standings(holder)
        except NoTicketToday:
            standings = ()
        with self._store.reading() as uow:
            matters = matters_of(uow, holder, self._profile.progress)
        if not (standings or matters):
            raise NothingFound("nothing of this person")
        return Found(standings, matters)

    def _of_number(self, number: BusinessNumber) -> Found:
        with self._store.reading() as uow:
            if number.day == uow.now.date():
                asked = number.label
            else:
                return Found(matters=(visit_by_number(uow, number, self._profile.progress),))
        return Found(self._queues.standings(asked))
