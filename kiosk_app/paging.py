"""Pages instead of scrolling (分页)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list.

    Attributes:
        shown: what stands on it.
        page: its index from 0.
        pages: how many there are, at least 1.
    """

    shown: tuple[T, ...]
    page: int
    pages: int


def paged(everything: Sequence[T], page: int, size: int) -> Paged[T]:
    """The page with index ``page``, moved to the nearest that exists; ``size`` is at least 1."""
    size = max(size, 1)
    pages = max(-(-len(everything) // size), 1)
    page = min(max(page, 0), pages - 1)
    return Paged(tuple(everything[page * size : (page + 1) * size]), page, pages)
