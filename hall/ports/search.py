"""What finding an item needs besides the catalogue (查找): everyday words, and the pinyin of characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall.catalogue.synonym import Synonym


class SearchRepository(Protocol):
    """Everyday words and readings; written by imports, read by kiosks."""

    def synonyms(self) -> Sequence[Synonym]:
        """All everyday words in the list's order, those of items that are off included."""

    def replace_synonyms(self, synonyms: Sequence[Synonym]) -> None:
        """Write a checked list whole."""

    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """Character -> its readings without tones, lower case, the commonest first."""

    def put_readings(self, readings: Mapping[str, Sequence[str]]) -> None:
        """Add or replace the readings of these characters."""

    def numbers_taken(self, since: date, before: date) -> Mapping[str, int]:
        """Item -> tickets of the days from ``since`` until the day before ``before``."""
