"""Ratings (评价)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.session import Session
from db.statement import Statement
from db.tables import ratings
from hall.rating.rating import AlreadyRated, Level, Outcome, Rating

COLUMNS = tuple(column.name for column in ratings.c)

ADD = Statement(insert(ratings).on_conflict_do_nothing(index_elements=["ticket"]))
OF_TICKET = Statement(sa.select(*ratings.c).where(ratings.c.ticket == sa.bindparam("number")))


class SqlRatings:
    """Fills `hall.ports.RatingRepository`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def add(self, rating: Rating) -> None:
        """Store a rating.

        Raises:
            AlreadyRated: the ticket has one.
        """
        row: dict[str, Any] = {name: getattr(rating, name) for name in COLUMNS}
        row["outcome"] = str(rating.outcome)
        row["level"] = None if rating.level is None else int(rating.level)
        if self._session.change(ADD, row) != 1:
            raise AlreadyRated(f"ticket {rating.ticket}")

    def of_ticket(self, ticket_id: int) -> Rating | None:
        """The rating of a ticket."""
        row = self._session.first(OF_TICKET, {"number": ticket_id})
        return None if row is None else self._to_rating(row)

    def _to_rating(self, row: Sequence[Any]) -> Rating:
        cells = dict(zip(COLUMNS, row, strict=True))
        cells["outcome"] = Outcome(cells["outcome"])
        cells["level"] = None if cells["level"] is None else Level(cells["level"])
        cells["at"] = cells["at"].astimezone(self._zone)
        return Rating(**cells)
