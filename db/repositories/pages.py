"""Photographed pages (拍摄页); the pictures are in the document store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Any

import sqlalchemy as sa

from db.session import Session
from db.statement import Statement
from db.tables import pages
from hall.documents.page import CapturedPage, StoredFile

COLUMNS = tuple(column.name for column in pages.c)

ADD = Statement(sa.insert(pages).returning(pages.c.id), columns=COLUMNS[1:])
OF_TICKET = Statement(sa.select(*pages.c).where(pages.c.ticket == sa.bindparam("number")).order_by(pages.c.id))
DIGESTS = Statement(
    sa.select(pages.c.original_digest).union(
        sa.select(pages.c.straightened_digest).where(pages.c.straightened_digest.is_not(None))
    )
)


class SqlPages:
    """Fills `hall.ports.PageRepository`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def add(self, page: CapturedPage) -> CapturedPage:
        """Store a page; returns it with its id."""
        flat = page.straightened
        row = {
            "ticket": page.ticket,
            "original_digest": page.original.digest,
            "original_size": page.original.size,
            "original_type": page.original.media_type,
            "straightened_digest": flat and flat.digest,
            "straightened_size": flat and flat.size,
            "straightened_type": flat and flat.media_type,
            "dpi": page.dpi,
            "codes": page.codes,
            "by": page.by,
            "window": page.window,
            "at": page.at,
        }
        return replace(page, id=int(self._session.one(ADD, row)[0]))

    def of_ticket(self, ticket_id: int) -> Sequence[CapturedPage]:
        """Pages of a ticket by id."""
        return [self._to_page(row) for row in self._session.all(OF_TICKET, {"number": ticket_id})]

    def digests(self) -> frozenset[str]:
        """Digests of all files that pages refer to; every other file in the store is an orphan."""
        return frozenset(row[0] for row in self._session.all(DIGESTS))

    def _to_page(self, row: Sequence[Any]) -> CapturedPage:
        cells = dict(zip(COLUMNS, row, strict=True))
        flat = None
        if cells["straightened_digest"] is not None:
            flat = StoredFile(cells["straightened_digest"], cells["straightened_size"], cells["straightened_type"])
        return CapturedPage(
            ticket=cells["ticket"],
            original=StoredFile(cells["original_digest"], cells["original_size"], cells["original_type"]),
            straightened=flat,
            dpi=cells["dpi"],
            codes=cells["codes"],
            by=cells["by"],
            window=cells["window"],
            at=cells["at"].astimezone(self._zone),
            id=cells["id"],
        )
