"""Finding an item (查找事项): by characters, full pinyin, initials and everyday words, all in memory.

There is no system keyboard at a kiosk: what is typed are letters, and `SearchIndex.words` offers the Chinese words
they may stand for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hall.catalogue.item import ServiceItem
from hall.catalogue.spelling import Readings, Spelled, Typed, is_typed, normal
from hall.catalogue.synonym import Synonym

LONGEST_PIECE = 8
HEADS = (2, 4)  # Chinese words are mostly of two characters, names of two words
ENDS_OF_THREE = "证卡费税金户"  # 居住证, 社保卡: the usual words of three


class Rank(IntEnum):
    """How well an item fits, the best first."""

    EXACT = 0
    BEGINS = 1
    SYNONYM = 2
    PART = 3
    SYNONYM_PART = 4
    SCATTERED = 5  # all characters, in order, with others between; only when nothing else fits


@dataclass(frozen=True, slots=True)
class Found:
    """An item that was found; ``synonym`` is the everyday word that led to it, if one did."""

    item: ServiceItem
    rank: Rank
    synonym: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the index: a name or an everyday word of one item, or one to offer."""

    spelled: Spelled
    shown: str
    item: int = -1
    is_synonym: bool = False
    weight: int = 0


class SearchIndex:
    """Built once for a catalogue; never changes.

    Args:
        items: active items in catalogue order.
        readings: pinyin of the characters; items whose characters are not in it are found by their own search keys.
        used: code -> how often numbers were taken lately; the most used come first among equals.
    """

    def __init__(
        self,
        items: Sequence[ServiceItem] = (),
        synonyms: Iterable[Synonym] = (),
        readings: Readings | None = None,
        used: Mapping[str, int] | None = None,
    ) -> None:
        known, counts = readings or {}, used or {}
        self._items = tuple(items)
        order = sorted(range(len(items)), key=lambda i: (-counts.get(items[i].code, 0), i))
        self._place = {index: place for place, index in enumerate(order)}
        by_code = {item.code: index for index, item in enumerate(items)}
        words = [_Word(Spelled.of(item.name, known), item.name, i) for i, item in enumerate(items)]
        everyday = [s for s in synonyms if s.item in by_code]
        words += [_Word(Spelled.of(s.word, known), s.word, by_code[s.item], True) for s in everyday]
        self._unspelled = [i for i, word in enumerate(words[: len(items)]) if not word.spelled.is_known]
        self._starts: dict[str, list[tuple[_Word, int]]] = {}
        for word in words:
            for start in range(len(word.spelled.text)):
                for letter in word.spelled.begins(start):
                    self._starts.setdefault(letter, []).append((word, start))
        self._synonyms = self._ordered(everyday, by_code)
        self._of_item: dict[str, str] = {}
        for synonym in everyday:
            self._of_item.setdefault(synonym.item, synonym.word)
        self._offered: dict[str, list[_Word]] = {}
        for offered in _offers(words, known):
            for letter in offered.spelled.begins(0):
                self._offered.setdefault(letter, []).append(offered)

    def everyday_word(self, code: str) -> str:
        """The first everyday word of an item, empty for none."""
        return self._of_item.get(code, "")

    def find(self, query: str, *, among: str = "") -> tuple[Found, ...]:
        """The items that fit, the best first; all of them, the most used first, for an empty query.

        Args:
            query: characters, letters and digits, mixed as they come.
            among: code of a department; empty for all.
        """
        wanted = normal(query)
        if not wanted:
            return self._sorted({i: (Rank.PART, "") for i in range(len(self._items))}, among)
        typed = Typed(wanted)
        best: dict[int, tuple[Rank, str]] = {}
        for word, start in self._starts.get(wanted[0], ()):
            end = word.spelled.match(typed, start)
            if end is None:
                continue
            rank = _rank(word, start, end)
            if word.item not in best or rank < best[word.item][0]:
                best[word.item] = rank, word.shown if word.is_synonym else ""
        for index in self._unspelled if wanted.isascii() else ():
            if index not in best and self._items[index].matches(wanted):
                keys = self._items[index].pinyin.split()
                best[index] = Rank.BEGINS if any(k.startswith(wanted) for k in keys) else Rank.PART, ""
        if not best and len(wanted) > 1 and not is_typed(wanted):
            best = {i: (Rank.SCATTERED, "") for i, item in enumerate(self._items) if _scattered(item, wanted)}
        return self._sorted(best, among)

    def words(self, query: str, limit: int) -> tuple[str, ...]:
        """Chinese words that the typed letters may stand for; for an empty query the everyday words.

        Each of them finds something. Nothing is offered for a query that is all characters.
        """
        wanted = normal(query)
        if not wanted:
            return self._synonyms[:limit]
        if not is_typed(wanted):
            return ()
        typed = Typed(wanted)
        fitting: dict[str, tuple[bool, bool, int, int]] = {}
        for word in self._offered.get(wanted[0], ()):
            end = word.spelled.match(typed)
            if end is not None and word.spelled.text != wanted:
                in_part = end < len(word.spelled.text)
                fitting.setdefault(word.shown, (in_part, not word.is_synonym, -word.weight, len(word.shown)))
        return tuple(sorted(fitting, key=lambda word: fitting[word])[:limit])

    def _ordered(self, everyday: Sequence[Synonym], by_code: Mapping[str, int]) -> tuple[str, ...]:
        """One word for each item first, the most used item first, then the others."""
        turn: Counter[str] = Counter()
        keys: dict[str, tuple[int, int]] = {}
        for synonym in everyday:
            key = (turn[synonym.item], self._place[by_code[synonym.item]])
            turn[synonym.item] += 1
            keys[synonym.word] = min(key, keys.get(synonym.word, key))
        return tuple(sorted(keys, key=lambda word: keys[word]))

    def _sorted(self, best: Mapping[int, tuple[Rank, str]], among: str) -> tuple[Found, ...]:
        kept = [i for i in best if not among or self._items[i].department == among]
        kept.sort(key=lambda i: (best[i][0], self._place[i]))
        return tuple(Found(self._items[i], *best[i]) for i in kept)


def _rank(word: _Word, start: int, end: int) -> Rank:
    if word.is_synonym:
        return Rank.SYNONYM if start == 0 else Rank.SYNONYM_PART
    if start:
        return Rank.PART
    return Rank.EXACT if end == len(word.spelled.text) else Rank.BEGINS


def _scattered(item: ServiceItem, wanted: str) -> bool:
    rest = iter(normal(item.name))
    return all(c in rest for c in wanted)


def _is_word(piece: str) -> bool:
    if len(piece) == 3:
        return piece[-1] in ENDS_OF_THREE
    return len(piece) % 2 == 0 and len(piece) <= LONGEST_PIECE


def _offers(words: Sequence[_Word], readings: Readings) -> list[_Word]:
    """The words to offer: everyday words, pieces that several names share, beginnings of names, whole names."""
    counts: Counter[str] = Counter()
    heads: set[str] = set()
    everyday: dict[str, None] = {}
    for word in words:
        text = word.spelled.text
        if word.is_synonym:
            everyday[word.shown] = None
            continue
        pieces = {
            text[i:j] for i in range(len(text)) for j in range(i + 2, min(i + LONGEST_PIECE + 1, len(text)) + 1)
        }
        counts.update(piece for piece in pieces if not is_typed(piece))
        heads.update(text[:n] for n in (*HEADS, len(text)) if n <= len(text))
    # A piece that only ever stands inside a longer one is not a word of its own: 保险参保登 in 保险参保登记.
    inside = {
        part
        for piece, count in counts.items()
        if len(piece) > 2
        for part in (piece[1:], piece[:-1])
        if counts[part] == count
    }
    shared = {piece for piece, count in counts.items() if count > 1 and piece not in inside and _is_word(piece)}
    offers = [_Word(Spelled.of(shown, readings), shown, is_synonym=True) for shown in everyday]
    return offers + [
        _Word(Spelled.of(piece, readings), piece, weight=counts[piece])
        for piece in sorted(shared | heads)
        if piece not in everyday
    ]
