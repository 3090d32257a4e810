"""Pinyin of Chinese words (拼音), made when something is imported; programs that only read need no dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pypinyin import Style, lazy_pinyin, pinyin


def to_pinyin(name: str) -> tuple[str, str]:
    """Full pinyin and initials, lower case, without blanks; letters and digits stay."""
    full = "".join(lazy_pinyin(name))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return "".join(full.split()).lower(), "".join(initials.split()).lower()


def readings_of(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Every Chinese character of some words -> all its readings without tones, the commonest first.

    ü is typed as v in input methods and as u by people who don't know that: both stand.
    """
    found: dict[str, tuple[str, ...]] = {}
    for character in sorted({c for word in words for c in word}):
        if character.isascii() or not character.isalpha():
            continue
        every = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        spelled = [s for group in every for reading in group for s in (reading, reading.replace("v", "u"))]
        known = tuple(dict.fromkeys(s for s in spelled if s.isascii() and s.isalpha()))
        if known:
            found[character] = known
    return found
