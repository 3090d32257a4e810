"""Statements compiled once and run on the driver itself.

SQLAlchemy Core describes and compiles them, its types convert the values; only its execution layer (some 40 µs a
statement, measured, against 5 µs of SQLite's driver) is left out, because a ticket is a dozen statements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

Convert = Callable[[Any], Any]


class Compiled:
    """SQL text of one dialect with the converters of its parameters and columns."""

    __slots__ = ("_columns", "_fixed", "_parameters", "_positional", "text")

    def __init__(
        self,
        text: str,
        parameters: Sequence[tuple[str, Convert | None]],
        fixed: Mapping[str, Any],
        columns: Sequence[tuple[int, Convert]],
        *,
        positional: bool,
    ) -> None:
        self.text = text
        self._parameters = tuple(parameters)
        self._fixed = fixed
        self._columns = tuple(columns)
        self._positional = positional

    def bind(self, values: Mapping[str, Any]) -> Any:
        """Parameters as the driver takes them."""
        if self._fixed:
            values = {**self._fixed, **values}
        if self._positional:
            return [
                values[name] if convert is None else convert(values[name]) for name, convert in self._parameters
            ]
        return {
            name: values[name] if convert is None else convert(values[name]) for name, convert in self._parameters
        }

    def convert(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """A row with Python's values."""
        if not self._columns:
            return tuple(row)
        cells = list(row)
        for index, convert in self._columns:
            cells[index] = convert(cells[index])
        return tuple(cells)

    def convert_all(self, rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """Rows with Python's values."""
        return [self.convert(row) for row in rows]


class Statement:
    """One statement (语句), made at import from Core; parameters are ``sa.bindparam`` or the table's columns."""

    __slots__ = ("_clause", "_columns", "_compiled", "writes")

    def __init__(self, clause: sa.SelectBase | sa.UpdateBase, *, columns: Sequence[str] | None = None) -> None:
        """``columns``: of an INSERT without values, those that are given; None for all."""
        self._clause = clause
        self._columns = columns
        self._compiled: dict[str, Compiled] = {}
        self.writes = isinstance(clause, sa.UpdateBase) or getattr(clause, "_for_update_arg", None) is not None

    def on(self, dialect: Dialect) -> Compiled:
        """The statement for this dialect, compiled at the first call."""
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = self._compile(dialect)
        return found

    def _compile(self, dialect: Dialect) -> Compiled:
        compiled = self._clause.compile(dialect=dialect, column_keys=self._columns)
        if not isinstance(compiled, sa.sql.compiler.SQLCompiler):
            raise TypeError(f"not a statement: {self._clause}")
        columns = []
        for index, column in enumerate(self._clause.exported_columns):
            if isinstance(column.type, sa.Integer | sa.Float):  # both drivers give Python's numbers
                continue
            convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if convert is not None:
                columns.append((index, convert))
        order = compiled.positiontup if compiled.positiontup is not None else list(compiled.binds)
        parameters = [
            (name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order
        ]
        fixed = {
            name: bind.value for name, bind in compiled.binds.items() if bind.value is not None and name in order
        }
        return Compiled(compiled.string, parameters, fixed, columns, positional=compiled.positiontup is not None)
