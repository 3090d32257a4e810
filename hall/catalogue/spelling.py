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

    def match(self, query: str, start: int = 0) -> int | None:
        """Where the match of a whole query ends that begins at ``start``; None for no match.

        Each character takes itself, a whole reading, or its initial; the last one may be typed in part.
        """
        reached = {0}
        for index in range(start, len(self.text)):
            following: set[int] = set()
            for at in reached:
                for taken in self._takes(query, at, index):
                    if at + taken == len(query):
                        return index + 1
                    following.add(at + taken)
            if not following:
                return None
            reached = following
        return None

    def _takes(self, query: str, at: int, index: int) -> Iterator[int]:
        if query[at] == self.text[index]:
            yield 1
        for reading in self.readings[index]:
            if query.startswith(reading, at):
                yield len(reading)
            elif reading.startswith(query[at:]):  # the last character, typed in part
                yield len(query) - at
            if query[at] == reading[0]:
                yield 1
                if reading.startswith(TWO_LETTER_INITIALS) and query.startswith(reading[:2], at):
                    yield 2
