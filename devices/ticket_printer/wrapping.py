"""Breaking text into lines of a printer's columns (折行)."""

from __future__ import annotations

import unicodedata

# Characters that may not begin a line (避头点).
NOT_FIRST = "，。、；：！？）》〉】」』”’％%,.;:!?)]}"


def columns_of(character: str) -> int:
    """Columns a character takes: 2 for East Asian wide, full-width and ambiguous ones, 0 for combining marks."""
    if unicodedata.combining(character):
        return 0
    if ord(character) < 0x80:
        return 1
    # Outside ASCII every character of GBK is 24 dots wide, the "ambiguous" ones such as ① and · too.
    return 1 if unicodedata.east_asian_width(character) == "H" else 2


def printable(text: str) -> str:
    """``text`` with control characters as blanks: a name must never reach the printer as a command."""
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character for character in text
    )


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most ``columns`` columns; an empty line for empty text.

    Latin words are kept whole where they fit a line, and closing punctuation is not left to begin a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(printable(paragraph).rstrip(), columns))
    return lines


def _wrap_paragraph(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    rest = text
    while True:
        end = _fitting(rest, columns)
        if end >= len(rest):
            return [*lines, rest]
        cut = _good_break(rest, end)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip(" ")


def _fitting(text: str, columns: int) -> int:
    used = 0
    for index, character in enumerate(text):
        used += columns_of(character)
        if used > columns:
            return max(index, 1)
    return len(text)


def _good_break(text: str, end: int) -> int:
    cut = end
    while cut > 1 and _is_word(text[cut - 1]) and _is_word(text[cut]):
        cut -= 1
    if cut <= 1:
        cut = end  # one word longer than the line
    if text[cut] in NOT_FIRST and cut > 1:
        cut -= 1
    return cut


def _is_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "-_/.@")
