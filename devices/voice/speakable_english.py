"""How codes and numbers are read aloud in English (英语读法): ``A023`` → ``A 0 2 3``, window 12 stays a number.

Pure functions on text. What makes a code is the same as in Chinese (`devices.voice.speakable`): letters before the
digits, a leading zero, or more than three digits.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{1,3}\d+|0\d+|\d{4,})(?![A-Za-z0-9])")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?|\d+|[,.;:!?]")


def speakable(text: str) -> str:
    """Put the characters of each code apart; applied twice, it changes nothing more."""
    return _CODE.sub(lambda match: " ".join(match.group()), text)


def words(text: str) -> list[str]:
    """The words, numbers and marks of a text, codes character by character: what clips are found for."""
    return _WORD.findall(speakable(text))


def for_espeak(text: str) -> str:
    """As the program espeak-ng has to be given it.

    A lone ``A`` would be read as the article, so its sound is spelled out; double brackets in the text itself, by
    which the program takes phonemes, are removed.
    """
    plain = speakable(text.replace("[", " ").replace("]", " "))
    return re.sub(r"(?<![A-Za-z0-9])A(?= \d)", "[[eI]]", plain)
