"""Finding an item by its English name (英文查找): the keypad has no blank, words follow one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hall.catalogue.item import ServiceItem
from hall.catalogue.spelling import normal

SHORTEST_WORD = 4  # “of”, “for” and “the” tell nothing apart


class EnglishIndex:
    """Built once for a catalogue; items without an English name are not in it.

    Args:
        items: active items in catalogue order.
    """

    def __init__(self, items: Sequence[ServiceItem] = ()) -> None:
        self._names: list[tuple[ServiceItem, list[str]]] = []
        shown: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for item in items:
            words = [word for word in item.english.split() if normal(word)]
            if words:
                self._names.append((item, [normal(word) for word in words]))
            for word in words:
                if len(normal(word)) >= SHORTEST_WORD:
                    shown.setdefault(normal(word), word.strip(",.;:()").capitalize())
                    counts[normal(word)] += 1
        self._offered = [(word, shown[word]) for word in sorted(shown, key=lambda word: (-counts[word], word))]

    def find(self, query: str, *, among: str = "") -> tuple[ServiceItem, ...]:
        """Items in whose name a word begins so, those whose name begins so before the others.

        Args:
            query: letters of one word, or of several without blanks.
            among: code of a department; empty for all.
        """
        wanted, found = normal(query), []
        for item, words in self._names if wanted else ():
            if among in ("", item.department):
                places = (i for i in range(len(words)) if "".join(words[i:]).startswith(wanted))
                place = next(places, None)
                if place is not None:
                    found.append((place > 0, item))
        return tuple(item for _, item in sorted(found, key=lambda each: each[0]))

    def words(self, query: str, limit: int, *, among: str = "") -> tuple[str, ...]:
        """Words that begin so, the most frequent first; each of them finds something."""
        wanted = normal(query)
        fitting = (shown for word, shown in self._offered if word.startswith(wanted) and word != wanted)
        return tuple(shown for shown in fitting if self.find(shown, among=among))[:limit]
