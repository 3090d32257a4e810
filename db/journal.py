"""The journal's rows and its head (留痕日志).

Every committing transaction takes the head row under a lock, gives its records the next numbers and hashes, and
moves the head on. So ``seq`` is gapless and in commit order: who has seen N has seen all before it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from db.crypto import Keys
from db.journal_signs import CHANNEL, sign_of
from db.revisions import Head
from db.session import Session
from db.statement import Statement
from db.tables import journal, journal_head
from db.types import UtcTime
from hall.journal.record import GENESIS, Record, chain_hash

COLUMNS = tuple(column.name for column in journal.c)

h = journal_head.c
_head = (h.seq, h.hash, h.catalogue_revision, h.windows_revision)
HEAD = Statement(sa.select(*_head))
HEAD_AND_CLOCK = Statement(sa.select(*_head, sa.func.clock_timestamp(type_=UtcTime)))
LOCK_HEAD = Statement(sa.select(*_head).with_for_update())
APPEND = Statement(sa.insert(journal))
_move = sa.update(journal_head).values(
    seq=sa.bindparam("seq"),
    hash=sa.bindparam("hash"),
    catalogue_revision=h.catalogue_revision + sa.bindparam("catalogue", type_=sa.Integer),
    windows_revision=h.windows_revision + sa.bindparam("windows", type_=sa.Integer),
)
MOVE_HEAD = Statement(_move)
MOVE_HEAD_AND_TELL = Statement(
    _move.returning(sa.func.pg_notify(sa.literal_column(f"'{CHANNEL}'"), sa.bindparam("sign", type_=sa.Text)))
)
AFTER = Statement(
    sa.select(journal.c.seq, journal.c.kind)  # no more: fifty boards ask at each change
    .where(journal.c.seq > sa.bindparam("seen"))
    .order_by(journal.c.seq)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
FIRST_HEAD = {"id": 1, "seq": 0, "hash": GENESIS, "catalogue_revision": 0, "windows_revision": 0}


@dataclass(frozen=True, slots=True)
class Pending:
    """An event waiting for its place in the chain; the payload is canonical already."""

    actor: str
    station: str
    kind: str
    subject: str
    payload_text: str


def read_head(session: Session) -> tuple[Head, datetime]:
    """The head row and the database server's clock, UTC.

    SQLite has no server: its clock is this machine's.
    """
    if session.is_postgres:
        row = session.one(HEAD_AND_CLOCK)
        return Head(*row[:4]), row[4]
    return Head(*session.one(HEAD)), datetime.now(UTC)


def append(
    session: Session,
    found: Head,
    pending: Sequence[Pending],
    keys: Keys,
    *,
    at: datetime,
    catalogue_changed: bool,
    windows_changed: bool,
) -> None:
    """Write the records and move the head on, as the last statements of the transaction.

    ``found`` is the head at the beginning; SQLite's one writer may trust it, PostgreSQL locks and reads it again.
    """
    head = Head(*session.one(LOCK_HEAD)) if session.is_postgres else found
    seq, prev_hash = head.seq, head.hash
    rows: list[dict[str, Any]] = []
    for event in pending:
        seq += 1
        digest = chain_hash(
            keys.keyed_hash,
            seq=seq,
            at=at,
            actor=event.actor,
            station=event.station,
            kind=event.kind,
            subject=event.subject,
            payload_text=event.payload_text,
            prev_hash=prev_hash,
        )
        rows.append(
            {
                "seq": seq,
                "at": at,
                "actor": event.actor,
                "station": event.station,
                "kind": event.kind,
                "subject": event.subject,
                "payload": event.payload_text,
                "prev_hash": prev_hash,
                "hash": digest,
            }
        )
        prev_hash = digest
    for row in rows:
        session.later(APPEND, row)
    moved = {"seq": seq, "hash": prev_hash, "catalogue": int(catalogue_changed), "windows": int(windows_changed)}
    if session.is_postgres:
        session.later(MOVE_HEAD_AND_TELL, moved | {"sign": sign_of(seq, [event.kind for event in pending])})
    else:
        session.later(MOVE_HEAD, moved)


def to_record(row: Sequence[Any]) -> Record:
    """A record from its row. It is not checked here; a payload that somebody damaged reads as empty."""
    cells = dict(zip(COLUMNS, row, strict=True))
    try:
        payload = json.loads(cells.pop("payload"))
    except (ValueError, TypeError):
        payload = {}
    return Record(**cells, payload=payload if isinstance(payload, dict) else {})
