"""The database's tables and their revision (数据库版本); migrations are in ``db/migrations``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from db.engine import READS_ONLY, Database
from db.errors import SchemaMismatch, translated

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).with_name("migrations")
_TOLD = re.compile(r'^(revision|down_revision) = "(\w+)"$', re.MULTILINE)


def upgrade(database: Database, revision: str = "head") -> None:
    """Make or bring up the tables, in one transaction; does nothing when they are current.

    Raises:
        SchemaMismatch: the database was made by a newer program.
        Unavailable: it can't be reached.
    """
    from alembic import command  # late: only who changes tables needs it

    with translated(database.dbapi), database.engine.begin() as connection:
        current = current_revision(connection)
        if current is not None and current not in known_revisions():
            raise _too_new(current)
        command.upgrade(config(connection), revision)


def check_schema(database: Database) -> None:
    """Refuse a database whose tables this program does not know.

    Raises:
        SchemaMismatch: they are missing, older or newer.
        Unavailable: the database can't be reached.
    """
    # Reading only: a program that starts must neither wait for the windows' writing nor hold it up.
    with (
        translated(database.dbapi),
        database.engine.connect().execution_options(**{READS_ONLY: True}) as connection,
    ):
        current = current_revision(connection)
    if current is None:
        message = "数据库尚未初始化，请管理员执行 hallctl db init。"
        raise SchemaMismatch("the database has no tables", message=message)
    revisions = known_revisions()
    if current not in revisions:
        raise _too_new(current)
    if current != revisions[0]:
        message = "数据库版本较旧，请管理员备份后执行 hallctl db upgrade。"
        raise SchemaMismatch(f"database is at {current}, program at {revisions[0]}", message=message)


def known_revisions() -> list[str]:
    """Revisions that this program knows, newest first, as the files tell which follows which.

    Alembic would tell them too, by loading itself and every migration: too slow for the start of a station.
    """
    after: dict[str | None, str] = {}
    for file in (MIGRATIONS / "versions").glob("[0-9]*.py"):
        told = dict(_TOLD.findall(file.read_text(encoding="utf-8")))
        after[told.get("down_revision")] = told["revision"]
    line: list[str] = []
    following = after.get(None)
    while following is not None:
        line.insert(0, following)
        following = after.get(following)
    return line


def current_revision(connection: sa.Connection) -> str | None:
    """Revision of the database, None when it has no tables."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def config(connection: sa.Connection) -> Config:
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def _too_new(current: str) -> SchemaMismatch:
    message = "数据库由更新版本的程序建立或升级，本程序不能使用，请先升级程序。"
    return SchemaMismatch(f"unknown revision {current}", message=message)
