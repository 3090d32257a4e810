"""Objects made from rows, kept while their rows stay as they are.

A call reads the whole queue, and nearly all of it is as it was a moment ago. Comparing a row costs a fraction of
turning it into an object. The whole row decides, not its version: what a rolled-back transaction had read can't
be taken for what another one wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
MOST = 8_000  # more than twice a busy hall's day; beyond that a board that runs for weeks would only grow


class KeptRows(Generic[T]):
    """The object made last for each row id; the first column is the id. May be shared by threads.

    Rows are kept in two halves. When the newer is full the older is forgotten: yesterday's rows never leave one by
    one, and those in use move to the newer.
    """

    def __init__(self, most: int = MOST) -> None:
        self._half = max(most // 2, 1)
        self._newer: dict[Any, tuple[Sequence[Any], T]] = {}
        self._older: dict[Any, tuple[Sequence[Any], T]] = {}

    def of(self, row: Sequence[Any], make: Callable[[Sequence[Any]], T]) -> T:
        """The object of ``row``, made anew when the row differs from the last one with its id."""
        known = self._newer.get(row[0])
        if known is not None and known[0] == row:
            return known[1]
        if known is None:
            known = self._older.get(row[0])
        made = known[1] if known is not None and known[0] == row else make(row)
        if len(self._newer) >= self._half:
            self._newer, self._older = {}, self._newer
        self._newer[row[0]] = (row, made)
        return made

    def __len__(self) -> int:
        return len(self._newer) + len(self._older)
