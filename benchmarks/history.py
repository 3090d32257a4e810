"""Ten years of tickets, written straight into the tables (十年历史数据).

What a hall of 2,000 visitors a day leaves on 2,500 working days: tickets with their calls, holders, ratings and
counters, and one journal record a ticket (a real hall's journal has about five; they are only ever appended to and
read by their number). The records' hashes are of no chain: such a database is for measuring only.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from db.engine import Database

A_DAY = 2_000
PREFIXES = "ABCDEFGHJK"
CHUNK = 250_000

# One row of the series is `i`, the ticket's place from 0 on; {day} its day, {at} a moment of it.
TICKETS = """
INSERT INTO tickets (day, prefix, number, item, item_name, department, zone, state, issued_at, queued_at, station,
  priority, priority_reason, holder_kind, holder, "window", clerk, called_at, started_at, finished_at, calls,
  requeues, paperless, version)
SELECT {day}, substr('{prefixes}', 1 + i % 10, 1), (i % {a_day}) / 10 + 1, {item}, '食品经营许可', 'scjg', 'A',
  CASE i % 33 WHEN 0 THEN 'missed' WHEN 1 THEN 'void' ELSE 'finished' END, {at}, {at}, 'kiosk-1',
  CASE i % 10 WHEN 0 THEN 4 ELSE 5 END, '', 'id_card', '王*国', i % 24 + 1, '3001', {at}, {at}, {at}, 1,
  0, {false}, 4
FROM {series}
"""
HOLDERS = """
INSERT INTO ticket_holders (ticket, day, lookup, name, id_number)
SELECT i + 1, {day}, {bytes}, {bytes}, {bytes} FROM {series} WHERE i % 10 < 6
"""
CALLS = """
INSERT INTO ticket_calls (ticket, day, "window", priority, at)
SELECT i + 1, {day}, i % 24 + 1, 5, {at} FROM {series}
"""
RATINGS = """
INSERT INTO ratings (ticket, label, item, department, clerk, "window", outcome, level, at, named)
SELECT i + 1, 'A001', {item}, 'scjg', '3001', i % 24 + 1, 'rated', 5, {at}, {true}
FROM {series} WHERE i % 33 > 1 AND i % 10 < 7
"""
JOURNAL = """
INSERT INTO journal (seq, at, actor, station, kind, subject, payload, prev_hash, hash)
SELECT {head} + i + 1, {at}, '3001', 'counter-3', 'ticket.finished', 'ticket:' || (i + 1),
  '{{"clerk":"3001","item":"SX002","label":"A023","seconds":431,"state":"finished","window":3,"zone":"A"}}',
  '{hash}', '{hash}' FROM {series}
"""
COUNTERS = """
INSERT INTO ticket_counters (day, prefix, last) SELECT day, prefix, max(number) FROM tickets GROUP BY day, prefix
"""

SQLITE = {
    "series": "(WITH RECURSIVE s(i) AS (VALUES({first}) UNION ALL SELECT i + 1 FROM s WHERE i + 1 < {last})"
    " SELECT i FROM s)",
    "day": "date('{start}', (i / {a_day}) || ' days')",
    "at": "strftime('%Y-%m-%dT%H:%M:%S', '{start}', (i / {a_day}) || ' days',"
    " (3600 + i % {a_day} * 14) || ' seconds') || '.000000Z'",
    "item": "printf('SX%03d', i % 30 + 1)",
    "bytes": "randomblob(48)",
    "false": "0",
    "true": "1",
}
POSTGRES = {
    "series": "generate_series({first}, {last} - 1) AS s(i)",
    "day": "(DATE '{start}' + i / {a_day})",
    "at": "(TIMESTAMPTZ '{start} 01:00:00Z' + make_interval(days => i / {a_day}, secs => i % {a_day} * 14))",
    "item": "'SX' || lpad((i % 30 + 1)::text, 3, '0')",
    "bytes": "decode(md5(i::text) || md5((i + 1)::text) || md5((i + 2)::text), 'hex')",
    "false": "false",
    "true": "true",
}


def fill(database: Database, *, tickets: int, until: date) -> None:
    """Write ``tickets`` tickets of the days before ``until`` into a database that has none; takes minutes.

    Raises:
        ValueError: ``tickets`` is not a whole number of days.
    """
    if tickets % A_DAY:
        raise ValueError(f"tickets must be a multiple of {A_DAY}")
    start = until - timedelta(days=tickets // A_DAY)
    words = POSTGRES if database.is_postgres else SQLITE
    connection = database.engine.raw_connection()
    try:
        cursor: Any = connection.cursor()
        _hurry(cursor, database)
        cursor.execute("SELECT seq FROM journal_head")
        head = int(cursor.fetchone()[0])
        for statement in (TICKETS, HOLDERS, CALLS, RATINGS, JOURNAL):
            for first in range(0, tickets, CHUNK):
                place = {"first": first, "last": min(first + CHUNK, tickets), "start": start, "a_day": A_DAY}
                given = {name: text.format(**place) for name, text in words.items()}
                cursor.execute(statement.format(**given, **place, prefixes=PREFIXES, head=head, hash="0" * 64))
        cursor.execute(COUNTERS)
        cursor.execute(f"UPDATE journal_head SET seq = {head + tickets}")
        if database.is_postgres:
            cursor.execute("VACUUM ANALYZE")  # autovacuum would have done it over the years
            cursor.execute("CHECKPOINT")
    finally:
        connection.invalidate()  # its hurry must not go back to the pool


def _hurry(cursor: Any, database: Database) -> None:
    if database.is_postgres:
        for setting in ("synchronous_commit = off", "lock_timeout = 0", "session_replication_role = replica"):
            cursor.execute(f"SET {setting}")
        return
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"):
        cursor.execute(f"PRAGMA {pragma}")
        cursor.fetchall()
