"""One transaction (工作单元): repositories, clock and journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from types import TracebackType
from typing import Self

from db import journal
from db.crypto import Keys
from db.engine import Database
from db.errors import ReadOnlyUnit
from db.kept_rows import KeptRows
from db.repositories.catalogue import CatalogueSnapshot, SqlCatalogue
from db.repositories.clerks import SqlClerks
from db.repositories.pages import SqlPages
from db.repositories.places import SqlPlaces
from db.repositories.ratings import SqlRatings
from db.repositories.registers import SqlRegisters
from db.repositories.search import SqlSearch
from db.repositories.statistics import SqlStatistics
from db.repositories.tickets import SqlTickets
from db.repositories.windows import SqlWindows, WindowsSnapshot
from db.revisions import Kept
from db.session import Session
from hall.identity import Actor
from hall.journal.record import Event, canonical_payload
from hall.queueing.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Shared:
    """What all transactions of a store share.

    Attributes:
        clock: None for the database server's clock; a test or a simulated day gives its own, zone-aware.
    """

    database: Database
    keys: Keys
    zone: tzinfo
    clock: Callable[[], datetime] | None = None
    catalogue: Kept[CatalogueSnapshot] = field(default_factory=Kept)
    windows: Kept[WindowsSnapshot] = field(default_factory=Kept)
    tickets: KeptRows[Ticket] = field(default_factory=KeptRows)


class SqlUnitOfWork:
    """Fills `hall.ports.UnitOfWork`; the transaction begins on entering the block."""

    now: datetime
    catalogue: SqlCatalogue
    tickets: SqlTickets
    windows: SqlWindows
    clerks: SqlClerks
    ratings: SqlRatings
    pages: SqlPages
    registers: SqlRegisters
    places: SqlPlaces
    statistics: SqlStatistics
    search: SqlSearch

    def __init__(self, shared: Shared, *, writable: bool) -> None:
        self._shared = shared
        self._writable = writable
        self._pending: list[journal.Pending] = []

    def __enter__(self) -> Self:
        """Begin.

        Raises:
            Unavailable: the database can't be reached, or is busy for too long.
        """
        shared = self._shared
        self._session = session = Session(shared.database, writable=self._writable)
        try:
            self._head, server_clock = journal.read_head(session)
        except BaseException:
            session.roll_back()
            raise
        now = server_clock if shared.clock is None else shared.clock()
        self.now = now.astimezone(shared.zone)
        self.catalogue = SqlCatalogue(session, shared.catalogue, self._head.catalogue)
        self.tickets = SqlTickets(session, shared.keys, shared.zone, shared.tickets)
        self.windows = SqlWindows(session, shared.windows, self._head.windows, shared.keys, self.now, shared.zone)
        self.clerks = SqlClerks(session)
        self.ratings = SqlRatings(session, shared.zone)
        self.pages = SqlPages(session, shared.zone)
        self.registers = SqlRegisters(session, shared.keys, shared.zone)
        self.places = SqlPlaces(session, shared.zone)
        self.statistics = SqlStatistics(session, shared.zone)
        self.search = SqlSearch(session)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""
        self._session.roll_back()

    @property
    def session(self) -> Session:
        """The session, for the set-up commands' own statements."""
        return self._session

    def sign(self, text: str) -> bytes:
        """32 bytes of a keyed hash under a key that is not in the database (签章)."""
        return self._shared.keys.seal(text)

    def record(self, event: Event, *, by: Actor) -> None:
        """Append to the journal when the transaction commits.

        Raises:
            ReadOnlyUnit: this unit only reads.
            TypeError, ValueError: the payload is not JSON-able.
        """
        if not self._writable:
            raise ReadOnlyUnit("a reading unit of work records nothing")
        text = canonical_payload(event.payload)
        self._pending.append(journal.Pending(by.name, by.station, event.kind, event.subject, text))

    def commit(self) -> None:
        """Write the journal records under the head's lock and commit; the block can't be used after it.

        Raises:
            ReadOnlyUnit: this unit only reads.
            Unavailable: the database went away; nothing was written, or it is not known that it was.
            Conflict: another transaction and this one waited for each other; nothing was written.
        """
        if not self._writable:
            raise ReadOnlyUnit("a reading unit of work commits nothing")
        changed = self.catalogue.changed or self.windows.changed
        if self._pending or changed:
            journal.append(
                self._session,
                self._head,
                self._pending,
                self._shared.keys,
                at=self.now.astimezone(UTC),
                catalogue_changed=self.catalogue.changed,
                windows_changed=self.windows.changed,
            )
        self._session.commit()
