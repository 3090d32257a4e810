"""What is at rest is encrypted, and what is changed is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from db.crypto import Keys, new_keys
from db.store import SqlStore
from db.verify import read_checkpoints, take_checkpoint, verify_database
from hall.errors import BadInput
from hall.journal.record import Verdict
from hall.queueing.calling import call_next
from tests.contract.db.test_unit_of_work import record
from tests.support.sample_hall import FOOD, PROFILE, WANG, fill, open_window, take_ticket


@pytest.mark.req("C-25")
def test_no_table_holds_a_name_or_number_in_clear(any_store: SqlStore) -> None:
    fill(any_store)
    zhang = open_window(any_store, 3, "1027")
    take_ticket(any_store, FOOD, WANG)
    with any_store.begin() as uow:
        call_next(uow, 3, by=zhang, profile=PROFILE)
        uow.commit()
    everything = b""
    engine = any_store.database.engine
    with engine.connect() as connection:
        for table in sa.inspect(engine).get_table_names():
            for row in connection.execute(sa.text(f'SELECT * FROM "{table}"')):
                everything += b"|".join(c if isinstance(c, bytes) else str(c).encode() for c in row)
    if not any_store.is_postgres:
        path = Path(str(engine.url.database))
        everything += b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert WANG.masked.encode() in everything
    for secret in (WANG.name, WANG.id_number, WANG.id_number[4:-4]):
        for encoding in ("utf-8", "gb18030", "utf-16-le"):
            assert secret.encode(encoding) not in everything


TAMPERINGS = {
    "payload": ("UPDATE journal SET payload = '{}' WHERE seq = 5", 5),
    "actor": ("UPDATE journal SET actor = 'somebody' WHERE seq = 3", 3),
    "hash": ("UPDATE journal SET hash = prev_hash WHERE seq = 4", 4),
    "deleted": ("DELETE FROM journal WHERE seq = 2", 2),
    "moved": ("UPDATE journal SET seq = 100 WHERE seq = 7", 7),
    "cut off": ("DELETE FROM journal WHERE seq >= 6", 6),
    "added": (
        "INSERT INTO journal SELECT 8, at, actor, station, kind, subject, payload, hash, hash"
        " FROM journal WHERE seq = 7",
        8,
    ),
    "emptied": ("DELETE FROM journal", 1),
}


@pytest.mark.req("C-23")
@pytest.mark.parametrize("how", TAMPERINGS)
def test_the_first_changed_record_is_named(any_store: SqlStore, hall_keys: Keys, how: str) -> None:
    record(any_store, *"abcdefg")
    assert verify_database(any_store.database, hall_keys) == Verdict(7, None)
    statement, first_broken = TAMPERINGS[how]
    with any_store.database.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert verify_database(any_store.database, hall_keys).first_broken == first_broken


@pytest.mark.parametrize("value", ["2025-03-03T01:02:03.000004+00:00", "yesterday", ""])
def test_a_changed_time_is_found_even_when_it_is_none(sqlite_store: SqlStore, hall_keys: Keys, value: str) -> None:
    record(sqlite_store, "a", "b")
    with sqlite_store.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET at = ? WHERE seq = 2", (value,))
    assert verify_database(sqlite_store.database, hall_keys).first_broken == 2


def test_the_wrong_key_proves_nothing(any_store: SqlStore) -> None:
    record(any_store, "a")
    assert verify_database(any_store.database, new_keys()).first_broken == 1


def test_an_empty_journal_holds(any_store: SqlStore, hall_keys: Keys) -> None:
    assert verify_database(any_store.database, hall_keys) == Verdict(0, None)


def test_a_tail_cut_off_with_its_head_is_found_by_a_checkpoint(
    any_store: SqlStore, hall_keys: Keys, tmp_path: Path
) -> None:
    file = tmp_path / "checkpoints.jsonl"
    record(any_store, "a", "b")
    assert take_checkpoint(any_store.database, hall_keys, file) == 2
    record(any_store, "c", "d")
    assert take_checkpoint(any_store.database, hall_keys, file) == 4
    kept = read_checkpoints(file)
    assert verify_database(any_store.database, hall_keys, checkpoints=kept).ok
    with any_store.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM journal WHERE seq > 3")
        connection.exec_driver_sql("UPDATE journal_head SET seq=3, hash=(SELECT hash FROM journal WHERE seq=3)")
    assert verify_database(any_store.database, hall_keys).ok  # nobody can see it from inside
    assert verify_database(any_store.database, hall_keys, checkpoints=kept).first_broken == 4
    with pytest.raises(BadInput):
        take_checkpoint(any_store.database, hall_keys, file)
    assert read_checkpoints(file) == kept
