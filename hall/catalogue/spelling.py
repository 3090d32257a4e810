"""Whether letters spell Chinese words (拼音匹配): full pinyin, initials, characters, or a mix of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# Character -> its readings without tones, the commonest first: 行 -> ("xing", "hang").
Readings = Mapping[str, Sequence[str]]

TWO_LETTER_INITIALS = ("zh", "ch", "sh")


def normal(text: str) -> str:
    """Lower case, half width, letters, digits and characters only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def is_typed(text: str) -> bool:
    """True when something in it was typed on the keypad: a Latin letter or a digit."""
    return any(c.isascii() for c in text)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word with what may be typed for each of its characters.

    Attributes:
        text: normalised.
        readings: for each character; none for one whose pinyin is not known.
    """

    text: str
    readings: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, word: str, readings: Readings) -> Spelled:
        """A word with the readings that are known."""
        text = normal(word)
        return cls(text, tuple(tuple(readings.get(c, ())) for c in text))

    @property
    def is_known(self) -> bool:
        """False when the pinyin of one of its characters is not known."""
        return all(readings or c.isascii() for c, readings in zip(self.text, self.readings, strict=True))

    def begins(self, start: int) -> Iterator[str]:
        """What a query that matches from ``start`` on may begin with."""
        yield self.text[start]
        yield from {reading[0] for reading in self.readings[start]} - {self.text[start]}

    def match(self, typed: Typed, start: int = 0) -> int | None:
        """Where the match of a whole query ends that begins at ``start``; None for no match."""
        text, readings = self.text, self.readings
        reached: set[int] = {0}
        for index in range(start, len(text)):
            following: set[int] = set()
            for at in reached:
                following.update(typed.after(text[index], readings[index], at))
            if typed.length in following:
                return index + 1
            if not following:
                return None
            reached = following
        return None


class Typed:
    """A query while it is compared with thousands of words: what a character takes of it is found out once.

    Each character takes itself, a whole reading, or its initial; the last one may be typed in part.
    """

    def __init__(self, query: str) -> None:
        self.query = query
        self.length = len(query)
        self._known: dict[tuple[str, int], tuple[int, ...]] = {}

    def after(self, character: str, readings: Sequence[str], at: int) -> tuple[int, ...]:
        """Where in the query one may be after ``character``, from ``at`` on."""
        known = self._known.get((character, at))
        if known is None:
            known = self._known[character, at] = tuple(
                {at + taken for taken in self._takes(character, readings, at)}
            )
        return known

    def _takes(self, character: str, readings: Sequence[str], at: int) -> Iterator[int]:
        query = self.query
        if query[at] == character:
            yield 1
        for reading in readings:
            if query.startswith(reading, at):
                yield len(reading)
            elif reading.startswith(query[at:]):  # the last character, typed in part
                yield len(query) - at
            if query[at] == reading[0]:
                yield 1
                if reading.startswith(TWO_LETTER_INITIALS) and query.startswith(reading[:2], at):
                    yield 2
