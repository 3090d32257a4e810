"""Chinese text as pinyin for the synthesiser (拼音).

``espeak-ng -v cmn-latn-pinyin`` reads syllables with tone numbers (``qing3``) and single capital letters by
name. Given characters, or the voice ``cmn``, it reads pinyin as English letters instead, so everything is
spelled out here.
"""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin

_PAUSES = {"，": ",", ",": ",", "、": ",", "；": ",", ";": ",", "：": ",", ":": ",", "。": ".", ".": ".",
           "！": ".", "!": ".", "？": ".", "?": "."}  # fmt: skip


_RAW = "\0"  # marks what pypinyin passes through, to tell a letter from a syllable


def syllables(text: str) -> list[str]:
    """One item a character: its syllable with tone number (neutral tone 5), or the character itself.

    The whole text is read at once, so that a character with several readings gets the right one (重庆, 重新).
    """
    found: list[str] = []
    for piece in lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=lambda run: _RAW + run):
        found.extend(piece[1:] if piece.startswith(_RAW) else [piece])
    return found


def to_pinyin(text: str) -> str:
    """Syllables with tone numbers, letters one by one, pauses as commas and full stops.

    Characters that have no sound (brackets, symbols) are left out. Digits are expected to be gone already
    (see `devices.voice.speakable`) and are left out too.
    """
    words: list[str] = []
    for piece in syllables(text):
        if piece in _PAUSES:
            if words:
                words[-1] = words[-1].rstrip(",.") + _PAUSES[piece]
        elif len(piece) == 1 and piece.isascii() and piece.isalpha():
            words.append(piece.upper())
        elif len(piece) > 1:
            words.append(piece)
    return " ".join(words)
