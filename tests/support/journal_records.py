"""The whole records of a journal: a feed tells their kinds only."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from db.journal import COLUMNS, to_record
from db.store import SqlStore
from db.tables import journal
from hall.journal.record import Record


def records_of(store: SqlStore) -> Sequence[Record]:
    """All of them, oldest first."""
    query = sa.select(*(journal.c[name] for name in COLUMNS)).order_by(journal.c.seq)
    with store.database.engine.connect() as connection:
        return [to_record(tuple(row)) for row in connection.execute(query)]
