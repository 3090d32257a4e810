"""The kiosk's use cases over the store (用例): each is one function and one transaction, called on the worker."""

from __future__ import annotations

import time
from collections.abc import Callable

from hall.appointments.arrival import NoAppointment, check_in
from hall.appointments.lookup import Arrival, arrivals_today
from hall.business_calendar.calendar import OpeningState, WorkingCalendar, YearNotLoaded, opening_state
from hall.catalogue.telling import Told, note_told
from hall.identity import Holder, citizen_at, system_at
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.queueing.issue import (
    IssuedTicket,
    TicketRequest,
    confirm_ticket,
    issue_ticket,
    note_print_trouble,
    void_unconfirmed,
)
from hall.queueing.moves import void
from hall.queueing.outlook import Forecaster
from hall.queueing.recovery import BegunPaper, Recovery, recover_paper
from hall.queueing.standing import (
    NoTicketToday,
    TicketStanding,
    standing_of_code,
    standing_of_label,
    standings_of_holder,
)
from hall.queueing.ticket import TicketState
from hall.queueing.ticket_code import TicketCode
from hall.queueing.told import tell_paper
from hall.staffing.contacts import issue_for_principal
from hall.staffing.help import call_help
from kiosk_app.lobby import KioskCatalogue as KioskCatalogue
from kiosk_app.lobby import Lobby as Lobby
from kiosk_app.lobby_reading import CatalogueReader, read_lobby

CALENDAR_MISSING = "节假日安排未载入"
RELATION_UNTOLD = "未填（自助机代办）"  # the window asks; nobody types words at a kiosk


class KioskDesk:
    """One kiosk's use cases.

    Args:
        calendar_of: the hall's calendar as it stands in a transaction, local days included.
        station: name of the kiosk on every record.
        branch: the 分大厅 it stands in (W-08).
    """

    def __init__(
        self,
        store: Store,
        calendar_of: Callable[[UnitOfWork], WorkingCalendar],
        profile: HallProfile,
        station: str,
        branch: str = "",
    ) -> None:
        self._store = store
        self._branch = branch
        self._calendar_of = calendar_of
        self._profile = profile
        self._citizen = citizen_at(station)
        self._system = system_at(station)
        self._forecaster = Forecaster(store, profile.order.rules, clock=time.monotonic, fresh_s=0.0)
        self._catalogue = CatalogueReader(branch)

    def read_catalogue(self) -> KioskCatalogue:
        """Departments and items, with the search over them.

        Raises:
            Unavailable: the database is away.
        """
        with self._store.reading() as uow:
            return self._catalogue.read(uow)

    def read_lobby(self) -> Lobby:
        """Queues, windows, opening state, in one snapshot.

        Raises:
            Unavailable: the database is away.
        """
        outlook = self._forecaster.current()
        with self._store.reading() as uow:
            return read_lobby(uow, self._opening(uow), outlook, self._profile, self._branch)

    def issue(self, item: str, holder: Holder, principal: Holder | None = None) -> IssuedTicket:
        """Phase one of 取号: a number that waits for its paper.

        Args:
            holder: who takes it and will be called.
            principal: whose matter it is, for 代办; both are put on record.

        Raises:
            HallClosed, BadInput, AlreadyWaiting, NotFound: as `hall.queueing.issue.issue_ticket`, and
                `hall.staffing.contacts.issue_for_principal`.
            Unavailable: the database is away; no number was given, or it voids itself.
        """
        with self._store.begin() as uow:
            request = TicketRequest(item, self._opening(uow), holder, branch=self._branch)
            # What the lobby was told last: a number must not wait for a new forecast.
            outlook = self._forecaster.latest()
            if principal is None:
                issued = issue_ticket(uow, request, by=self._citizen, profile=self._profile, outlook=outlook)
            else:
                issued = issue_for_principal(
                    uow, request, principal=principal, relation=RELATION_UNTOLD, by=self._citizen,
                    profile=self._profile, outlook=outlook,
                )  # fmt: skip
            if not issued.again:
                uow.commit()
        return issued

    def arrivals(self, shown: Holder | str) -> tuple[Arrival, ...]:
        """Today's appointments of a person or of a code (预约签到).

        Raises:
            NoAppointment: none.
            Unavailable: the database is away.
        """
        with self._store.reading() as uow:
            found = arrivals_today(uow, shown, profile=self._profile)
        if not found:
            raise NoAppointment("nothing booked today")
        return found

    def check_in(self, code: str) -> IssuedTicket:
        """Phase one of a check-in: the appointment becomes a number that waits for its paper.

        Args:
            code: of the appointment.

        Raises:
            NoAppointment, TooEarly, Forfeited, HallClosed, AlreadyWaiting: as `hall.appointments.arrival.check_in`.
            Unavailable: the database is away; nothing was changed, or the number voids itself.
        """
        with self._store.begin() as uow:
            checked = check_in(
                uow,
                code,
                opening=self._opening(uow),
                by=self._citizen,
                profile=self._profile,
                outlook=self._forecaster.latest(),
                branch=self._branch,
            )
            if not checked.issued.again:
                uow.commit()
        return checked.issued

    def standings(self, asked: TicketCode | Holder | str) -> tuple[TicketStanding, ...]:
        """How tickets of today stand (进度查询): of a QR code, of a typed number, or of a person.

        Raises:
            NoTicketToday: none fits.
            Unavailable: the database is away.
        """
        outlook = self._forecaster.current()
        with self._store.reading() as uow:
            if isinstance(asked, TicketCode):
                return (standing_of_code(uow, asked, outlook=outlook),)
            if isinstance(asked, str):
                return (standing_of_label(uow, asked, outlook=outlook),)
            found = standings_of_holder(uow, asked, outlook=outlook)
        if not found:
            raise NoTicketToday("no ticket of this person today")
        return found

    def confirm(self, ticket: int, *, paperless: bool) -> None:
        """Phase two: the paper is out, or the citizen remembers the number; may be repeated.

        Raises:
            WrongState: it was voided in the meantime.
            Unavailable: the database is away; try again.
        """
        with self._store.begin() as uow:
            confirm_ticket(uow, ticket, by=self._citizen, paperless=paperless)
            uow.commit()

    def tell_paper(self, ticket: int, *, came_out: bool) -> None:
        """The visitor's answer to 号票出来了吗; “yes” confirms the number; may be repeated.

        Raises:
            WrongState: it was voided in the meantime.
            Unavailable: the database is away; try again.
        """
        with self._store.begin() as uow:
            tell_paper(uow, ticket, came_out=came_out, by=self._citizen)
            uow.commit()

    def drop(self, ticket: int, *, reason: str) -> None:
        """Void a number that nobody confirmed; one that waits or was voided already is left alone.

        Raises:
            Unavailable: the database is away; the number voids itself later.
        """
        with self._store.begin() as uow:
            if uow.tickets.get(ticket).state is TicketState.PENDING_PRINT:
                void(uow, ticket, by=self._citizen, reason=reason)
                uow.commit()

    def note_trouble(self, ticket: int, *, error: str, outcome_known: bool) -> None:
        """Put a failed or doubtful print on record."""
        with self._store.begin() as uow:
            note_print_trouble(uow, ticket, by=self._citizen, error=error, outcome_known=outcome_known)
            uow.commit()

    def void_stale(self) -> int:
        """Void numbers whose paper nobody confirmed in time, those of a crashed kiosk included; how many.

        Raises:
            Unavailable: the database is away; the next call does it.
        """
        with self._store.reading() as uow:
            if not uow.tickets.in_state(uow.now.date(), (TicketState.PENDING_PRINT,)):
                return 0
        with self._store.begin() as uow:
            voided = void_unconfirmed(uow, by=self._system, profile=self._profile)
            if voided:
                uow.commit()
        return len(voided)

    def recover(self, paper: BegunPaper) -> Recovery:
        """After a restart: a number whose paper came out, or may have, counts.

        Raises:
            Unavailable: the database is away; try again before anything is voided.
        """
        with self._store.begin() as uow:
            became = recover_paper(uow, paper, by=self._system)
            if became is not Recovery.NOTHING:
                uow.commit()
        return became

    def call_help(self, page: str, ticket: int | None = None) -> None:
        """Ring the guide desk.

        Raises:
            Unavailable: the database is away, nobody was called.
        """
        with self._store.begin() as uow:
            call_help(uow, by=self._citizen, page=page, ticket=ticket)
            uow.commit()

    def note_told(self, item: str, how: Told, *, late: bool) -> None:
        """Put it on record that somebody was told all about an item (一次性告知, C-01).

        Raises:
            NotFound: the catalogue has the item no more.
            Unavailable: the database is away; try again when it is back.
        """
        with self._store.begin() as uow:
            note_told(uow, item, how, by=self._citizen, late=late)
            uow.commit()

    def _opening(self, uow: UnitOfWork) -> OpeningState:
        try:
            return opening_state(self._calendar_of(uow), self._profile.hours, uow.now)
        except YearNotLoaded:
            return OpeningState(False, CALENDAR_MISSING)
