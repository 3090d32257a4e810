"""Migrations on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import db.complaint_tables
import db.register_tables
import db.search_tables  # noqa: F401 - puts its tables into the metadata
from db.crypto import Keys
from db.engine import connect
from db.errors import SchemaMismatch
from db.schema import MIGRATIONS, known_revisions, upgrade
from db.store import SqlStore, open_store
from db.tables import metadata
from hall.errors import Unavailable


def checks_of(engine: sa.Engine) -> set[tuple[str, str | None]]:
    inspector = sa.inspect(engine)
    return {(t, c["name"]) for t in inspector.get_table_names() for c in inspector.get_check_constraints(t)}


def test_the_migrations_make_exactly_the_tables(any_store: SqlStore) -> None:
    engine = any_store.database.engine
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
    wanted = {
        (table.name, constraint.name)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, sa.CheckConstraint)
    }
    named = {(table, f"ck_{table}_{name}" if not str(name).startswith("ck_") else name) for table, name in wanted}
    assert {(t, str(n)) for t, n in checks_of(engine)} == {(t, str(n)) for t, n in named}


def test_upgrading_twice_is_upgrading_once(any_store: SqlStore) -> None:
    upgrade(any_store.database)
    with any_store.reading() as uow:
        assert list(uow.windows.all()) == []
    with any_store.database.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM journal_head")) == 1


def test_what_was_taken_down_before_requests_had_keys_stays_and_is_no_twin(any_url: str) -> None:
    database = connect(any_url)
    with database.engine.begin() as connection:  # back to the tables of 0009, with two rows in them
        for table in ("complaints", "service_requests", "first_contacts", "appointments"):
            connection.execute(sa.text(f"DROP INDEX uq_{table}_request"))
            connection.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN request"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0009'"))
        for number in (1, 2):
            columns = "token, day, at, clerk, station, person_kind, handling, passed_to, state, outcome, version"
            connection.execute(
                sa.text(
                    f"INSERT INTO first_contacts ({columns}) VALUES ('t{number}', '2025-03-03', "
                    "'2025-03-03 01:41:00', '2001', 'guide-1', 'none', 'handled', '', 'closed', '', 0)"
                )
            )
    upgrade(database)
    with database.engine.begin() as connection:
        rows = connection.execute(sa.text("SELECT token, request FROM first_contacts ORDER BY token")).all()
        assert [tuple(row) for row in rows] == [("t1", None), ("t2", None)]
        connection.execute(sa.text("UPDATE first_contacts SET request = 'k' WHERE token = 't1'"))
    with pytest.raises(sa.exc.IntegrityError), database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE first_contacts SET request = 'k' WHERE token = 't2'"))
    database.engine.dispose()


def test_a_database_of_a_newer_program_is_refused(any_url: str, hall_keys: Keys) -> None:
    database = connect(any_url)
    with database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaMismatch, match="9999") as refusal:
        open_store(any_url, hall_keys)
    assert "请先升级程序" in refusal.value.message
    with pytest.raises(SchemaMismatch):
        upgrade(database)
    database.engine.dispose()


def test_a_database_without_tables_is_refused(tmp_path: Path, hall_keys: Keys, postgres_url: str) -> None:
    (tmp_path / "empty.db").touch()
    for url in (f"sqlite:///{tmp_path / 'empty.db'}", postgres_url):
        with pytest.raises(SchemaMismatch) as refusal:
            open_store(url, hall_keys)
        assert "hallctl db init" in refusal.value.message


def test_a_database_that_does_not_exist_is_not_made_by_opening_it(tmp_path: Path, hall_keys: Keys) -> None:
    with pytest.raises(Unavailable):
        open_store(f"sqlite:///{tmp_path / 'none.db'}", hall_keys)
    assert list(tmp_path.iterdir()) == []


def test_every_revision_has_its_place_in_one_line() -> None:
    files = {path.name[:4] for path in MIGRATIONS.glob("versions/0*.py")}
    revisions = known_revisions()
    walked = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
    assert revisions == walked
    assert set(revisions) == files and len(revisions) == len(files)
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1
