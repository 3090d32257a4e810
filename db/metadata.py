"""What all tables hang on (表元数据): names of constraints, and the checks of columns."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def quoted(values: Iterable[str]) -> str:
    """``'a', 'b'`` for a constraint or the condition of a partial index, in a fixed order."""
    return ", ".join(f"'{value}'" for value in sorted(values))


def one_of(column: str, values: Iterable[str]) -> sa.CheckConstraint:
    """The column holds one of these values only."""
    return sa.CheckConstraint(f"{column} IN ({quoted(values)})", name=f"{column}_known")
