"""What is read over and over is kept in memory while its revision stands (修订号).

Catalogue and windows change a few times a day and are read with every ticket. Each change raises a revision in the
journal's head row, in the same transaction; every transaction reads that row first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Head:
    """The journal's head row as a transaction found it.

    Attributes:
        seq, hash: of the last record; 0 and GENESIS for none.
        catalogue, windows: revisions.
    """

    seq: int
    hash: str
    catalogue: int
    windows: int


class Kept(Generic[Value]):
    """One value with its revision, shared by all transactions of a store; values are immutable."""

    def __init__(self) -> None:
        self._kept: tuple[int, Value] | None = None

    def get(self, revision: int, load: Callable[[], Value]) -> Value:
        """The value of this revision, loaded when another one is kept.

        It may be newer than ``revision`` when another transaction committed in between, never older.
        """
        kept = self._kept
        if kept is None or kept[0] != revision:
            kept = self._kept = (revision, load())
        return kept[1]


class Revisioned(Generic[Value]):
    """A kept value as one transaction sees it; after its own change it reads the tables."""

    def __init__(self, kept: Kept[Value], revision: int, load: Callable[[], Value]) -> None:
        self._kept = kept
        self._revision = revision
        self._load = load
        self.changed = False

    def get(self) -> Value:
        """The value."""
        return self._load() if self.changed else self._kept.get(self._revision, self._load)
