"""Staff (窗口人员)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.session import Session
from db.statement import Statement
from db.tables import clerk_items, clerks
from hall.errors import NotFound
from hall.identity import Role
from hall.staffing.clerk import Clerk

COLUMNS = ("number", "name", "department", "roles", "password_hash", "phone", "photo", "active")

_every = sa.select(*(clerks.c[name] for name in COLUMNS))
_items = sa.select(clerk_items.c.clerk, clerk_items.c.item)
ALL = Statement(_every.order_by(clerks.c.number))
ALL_ITEMS = Statement(_items)
GET = Statement(_every.where(clerks.c.number == sa.bindparam("number")))
ITEMS = Statement(_items.where(clerk_items.c.clerk == sa.bindparam("number")))
_put = insert(clerks)
PUT = Statement(
    _put.on_conflict_do_update(
        index_elements=["number"], set_={name: _put.excluded[name] for name in COLUMNS if name != "number"}
    )
)
FORGET_ITEMS = Statement(sa.delete(clerk_items).where(clerk_items.c.clerk == sa.bindparam("number")))
PUT_ITEM = Statement(sa.insert(clerk_items))


class SqlClerks:
    """Fills `hall.ports.ClerkRepository`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: str) -> Clerk:
        """One clerk.

        Raises:
            NotFound: no such staff number.
        """
        row = self._session.first(GET, {"number": number})
        if row is None:
            raise NotFound(f"clerk {number}")
        return _to_clerk(row, frozenset(item for _, item in self._session.all(ITEMS, {"number": number})))

    def all(self) -> Sequence[Clerk]:
        """All clerks by number."""
        trained: dict[str, set[str]] = defaultdict(set)
        for number, item in self._session.all(ALL_ITEMS):
            trained[number].add(item)
        return [_to_clerk(row, frozenset(trained[row[0]])) for row in self._session.all(ALL)]

    def put(self, clerk: Clerk) -> None:
        """Add or replace a clerk, for set-up."""
        row = {name: getattr(clerk, name) for name in COLUMNS} | {"roles": " ".join(sorted(clerk.roles))}
        self._session.change(PUT, row)
        self._session.change(FORGET_ITEMS, {"number": clerk.number})
        self._session.change_each(
            PUT_ITEM, [{"clerk": clerk.number, "item": item} for item in sorted(clerk.trained_items)]
        )


def _to_clerk(row: Sequence[Any], trained: frozenset[str]) -> Clerk:
    cells = dict(zip(COLUMNS, row, strict=True))
    roles = frozenset(Role(role) for role in cells["roles"].split())
    return Clerk(**{**cells, "roles": roles}, trained_items=trained)
