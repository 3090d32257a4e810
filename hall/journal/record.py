"""Journal records, their canonical bytes and the check of the chain.

Each record's hash is a keyed hash (HMAC-SM3, GB/T 32905 with the HMAC of GB/T 15852.2) over the previous hash and
the record's canonical bytes. The key lies outside the database, so whoever can write rows can't recompute it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Payload = Mapping[str, Any]
KeyedHash = Callable[[bytes], bytes]  # bytes -> 32 bytes

GENESIS = "0" * 64  # prev_hash of the first record


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, before it has its place in the chain.

    Attributes:
        kind: what kind of thing changed, such as ``"ticket.called"``; readers of the feed filter by it.
        subject: what it happened to, such as ``"ticket:12"``.
        payload: JSON-able facts; personal data only masked.
    """

    kind: str
    subject: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class Record:
    """One journal record.

    Attributes:
        seq: 1, 2, 3 … without a gap, in commit order.
        at: the database server's clock, UTC.
        actor, station: who, from where.
        prev_hash, hash: 64 hex digits each.
    """

    seq: int
    at: datetime
    actor: str
    station: str
    kind: str
    subject: str
    payload: Payload
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader of the feed learns of a record: that there is one, and of what kind."""

    seq: int
    kind: str


def canonical_payload(payload: Payload) -> str:
    """The payload as stored and hashed: JSON, keys sorted, no blanks, Chinese as it is.

    Raises:
        TypeError: a value is not JSON-able.
        ValueError: NaN or infinity.
    """
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical_time(at: datetime) -> str:
    """UTC with microseconds, such as ``2025-03-03T01:02:03.000004Z``.

    Raises:
        ValueError: ``at`` has no zone.
    """
    if at.tzinfo is None:
        raise ValueError("journal times are zone-aware")
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def chain_hash(
    keyed_hash: KeyedHash,
    *,
    seq: int,
    at: datetime,
    actor: str,
    station: str,
    kind: str,
    subject: str,
    payload_text: str,
    prev_hash: str,
) -> str:
    """Hash of a record, 64 hex digits; fields are length-prefixed so that none can flow into the next."""
    fields = (str(seq), canonical_time(at), actor, station, kind, subject, payload_text, prev_hash)
    data = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (field.encode() for field in fields))
    return keyed_hash(data).hex()


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A row as the database holds it; nothing about it is believed yet."""

    seq: int
    at: datetime
    actor: str
    station: str
    kind: str
    subject: str
    payload_text: str
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Result of a check of the chain.

    Attributes:
        records: records read.
        first_broken: seq of the first record that does not fit, None when all do.
        reason: English reason for the log, empty when all is well.
    """

    records: int
    first_broken: int | None
    reason: str = ""

    @property
    def ok(self) -> bool:
        """True when the whole chain holds."""
        return self.first_broken is None


def verify_chain(rows: Iterable[RawRecord], keyed_hash: KeyedHash, *, expected_head: str | None = None) -> Verdict:
    """Check the chain from its first record.

    Args:
        rows: all rows by seq.
        keyed_hash: with the key that wrote them.
        expected_head: hash of the last record as kept elsewhere (head row, checkpoint); finds a cut-off tail.
    """
    prev_hash, count = GENESIS, 0
    for row in rows:
        count += 1
        if row.seq != count:
            return Verdict(count, min(row.seq, count), f"expected seq {count}, found {row.seq}")
        if row.prev_hash != prev_hash:
            return Verdict(count, row.seq, "prev_hash does not match the record before")
        computed = chain_hash(
            keyed_hash,
            seq=row.seq,
            at=row.at,
            actor=row.actor,
            station=row.station,
            kind=row.kind,
            subject=row.subject,
            payload_text=row.payload_text,
            prev_hash=row.prev_hash,
        )
        if computed != row.hash:
            return Verdict(count, row.seq, "hash does not match the content")
        prev_hash = row.hash
    if expected_head is not None and prev_hash != expected_head:
        return Verdict(count, count + 1, "records are missing at the end")
    return Verdict(count, None)
