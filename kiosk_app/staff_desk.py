"""The staff menu's use cases over the store (工作人员用例): one function, one transaction, called on the worker."""

from __future__ import annotations

from hall.identity import Actor, Role, system_at
from hall.ports import Store
from hall.queueing.issue import IssuedTicket
from hall.queueing.reprint import reprint_ticket, reprintable
from hall.queueing.ticket import Ticket
from hall.supervision.station_notes import note_paper_changed, note_paper_low, note_template

MOST_REPRINTABLE = 8  # as many as the staff menu shows


class StaffDesk:
    """One kiosk's; who knows the PIN acts as the guide desk does.

    Args:
        station: name of the kiosk on every record.
    """

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._system = system_at(station)
        self._staff = Actor("kiosk-staff", frozenset({Role.GUIDE}), station)

    def recent(self) -> tuple[Ticket, ...]:
        """Numbers of this kiosk that may be printed again, newest first.

        Raises:
            Unavailable: the database is away.
        """
        with self._store.reading() as uow:
            return tuple(reprintable(uow, self._staff.station, most=MOST_REPRINTABLE))

    def reprint(self, ticket: int, reason: str) -> IssuedTicket:
        """Put a reprint by staff on record, before the paper comes out.

        Raises:
            WrongState: the number is void or done by now.
            BadInput: no reason.
            Unavailable: the database is away; nothing may be printed.
        """
        with self._store.begin() as uow:
            issued = reprint_ticket(uow, ticket, by=self._staff, reason=reason)
            uow.commit()
        return issued

    def note_paper_low(self) -> None:
        """The roll is near its end: a quiet note to the staff.

        Raises:
            Unavailable: the database is away; try again.
        """
        with self._store.begin() as uow:
            note_paper_low(uow, by=self._system)
            uow.commit()

    def note_paper_changed(self) -> None:
        """Staff put in a new roll; raises as `note_paper_low`."""
        with self._store.begin() as uow:
            note_paper_changed(uow, by=self._staff)
            uow.commit()

    def note_template(self, *, usable: bool) -> None:
        """Whether the hall's own ticket template can be used; raises as `note_paper_low`."""
        with self._store.begin() as uow:
            if note_template(uow, usable=usable, by=self._system):
                uow.commit()
