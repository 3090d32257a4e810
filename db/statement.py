"""Statements compiled once and run on the driver itself.

SQLAlchemy Core describes and compiles them, its types convert the values; only its execution layer (some 40 µs a
statement, measured, against 5 µs of SQLite's driver) is left out, because a ticket is a dozen statements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Compiled:
    """SQL text of one dialect with the converters of its parameters and columns."""

    text: str
    fixed: Mapping[str, Any]
    parameters: Mapping[str, Convert]
    order: tuple[str, ...] | None
    columns: tuple[tuple[int, Convert], ...]

    def bind(self, values: Mapping[str, Any]) -> Any:
        """Parameters as the driver takes them."""
        raw = {**self.fixed, **values}
        for name, convert in self.parameters.items():
            raw[name] = convert(raw[name])
        return raw if self.order is None else [raw[name] for name in self.order]

    def convert(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """A row with Python's values."""
        if not self.columns:
            return tuple(row)
        cells = list(row)
        for index, convert in self.columns:
            cells[index] = convert(cells[index])
        return tuple(cells)


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
        parameters = {}
        for name, bind in compiled.binds.items():
            convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if convert is not None:
                parameters[name] = convert
        columns = []
        for index, column in enumerate(self._clause.exported_columns):
            if isinstance(column.type, sa.Integer | sa.Float):  # both drivers give Python's numbers
                continue
            convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if convert is not None:
                columns.append((index, convert))
        fixed = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        order = tuple(compiled.positiontup) if compiled.positiontup is not None else None
        return Compiled(compiled.string, fixed, parameters, order, tuple(columns))
