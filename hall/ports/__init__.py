"""What the rules need from outside (端口), as Protocols: the database, the document store, the change feed.

``db`` fills them for SQLite and PostgreSQL; the tests of the rules use hand-written fakes.

One use case is one function and one transaction::

    with store.begin() as uow:
        ticket = issue_ticket(uow, request, by=actor, profile=profile)
        uow.commit()

Leaving the block without ``commit`` rolls back. ``uow.now`` is the database server's clock, read once when the
transaction begins: it stamps what is legal. Nothing else in ``hall`` knows the time.
"""

from hall.ports.outside import ChangeFeed, DocumentStore, PasswordHasher
from hall.ports.places import PlaceRepository
from hall.ports.registers import Register, Registers
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
from hall.ports.unit_of_work import Store, UnitOfWork

__all__ = [
    "CatalogueRepository",
    "ChangeFeed",
    "ClerkRepository",
    "DocumentStore",
    "PageRepository",
    "PasswordHasher",
    "PlaceRepository",
    "RatingRepository",
    "Register",
    "Registers",
    "SearchRepository",
    "Statistics",
    "Store",
    "TicketRepository",
    "UnitOfWork",
    "WindowRepository",
]
