"""Objects made from rows, kept while their rows stay as they are.

A call reads the whole queue, and nearly all of it is as it was a moment ago. Comparing a row costs a fraction of
turning it into an object. The whole row decides, not its version: what a rolled-back transaction had read can't
be taken for what another one wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
MOST = 20_000


class KeptRows(Generic[T]):
    """The object made last for each row id; the first column is the id. May be shared by threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[Any, tuple[Sequence[Any], T]] = {}

    def of(self, row: Sequence[Any], make: Callable[[Sequence[Any]], T]) -> T:
        """The object of ``row``, made anew when the row differs from the last one with its id."""
        known = self._kept.get(row[0])
        if known is not None and known[0] == row:
            return known[1]
        made = make(row)
        if len(self._kept) >= self._most:
            self._kept.clear()  # yesterday's rows never leave one by one
        self._kept[row[0]] = (row, made)
        return made

    def __len__(self) -> int:
        return len(self._kept)
