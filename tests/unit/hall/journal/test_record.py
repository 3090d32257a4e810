"""The chain: any change, cut or swap is found and named."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.journal.record import GENESIS, RawRecord, canonical_payload, canonical_time, chain_hash, verify_chain


def keyed(data: bytes) -> bytes:
    return hmac.new(b"k" * 32, data, hashlib.sha256).digest()


def chain(count: int) -> list[RawRecord]:
    rows: list[RawRecord] = []
    prev = GENESIS
    for seq in range(1, count + 1):
        at = datetime(2025, 3, 3, tzinfo=UTC) + timedelta(seconds=seq)
        row = RawRecord(seq, at, "1027", "counter-3", "ticket.called", f"ticket:{seq}", '{"a":1}', prev, "")
        digest = chain_hash(
            keyed, seq=seq, at=at, actor=row.actor, station=row.station, kind=row.kind, subject=row.subject,
            payload_text=row.payload_text, prev_hash=prev,
        )  # fmt: skip
        rows.append(replace(row, hash=digest))
        prev = digest
    return rows


def test_a_whole_chain_holds() -> None:
    rows = chain(5)
    verdict = verify_chain(rows, keyed, expected_head=rows[-1].hash)
    assert verdict.ok and verdict.records == 5


def test_an_empty_journal_holds() -> None:
    assert verify_chain([], keyed, expected_head=GENESIS).ok


@given(
    st.integers(0, 5),
    st.sampled_from(["actor", "station", "kind", "subject", "payload_text", "at", "prev_hash", "hash"]),
)
def test_a_changed_row_is_named(index: int, name: str) -> None:
    rows = chain(6)
    changed = rows[index]
    value = changed.at + timedelta(microseconds=1) if name == "at" else "0" * 63 + "1"
    rows[index] = replace(changed, **{name: value})  # type: ignore[arg-type]
    assert verify_chain(rows, keyed).first_broken == index + 1


@given(st.integers(1, 6))
def test_a_row_recomputed_without_the_key_is_named(seq: int) -> None:
    rows = chain(6)
    row = replace(rows[seq - 1], payload_text='{"a":2}')
    forged = chain_hash(
        lambda data: hashlib.sha256(data).digest(), seq=row.seq, at=row.at, actor=row.actor, station=row.station,
        kind=row.kind, subject=row.subject, payload_text=row.payload_text, prev_hash=row.prev_hash,
    )  # fmt: skip
    rows[seq - 1] = replace(row, hash=forged)
    assert verify_chain(rows, keyed).first_broken == seq


def test_a_missing_row_and_a_cut_tail_are_named() -> None:
    rows = chain(5)
    assert verify_chain(rows[:2] + rows[3:], keyed).first_broken == 3
    assert verify_chain(rows[:4], keyed, expected_head=rows[-1].hash).first_broken == 5


def test_fields_can_not_flow_into_each_other() -> None:
    at = datetime(2025, 3, 3, tzinfo=UTC)

    def digest(actor: str, station: str) -> str:
        return chain_hash(
            keyed,
            seq=1,
            at=at,
            actor=actor,
            station=station,
            kind="k",
            subject="s",
            payload_text="{}",
            prev_hash="",
        )

    assert digest("ab", "c") != digest("a", "bc")


def test_payloads_are_canonical() -> None:
    assert canonical_payload({"b": "食", "a": 1}) == '{"a":1,"b":"食"}'
    with pytest.raises(ValueError, match="JSON"):
        canonical_payload({"a": float("nan")})


def test_times_need_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        canonical_time(datetime(2025, 3, 3))
