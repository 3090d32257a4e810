"""One connection in one transaction (会话)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from db.engine import Database
from db.errors import ReadOnlyUnit, translated
from db.statement import Statement
from hall.errors import Unavailable

NOTHING: Mapping[str, Any] = {}


class Session:
    """Runs statements in a transaction that it began; closed by `commit` or `roll_back`.

    Raises:
        Unavailable: the database can't be reached or is busy for too long.
        Conflict: a constraint refused the change.
    """

    def __init__(self, database: Database, *, writable: bool) -> None:
        self._dialect = database.engine.dialect
        self._dbapi = database.dbapi
        self.is_postgres = database.is_postgres
        self.writable = writable
        begin = database.begin_write if writable else database.begin_read
        with translated(self._dbapi):
            try:
                self._open(database, begin)
            except self._dbapi.OperationalError:
                if not self.is_postgres:
                    raise
                # A pooled connection whose server restarted; nothing was done on it yet.
                self._open(database, begin)

    def _open(self, database: Database, begin: str) -> None:
        self._connection = database.engine.raw_connection()
        self._cursor: Any = self._connection.cursor()
        self._open_ = True
        try:
            self._cursor.execute(begin)
        except self._dbapi.Error:
            self._discard()
            raise

    def all(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> list[tuple[Any, ...]]:
        """All rows."""
        convert = self._execute(statement, values)
        with translated(self._dbapi):
            return [convert(row) for row in self._cursor.fetchall()]

    def first(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> tuple[Any, ...] | None:
        """The first row, None for none."""
        convert = self._execute(statement, values)
        with translated(self._dbapi):
            row = self._cursor.fetchone()
        return None if row is None else convert(row)

    def one(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> tuple[Any, ...]:
        """The row that is certainly there."""
        row = self.first(statement, values)
        if row is None:
            raise Unavailable("a row that must exist is missing")
        return row

    def change(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> int:
        """Run a change; the number of rows changed."""
        self._execute(statement, values)
        return int(self._cursor.rowcount)

    def change_each(self, statement: Statement, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a change for each row."""
        self._refuse_when_reading(statement)
        compiled = statement.on(self._dialect)
        with translated(self._dbapi):
            self._cursor.executemany(compiled.text, [compiled.bind(row) for row in rows])

    def commit(self) -> None:
        """Commit and give the connection back."""
        with translated(self._dbapi):
            try:
                self._cursor.execute("COMMIT")
            except self._dbapi.Error:
                self._discard()
                raise
        self._give_back()

    def roll_back(self) -> None:
        """Undo everything and give the connection back; does nothing after a commit."""
        if not self._open_:
            return
        try:
            self._cursor.execute("ROLLBACK")
        except self._dbapi.Error:  # the connection is gone and the transaction with it
            self._discard()
        else:
            self._give_back()

    def _execute(self, statement: Statement, values: Mapping[str, Any]) -> Any:
        if not self._open_:
            raise RuntimeError("the transaction has ended")
        self._refuse_when_reading(statement)
        compiled = statement.on(self._dialect)
        with translated(self._dbapi):
            self._cursor.execute(compiled.text, compiled.bind(values))
        return compiled.convert

    def _refuse_when_reading(self, statement: Statement) -> None:
        if statement.writes and not self.writable:
            raise ReadOnlyUnit("a reading unit of work can't write")

    def _give_back(self) -> None:
        self._open_ = False
        self._cursor.close()
        self._connection.close()

    def _discard(self) -> None:
        self._open_ = False
        self._connection.invalidate()
