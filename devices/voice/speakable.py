"""How written codes and numbers are read aloud in a hall (号码读法).

A ticket number is read digit by digit with 1 as 幺 (⚙ 一): A001 → “A零零幺”. A window is read as a number:
12 → “十二”. These are pure functions on text; turning Chinese into sound is the synthesiser's business.
"""

from __future__ import annotations

import re
import string

CALL_TEMPLATE = "请{number}号到{window}号窗口办理"

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
# Ａ０： as typed with a Chinese input method; Chinese punctuation stays, it makes the pauses.
_FULL_WIDTH = {ord(char) + 0xFEE0: char for char in string.ascii_letters + string.digits + ":"}
_TOKEN = re.compile(
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?!\d)|(?P<code>[A-Za-z]*\d+|[A-Za-z]+)", re.ASCII
)


def spell(code: str, *, one: str = "幺") -> str:
    """Read a code character by character: ``A001`` → ``A零零幺``; what is neither letter nor digit is dropped.

    Args:
        one: how 1 is read, 幺 or 一 (⚙).
    """
    spoken = []
    for char in code.translate(_FULL_WIDTH):
        if char == "1":
            spoken.append(one)
        elif char in "023456789":
            spoken.append(_DIGITS[int(char)])
        elif char.isascii() and char.isalpha():
            spoken.append(char.upper())
    return "".join(spoken)


def count(number: int) -> str:
    """Read a whole number: 12 → 十二, 20 → 二十, 101 → 一百零一.

    Raises:
        ValueError: below 0 or above 9999.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"{number} is outside 0…9999")
    if number < 10:
        return _DIGITS[number]
    spoken = ""
    digits = str(number)
    for position, char in enumerate(digits):
        digit = int(char)
        if digit:
            spoken += _DIGITS[digit] + _UNITS[len(digits) - position - 1]
        elif not spoken.endswith("零"):
            spoken += "零"
    spoken = spoken.rstrip("零")
    return spoken.removeprefix("一") if 10 <= number <= 19 else spoken


def speakable(text: str, *, one: str = "幺") -> str:
    """Replace codes, numbers and clock times in a text by what is spoken; Chinese text stays as it is.

    With a letter in front, a leading zero or more than three digits it is a code (A001, 007, 12345: digit by
    digit), otherwise a number (3, 12); 15:00 is a time of day. Applied twice, it changes nothing more.
    """

    def read(match: re.Match[str]) -> str:
        if match["hour"]:
            minute = int(match["minute"])
            spoken_minute = "" if not minute else f"{'零' if minute < 10 else ''}{count(minute)}分"
            return f"{count(int(match['hour']))}点{spoken_minute}"
        code = match["code"]
        is_number = code.isdigit() and len(code) <= 3 and (code == "0" or not code.startswith("0"))
        return count(int(code)) if is_number else spell(code, one=one)

    return _TOKEN.sub(read, text.translate(_FULL_WIDTH))


def call_text(number: str, window: str, *, template: str = CALL_TEMPLATE, one: str = "幺") -> str:
    """The spoken call (叫号): “请A零零幺号到三号窗口办理”.

    Args:
        number: ticket number as printed, ``A001``.
        window: window number as printed; digits are read as a number, anything else is spelled.
        template: hall's wording with ``{number}`` and ``{window}``.

    Raises:
        ValueError: the template has other fields, or lacks one of the two.
    """
    if "{number}" not in template or "{window}" not in template:
        raise ValueError(f"the template needs {{number}} and {{window}}: {template!r}")
    spoken_window = count(int(window)) if window.isdecimal() and len(window) <= 3 else spell(window, one=one)
    try:
        return template.format(number=spell(number, one=one), window=spoken_window)
    except (KeyError, IndexError) as error:
        raise ValueError(f"the template has an unknown field: {template!r}") from error
