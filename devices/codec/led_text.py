"""Text for LED controllers (LED屏文字): they know GBK only."""

from __future__ import annotations

import unicodedata


def encode_led_text(text: str) -> bytes:
    """``text`` as GBK on one line; a character GBK has not becomes ？ (a whole one, so that widths stay).

    Control characters become blanks, and the backslash its full-width form: BX controllers read ``\\C2`` as an
    order to change colour.
    """
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    line = line.replace("\\", "＼")
    return b"".join(_encode(character) for character in line)


def _encode(character: str) -> bytes:
    try:
        return character.encode("gbk")
    except UnicodeEncodeError:
        return "？".encode("gbk")
