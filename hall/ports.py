"""What the rules need from outside (端口), as Protocols: the database, the document store, the change feed.

``db`` fills them for SQLite and PostgreSQL; the tests of the rules use hand-written fakes.

One use case is one function and one transaction::

    with store.begin() as uow:
        ticket = issue_ticket(uow, request, by=actor, profile=profile)
        uow.commit()

Leaving the block without ``commit`` rolls back. ``uow.now`` is the database server's clock, read once when the
transaction begins: it stamps what is legal. Nothing else in ``hall`` knows the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, ServiceItem
from hall.documents.page import CapturedPage, StoredFile
from hall.identity import Actor, Holder
from hall.journal.record import Event, Record
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.rating.rating import Rating
from hall.staffing.clerk import Clerk
from hall.staffing.window import Window


class CatalogueRepository(Protocol):
    """Departments and items."""

    def departments(self) -> Sequence[Department]:
        """All departments with active items, in catalogue order."""

    def items(self, department: str | None = None) -> Sequence[ServiceItem]:
        """Active items, of one department or all, in catalogue order."""

    def item(self, code: str) -> ServiceItem:
        """One item, active or not.

        Raises:
            NotFound: no such code.
        """

    def replace(self, catalogue: Catalogue) -> None:
        """Write a checked catalogue whole: update, add, and switch off items it no longer names."""


class TicketRepository(Protocol):
    """Tickets. Guarded writes: a writer that saw an older version raises Conflict and changes nothing."""

    def next_number(self, day: date, prefix: str) -> int:
        """The next number of the day and prefix: 1, 2, 3 … without gap or repeat over all processes."""

    def add(self, ticket: Ticket, holder: Holder) -> Ticket:
        """Store a new ticket and, encrypted, its holder; returns it with its id."""

    def get(self, ticket_id: int) -> Ticket:
        """One ticket.

        Raises:
            NotFound: no such id.
        """

    def by_label(self, day: date, label: str) -> Ticket | None:
        """The ticket with this label on that day."""

    def holder_of(self, ticket_id: int) -> Holder:
        """The decrypted holder, for the clerk who serves the ticket.

        Raises:
            NotFound: no such id.
        """

    def save(self, before: Ticket, after: Ticket) -> Ticket:
        """Store ``after`` if the row still has ``before.version``; returns it with the new version.

        Raises:
            Conflict: the row changed in between.
        """

    def claim(self, before: Ticket, after: Ticket) -> Ticket | None:
        """As `save` in one guarded statement for calling; None when somebody else was faster."""

    def waiting(self, day: date, items: Iterable[str]) -> Sequence[Ticket]:
        """Tickets in WAITING of these items, oldest ``queued_at`` first."""

    def waiting_count(self, day: date, prefix: str) -> int:
        """How many wait under a prefix (people ahead of a new ticket)."""

    def at_window(self, day: date, window: int) -> Ticket | None:
        """The ticket CALLED or SERVING at a window."""

    def in_state(self, day: date, states: Iterable[TicketState]) -> Sequence[Ticket]:
        """Tickets of the day in these states, by id."""

    def open_of_holder(self, day: date, holder: Holder, item: str) -> Ticket | None:
        """The person's open ticket for an item; None for an anonymous holder."""

    def last_classes(self, day: date, window: int, limit: int) -> Sequence[PriorityClass]:
        """Classes of the last calls at a window, newest first."""


class WindowRepository(Protocol):
    """Windows with their authorised items."""

    def all(self) -> Sequence[Window]:
        """All windows by number."""

    def get(self, number: int) -> Window:
        """One window.

        Raises:
            NotFound: no such number.
        """

    def save(self, before: Window, after: Window) -> Window:
        """Guarded by version, as with tickets.

        Raises:
            Conflict: the row changed in between.
        """

    def put(self, window: Window) -> None:
        """Add or replace a window, for set-up."""


class ClerkRepository(Protocol):
    """Staff."""

    def get(self, number: str) -> Clerk:
        """One clerk.

        Raises:
            NotFound: no such staff number.
        """

    def all(self) -> Sequence[Clerk]:
        """All clerks by number."""

    def put(self, clerk: Clerk) -> None:
        """Add or replace a clerk, for set-up."""


class RatingRepository(Protocol):
    """Ratings; never changed."""

    def add(self, rating: Rating) -> None:
        """Store a rating.

        Raises:
            AlreadyRated: the ticket has one.
        """

    def of_ticket(self, ticket_id: int) -> Rating | None:
        """The rating of a ticket."""


class PageRepository(Protocol):
    """Photographed pages."""

    def add(self, page: CapturedPage) -> CapturedPage:
        """Store a page; returns it with its id."""

    def of_ticket(self, ticket_id: int) -> Sequence[CapturedPage]:
        """Pages of a ticket by id."""


class UnitOfWork(Protocol):
    """One transaction: repositories, the clock and the journal.

    Attributes:
        now: the database server's clock at the beginning, in the hall's zone.
    """

    # Read-only, so that a store may have repositories of its own kind here.
    @property
    def now(self) -> datetime: ...
    @property
    def catalogue(self) -> CatalogueRepository: ...
    @property
    def tickets(self) -> TicketRepository: ...
    @property
    def windows(self) -> WindowRepository: ...
    @property
    def clerks(self) -> ClerkRepository: ...
    @property
    def ratings(self) -> RatingRepository: ...
    @property
    def pages(self) -> PageRepository: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def record(self, event: Event, *, by: Actor) -> None:
        """Append to the journal when the transaction commits."""

    def commit(self) -> None:
        """Write the journal records under the head's lock and commit.

        Raises:
            Unavailable: the database went away; nothing was written, or it is not known that it was.
        """


class Store(Protocol):
    """The shared database."""

    def begin(self) -> UnitOfWork:
        """A writing transaction.

        Raises:
            Unavailable: the database can't be reached.
        """

    def reading(self) -> UnitOfWork:
        """A read-only snapshot; ``record`` and ``commit`` are refused.

        Raises:
            Unavailable: the database can't be reached.
        """


class ChangeFeed(Protocol):
    """Journal records as they are committed, in order, each once (变更流)."""

    def after(self, seq: int, *, limit: int = 500) -> Sequence[Record]:
        """Records with a higher seq, by seq.

        Raises:
            Unavailable: the database can't be reached.
        """

    def head(self) -> int:
        """The newest seq, 0 for none.

        Raises:
            Unavailable: the database can't be reached.
        """

    def wait(self, seq: int, timeout: float) -> bool:
        """Wait until there may be records after ``seq``; False when ``timeout`` seconds passed without a sign.

        Raises:
            Unavailable: the connection broke; the reader refreshes fully once it is back.
        """

    def close(self) -> None:
        """Release the connection."""


class DocumentStore(Protocol):
    """Content-addressed, encrypted files outside the database."""

    def put(self, content: bytes, media_type: str) -> StoredFile:
        """Write durably (temporary name, fsync, rename); the same content is stored once.

        Raises:
            Unavailable: the store can't be written.
        """

    def get(self, digest: str) -> bytes:
        """The plain content, its digest checked.

        Raises:
            NotFound: no such file.
            Unavailable: it can't be read, or it was changed.
        """


class PasswordHasher(Protocol):
    """argon2id."""

    def hash(self, password: str) -> str:
        """A new hash."""

    def matches(self, password_hash: str, password: str) -> bool:
        """True when the password fits; takes the same time for an empty hash."""
