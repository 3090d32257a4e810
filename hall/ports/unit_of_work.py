"""One transaction and the store that begins it (工作单元)."""

from __future__ import annotations

from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from hall.identity import Actor
    from hall.journal.record import Event
    from hall.ports.places import PlaceRepository
    from hall.ports.registers import Registers
    from hall.ports.repositories import (
        CatalogueRepository,
        ClerkRepository,
        PageRepository,
        RatingRepository,
        TicketRepository,
        WindowRepository,
    )
    from hall.ports.search import SearchRepository
    from hall.ports.statistics import Statistics


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
    @property
    def registers(self) -> Registers: ...
    @property
    def places(self) -> PlaceRepository: ...
    @property
    def statistics(self) -> Statistics: ...
    @property
    def search(self) -> SearchRepository: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def sign(self, text: str) -> bytes:
        """32 bytes of a keyed hash under a key that is not in the database (签章), such as for a ticket's code."""

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
