"""One connection in one transaction (会话)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn, TypeVar

from db.engine import BUSY_TIMEOUT_MS, Database
from db.errors import ReadOnlyUnit, translate
from db.file_signs import give_sign
from db.kept_rows import KeptRows
from db.statement import Compiled, Statement
from hall.errors import Unavailable

T = TypeVar("T")
NOTHING: Mapping[str, Any] = {}
Sent = tuple[str, Any]  # text and bound parameters


class Session:
    """Runs statements in a transaction that it began; closed by `commit` or `roll_back`.

    PostgreSQL is asked over the network: statements whose result nobody waits for (BEGIN, `later`, COMMIT) travel
    together with the next one.

    Raises:
        Unavailable: the database can't be reached or is busy for too long.
        Conflict: a constraint refused the change.
    """

    def __init__(self, database: Database, *, writable: bool) -> None:
        self._database = database
        self._dialect = database.engine.dialect
        self._error: type[Exception] = database.dbapi.Error
        self.is_postgres = database.is_postgres
        self.writable = writable
        self._begin = database.begin_write if writable else database.begin_read
        self._later: list[Sent] = []
        self._is_open = False
        try:
            self._open()
        except Exception as error:  # noqa: BLE001 - the pool wraps the driver's errors; what is not one goes on
            self._raise(error)

    def _open(self) -> None:
        self._connection = self._database.engine.raw_connection()
        self._cursor: Any = self._connection.cursor()
        self._is_open = True
        self._fresh = True
        if self.is_postgres:
            self._later = [(self._begin, None)]
            return
        try:
            if self.writable:
                self._begin_writing()
            else:
                self._cursor.execute(self._begin)
        except self._error:
            self._discard()
            raise

    def _begin_writing(self) -> None:
        # SQLite's own way of waiting sleeps up to 100 ms between tries: under eight busy writers one of them was
        # measured to wait for more than ten seconds. Asking every millisecond gives everybody a chance.
        deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
        self._cursor.execute("PRAGMA busy_timeout = 0")
        while True:
            try:
                self._cursor.execute(self._begin)
                break
            except self._database.dbapi.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(random.uniform(0.0005, 0.0015))
        self._cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")

    def all(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> list[tuple[Any, ...]]:
        """All rows."""
        compiled = self._execute(statement, values)
        try:
            rows = self._cursor.fetchall()
        except self._error as error:
            self._raise(error)
        return compiled.convert_all(rows)

    def all_kept(
        self,
        statement: Statement,
        values: Mapping[str, Any],
        make: Callable[[tuple[Any, ...]], T],
        kept: KeptRows[T],
    ) -> list[T]:
        """An object for each row; one whose row is as it was the last time is the same object as then."""
        compiled = self._execute(statement, values)
        try:
            rows = self._cursor.fetchall()
        except self._error as error:
            self._raise(error)
        return [kept.of(row, lambda row: make(compiled.convert(row))) for row in rows]

    def first(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> tuple[Any, ...] | None:
        """The first row, None for none."""
        compiled = self._execute(statement, values)
        try:
            row = self._cursor.fetchone()
        except self._error as error:
            self._raise(error)
        return None if row is None else compiled.convert(row)

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

    def later(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> None:
        """Run a change whose result nobody needs; its failure shows at the next statement or at `commit`."""
        if not self.is_postgres:
            self._execute(statement, values)
            return
        self._check(statement)
        compiled = statement.on(self._dialect)
        self._later.append((compiled.text, compiled.bind(values)))

    def change_each(self, statement: Statement, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a change for each row."""
        self._check(statement)
        compiled = statement.on(self._dialect)
        bound = [compiled.bind(row) for row in rows]
        try:
            self._flush()
            self._cursor.executemany(compiled.text, bound)
        except self._error as error:
            self._raise(error)

    def commit(self) -> None:
        """Commit and give the connection back."""
        try:
            self._send("COMMIT", None)
        except self._error as error:
            self._discard()
            self._raise(error)
        if self._database.log_file is not None and self.writable:
            give_sign(self._database.log_file)
        self._give_back()

    def roll_back(self) -> None:
        """Undo everything and give the connection back; does nothing after a commit."""
        if not self._is_open:
            return
        if self._fresh and self.is_postgres:  # nothing was begun
            self._give_back()
            return
        self._later.clear()
        try:
            # At a ROLLBACK psycopg forgets its prepared statements and prepares all of them again.
            self._cursor.execute("ROLLBACK" if self.writable else "COMMIT")
        except self._error:  # the connection is gone and the transaction with it
            self._discard()
        else:
            self._give_back()

    def _execute(self, statement: Statement, values: Mapping[str, Any]) -> Compiled:
        self._check(statement)
        compiled = statement.on(self._dialect)
        bound = compiled.bind(values)
        try:
            self._send(compiled.text, bound)
        except self._error as error:
            self._raise(error)
        return compiled

    def _send(self, text: str, bound: Any) -> None:
        if not self._later:
            self._cursor.execute(text) if bound is None else self._cursor.execute(text, bound)
            return
        first, self._fresh = self._fresh, False
        try:
            self._send_together(text, bound)
        except self._database.dbapi.OperationalError:
            # A pooled connection whose server restarted; nothing was done on it yet, but BEGIN.
            connection: Any = self._connection.driver_connection
            if not first or len(self._later) > 1 or not connection.closed:
                raise
            self._discard()
            self._open()
            self._fresh = False
            self._send_together(text, bound)
        self._later.clear()

    def _send_together(self, text: str, bound: Any) -> None:
        connection: Any = self._connection.driver_connection
        with connection.pipeline():
            for earlier, parameters in self._later:
                connection.execute(earlier, parameters)
            self._cursor.execute(text, bound)

    def _flush(self) -> None:
        if self._later:
            self._send("SELECT 1", None)

    def _check(self, statement: Statement) -> None:
        if not self._is_open:
            raise RuntimeError("the transaction has ended")
        if statement.writes and not self.writable:
            raise ReadOnlyUnit("a reading unit of work can't write")

    def _raise(self, error: Exception) -> NoReturn:
        original = getattr(error, "orig", None) or error
        named = translate(original, self._database.dbapi)
        if named is None:
            raise error
        raise named from None

    def _give_back(self) -> None:
        self._is_open = False
        self._cursor.close()
        self._connection.close()

    def _discard(self) -> None:
        self._is_open = False
        self._connection.invalidate()
