"""How a register's dataclass lies in its table (登记簿的存储): derived from the field types, once, at import.

Enums and fractions are texts, sets and tuples JSON, moments come back in the hall's zone. A ``Holder`` is five
columns and a ``Secret`` one, encrypted for their row; they never change after the row was added.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, tzinfo
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from db.crypto import Keys
from db.statement import Statement
from hall.identity import SECRET, Holder, HolderKind


class Kept(Protocol):
    """A row of a register."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...


Row = TypeVar("Row", bound=Kept)
Sealed = ("name", "id_number", "phone")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    to_db: Callable[[Any], Any] = lambda value: value
    from_db: Callable[[Any, tzinfo], Any] = lambda value, zone: value


class Layout(Generic[Row]):
    """Statements and conversions of one register."""

    def __init__(self, table: sa.Table, kind: Callable[..., Row]) -> None:
        if not isinstance(kind, type):
            raise TypeError("a register keeps rows of a dataclass")
        self.table = table
        self._kind = kind
        hints = get_type_hints(kind, include_extras=True)
        names = [field.name for field in fields(kind)]
        self.people = tuple(name for name in names if hints[name] is Holder)
        self.secrets = tuple(name for name in names if _is_secret(hints[name]))
        self._plain = tuple(
            _field(name, hints[name]) for name in names if name not in (*self.people, *self.secrets)
        )
        self.columns = tuple(column.name for column in table.c)
        self.add = Statement(sa.insert(table).returning(table.c.id), columns=self.columns[1:])
        self.get = Statement(sa.select(*table.c).where(table.c.id == sa.bindparam("id")))
        self._changing = [field.name for field in self._plain if field.name != "id"]
        self.save = Statement(
            sa.update(table)
            .where(table.c.id == sa.bindparam("row"), table.c.version == sa.bindparam("seen"))
            .values({name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in self._changing})
        )
        self._finders: dict[tuple[tuple[str, bool], ...], Statement] = {}

    def find(self, equal: Mapping[str, Any]) -> Statement:
        """The statement for rows whose columns equal these values; None is IS NULL."""
        shape = tuple(sorted((name, value is None) for name, value in equal.items()))
        found = self._finders.get(shape)
        if found is None:
            c = self.table.c
            wanted = [c[name].is_(None) if none else c[name] == sa.bindparam(name) for name, none in shape]
            found = self._finders[shape] = Statement(sa.select(*c).where(*wanted).order_by(c.id))
        return found

    def searchable(self, equal: Mapping[str, object], keys: Keys) -> dict[str, Any] | None:
        """Column values to search by; None when nothing can match (somebody unknown).

        Raises:
            TypeError: a field does not exist or is encrypted.
        """
        known = {field.name: field for field in self._plain}
        wanted: dict[str, Any] = {}
        for name, value in equal.items():
            if name in self.people and isinstance(value, Holder):
                wanted[f"{name}_lookup"] = lookup = keys.lookup_hash(value.key_source)
                if lookup is None:
                    return None
            elif name in known:
                wanted[name] = None if value is None else known[name].to_db(value)
            else:
                raise TypeError(f"{self.table.name} can't be searched by {name}")
        return wanted

    def to_row(self, row: Row, token: str, keys: Keys) -> dict[str, Any]:
        """All columns but the id."""
        cells = self._cells(row) | {"token": token}
        for name in self.people:
            holder: Holder = getattr(row, name)
            cells[f"{name}_kind"] = str(holder.kind)
            cells[f"{name}_lookup"] = keys.lookup_hash(holder.key_source)
            for part in Sealed:
                column = f"{name}_{part}"
                cells[column] = self._seal(getattr(holder, part), column, token, keys)
        for name in self.secrets:
            cells[name] = self._seal(getattr(row, name), name, token, keys)
        del cells["id"]
        return cells

    def to_change(self, before: Row, after: Row) -> dict[str, Any]:
        """Parameters of `save`: the version seen, and the next one."""
        cells = self._cells(after)
        change = {f"new_{name}": cells[name] for name in self._changing}
        return change | {"new_version": before.version + 1, "row": before.id, "seen": before.version}

    def from_row(self, row: Iterable[Any], zone: tzinfo, keys: Keys) -> Row:
        """The dataclass.

        Raises:
            WrongKey: an encrypted value does not open.
        """
        cells = dict(zip(self.columns, row, strict=True))
        token = cells["token"]
        values: dict[str, Any] = {
            field.name: None if cells[field.name] is None else field.from_db(cells[field.name], zone)
            for field in self._plain
        }
        for name in self.people:
            parts = {part: self._open(cells[f"{name}_{part}"], f"{name}_{part}", token, keys) for part in Sealed}
            values[name] = Holder(HolderKind(cells[f"{name}_kind"]), **parts)
        for name in self.secrets:
            values[name] = self._open(cells[name], name, token, keys)
        row_of_it: Row = self._kind(**values)
        return row_of_it

    def _cells(self, row: Row) -> dict[str, Any]:
        return {
            field.name: None if (value := getattr(row, field.name)) is None else field.to_db(value)
            for field in self._plain
        }

    def _seal(self, text: str, column: str, token: str, keys: Keys) -> bytes | None:
        return keys.encrypt(text.encode(), self._place(column, token)) if text else None

    def _open(self, sealed: bytes | None, column: str, token: str, keys: Keys) -> str:
        return "" if sealed is None else keys.decrypt(bytes(sealed), self._place(column, token)).decode()

    def _place(self, column: str, token: str) -> str:
        return f"{self.table.name}/{column}/{token}"


def _is_secret(hint: Any) -> bool:
    return SECRET in getattr(hint, "__metadata__", ())


def _field(name: str, hint: Any) -> _Field:
    if get_origin(hint) is UnionType:
        [hint] = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (tuple, frozenset):
        outer, inner = get_origin(hint), get_args(hint)[0]
        return _Field(name, _to_json, lambda text, zone: outer(inner(value) for value in json.loads(text)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Field(name, lambda value: value.value, lambda value, zone: hint(value))
    if hint is Fraction:
        return _Field(name, str, lambda text, zone: Fraction(text))
    if hint is datetime:
        return _Field(name, from_db=lambda moment, zone: moment.astimezone(zone))
    return _Field(name)


def _to_json(values: Iterable[Any]) -> str:
    listed = [str(value) for value in values]
    return json.dumps(sorted(listed) if isinstance(values, frozenset) else listed, ensure_ascii=False)
