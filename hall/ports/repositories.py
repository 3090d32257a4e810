"""What the rules keep (仓储): catalogue, tickets, windows, clerks, ratings, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall.catalogue.import_rows import Catalogue
    from hall.catalogue.item import Department, ServiceItem
    from hall.documents.page import CapturedPage
    from hall.identity import Holder
    from hall.queueing.ticket import PriorityClass, Ticket, TicketState
    from hall.rating.rating import Rating
    from hall.staffing.clerk import Clerk
    from hall.staffing.delegation import Delegation
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

    def at_windows(self, day: date) -> Sequence[Ticket]:
        """All tickets CALLED or SERVING, by id."""

    def last_called(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        """Of the tickets of a branch that are FINISHED or MISSED those that were called last, newest first."""

    def last_finished(self, day: date, branch: str, limit: int) -> Sequence[Ticket]:
        """The tickets of a branch that were FINISHED last, newest first."""

    def waiting_by_item(self, day: date, branch: str) -> Sequence[tuple[str, str, int]]:
        """How many wait in a branch: zone, item, tickets."""

    def in_state(self, day: date, states: Iterable[TicketState]) -> Sequence[Ticket]:
        """Tickets of the day in these states, by id."""

    def open_of_holder(self, day: date, holder: Holder, item: str) -> Ticket | None:
        """The person's open ticket for an item; None for an anonymous holder."""

    def of_holder(self, day: date, holder: Holder) -> Sequence[Ticket]:
        """The person's tickets of the day in any state, by id; none for an anonymous holder."""

    def of_holder_since(self, since: date, holder: Holder) -> Sequence[Ticket]:
        """The person's tickets of this day and all later ones, by id; none for an anonymous holder."""

    def last_classes(self, day: date, window: int, limit: int) -> Sequence[PriorityClass]:
        """Classes of the last calls at a window, newest first."""


class WindowRepository(Protocol):
    """Windows with their authorised items; ``delegated`` is what a delegation of today adds."""

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

    def delegations(self) -> Sequence[Delegation]:
        """All delegations, by id; those that hold today are in ``Window.delegated``."""

    def put_delegation(self, delegation: Delegation) -> Delegation:
        """Add a delegation (id 0) or replace one; returns it with its id."""


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
