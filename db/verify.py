"""Checks the journal's chain in a database (校验留痕链), believing nothing in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.crypto import Keys
from db.engine import Database
from db.errors import translated
from hall.errors import BadInput
from hall.journal.record import RawRecord, Verdict, canonical_time, verify_chain

COLUMNS = "seq, at, actor, station, kind, subject, payload, prev_hash, hash"
HEAD = "SELECT seq, hash FROM journal_head"
NO_TIME = datetime.min.replace(tzinfo=UTC)  # fits no hash
BATCH = 2000


def verify_database(database: Database, keys: Keys, *, checkpoints: Mapping[int, str] | None = None) -> Verdict:
    """Check every record, the head row, and the checkpoints kept elsewhere.

    Args:
        database: may be of any revision that has a journal; it is only read.
        keys: those the journal was written with.
        checkpoints: seq -> hash, as `read_checkpoints` gives them.

    Raises:
        Unavailable: the database can't be read.
    """
    kept = dict(checkpoints or {})
    wrong: list[int] = []

    def watched(rows: Iterator[RawRecord]) -> Iterator[RawRecord]:
        for row in rows:
            expected = kept.pop(row.seq, row.hash)
            if expected != row.hash:
                wrong.append(row.seq)
            yield row

    with translated(database.dbapi), _snapshot(database) as cursor:
        cursor.execute(HEAD)
        head = cursor.fetchone()
        rows = watched(_all_rows(cursor))
        verdict = verify_chain(rows, keys.keyed_hash, expected_head=None if head is None else head[1])
    if not verdict.ok:
        return verdict
    if head is None or head[0] != verdict.records:
        return Verdict(verdict.records, verdict.records + 1, "the head row does not fit the last record")
    if wrong:
        return Verdict(verdict.records, wrong[0], "the record differs from its checkpoint")
    if kept:
        reason = f"the checkpoint of record {min(kept)} lies behind the end"
        return Verdict(verdict.records, verdict.records + 1, reason)
    return verdict


def take_checkpoint(database: Database, keys: Keys, file: Path) -> int:
    """Add the newest record's seq and hash to a file that is kept away from this machine; return the seq.

    Raises:
        BadInput: the journal does not hold, and must not be vouched for.
        Unavailable: the database can't be read.
        OSError: the file can't be written.
    """
    known = read_checkpoints(file) if file.exists() else {}
    verdict = verify_database(database, keys, checkpoints=known)
    if not verdict.ok:
        message = f"留痕链在第 {verdict.first_broken} 条断开，未生成校验点。"
        raise BadInput(f"broken at {verdict.first_broken}: {verdict.reason}", message=message)
    with translated(database.dbapi), database.engine.connect() as connection:
        query = "SELECT seq, hash, at FROM journal WHERE seq = (SELECT max(seq) FROM journal)"
        row = connection.exec_driver_sql(query).fetchone()
    if row is None:
        return 0
    seq = int(row[0])
    with file.open("a", encoding="utf-8") as out:
        out.write(json.dumps({"seq": seq, "hash": row[1]}) + "\n")
    return seq


def read_checkpoints(file: Path) -> dict[int, str]:
    """Checkpoints of a file, one JSON object a line.

    Raises:
        BadInput: it can't be read.
    """
    try:
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {int(line["seq"]): str(line["hash"]) for line in lines}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{file.name}: {error}", message=f"校验点文件无法读取：{file.name}") from None


@contextmanager
def _snapshot(database: Database) -> Iterator[Any]:
    connection = database.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(database.begin_read)
        yield cursor
        cursor.execute("ROLLBACK")
    except BaseException:
        connection.invalidate()
        raise
    else:
        connection.close()


def _all_rows(cursor: Any) -> Iterator[RawRecord]:
    # In batches: a hall's journal grows to millions.
    cursor.execute(f"SELECT {COLUMNS} FROM journal ORDER BY seq LIMIT {BATCH}")
    while batch := cursor.fetchall():
        yield from (_raw(row) for row in batch)
        last = int(batch[-1][0])
        cursor.execute(f"SELECT {COLUMNS} FROM journal WHERE seq > {last} ORDER BY seq LIMIT {BATCH}")


def _raw(row: Sequence[Any]) -> RawRecord:
    seq, at, *texts = row
    return RawRecord(int(seq), _time(at), *(text if isinstance(text, str) else repr(text) for text in texts))


def _time(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        moment = datetime.fromisoformat(str(value))
        # SQLite keeps text: another spelling of the same moment is a change too.
        return moment if canonical_time(moment) == value else NO_TIME
    except ValueError:
        return NO_TIME
