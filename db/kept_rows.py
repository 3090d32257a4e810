"""Objects made from rows, kept while their rows stay as they are.

A call reads the whole queue, and nearly all of it is as it was a moment ago. Comparing a row costs a fraction of
turning it into an object. The whole row decides, not its version: what a rolled-back transaction had read can't
be taken for what another one wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
LEAST = 64  # repeated questions before anything is forgotten
MOST = 8_000  # rows in all, when each is asked for once only


class KeptRows(Generic[T]):
    """The object made last for each row id; the first column is the id. May be shared by threads.

    A row is kept while it is asked for, not while it exists: tickets that ended and yesterday's never leave one by
    one, and a station runs for months. Rows are kept in two halves. When the newer one was asked again for half as
    many rows as it has, or is full, the older is forgotten and the newer becomes the older; those in use move on.
    """

    def __init__(self, least: int = LEAST) -> None:
        self._least = least
        self._again = 0
        self._newer: dict[Any, tuple[Sequence[Any], T]] = {}
        self._older: dict[Any, tuple[Sequence[Any], T]] = {}

    def of(self, row: Sequence[Any], make: Callable[[Sequence[Any]], T]) -> T:
        """The object of ``row``, made anew when the row differs from the last one with its id."""
        known = self._newer.get(row[0])
        self._again += known is not None  # two threads may count one; it is only about when to forget
        if known is not None and known[0] == row:
            return known[1]
        if known is None:
            known = self._older.get(row[0])
        made = known[1] if known is not None and known[0] == row else make(row)
        if len(self._newer) >= MOST // 2 or self._again >= max(self._least, len(self._newer) // 2):
            self._newer, self._older, self._again = {}, self._newer, 0
        self._newer[row[0]] = (row, made)
        return made

    def __len__(self) -> int:
        return len(self._newer) + len(self._older)
