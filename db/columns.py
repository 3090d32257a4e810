"""Columns of the registers (登记簿的列): short words for what their tables are made of."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from db.tables import metadata
from db.types import UtcTime


def text(name: str) -> sa.Column[str]:
    """A text."""
    return sa.Column(name, sa.Text, nullable=False)


def texts(*names: str) -> Iterable[sa.Column[str]]:
    """Several texts."""
    return [text(name) for name in names]


def time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    """A moment, in UTC."""
    return sa.Column(name, UtcTime, nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    """A day."""
    return sa.Column(name, sa.Date, nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer, nullable=nullable)


def person(name: str) -> Iterable[sa.Column[object]]:
    """A person: five columns, encrypted but for the kind, found by ``…_lookup``."""
    yield sa.Column(f"{name}_kind", sa.Text, nullable=False)
    for part in ("lookup", "name", "id_number", "phone"):
        yield sa.Column(f"{name}_{part}", sa.LargeBinary)


def request() -> sa.Column[str]:
    """The sender's key of a request that may come twice; unique by `sole_request`."""
    return sa.Column("request", sa.Text)


def sole_request(table: sa.Table) -> None:
    """No two rows of the same request."""
    sa.Index(f"uq_{table.name}_request", table.c.request, unique=True)


def register(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A register: its rows have an id, a version, and a token that binds encrypted values to them."""
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.Text, nullable=False),
        *columns,
        sa.Column("version", sa.Integer, nullable=False),
    )
