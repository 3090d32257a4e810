"""SMS-SUBMIT in PDU mode (短信 PDU 编码), without I/O: Chinese in UCS2, long texts in linked parts.

Source: 3GPP TS 23.040 §9.2.2.2 (SMS-SUBMIT), §9.2.3.24.1 (concatenation, 8-bit reference), TS 23.038 (UCS2).
Everything is sent as UCS2: 70 units a message, or 67 in each of several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_PARTS = 10
SINGLE_BYTES = 140
PART_BYTES = 134  # 140 less six of header
_NUMBER = re.compile(r"\+?[0-9]{3,20}", re.ASCII)
_SUBMIT_RELATIVE_VALIDITY = 0x11
_USER_DATA_HEADER = 0x40
_ONE_DAY = 0xA7


@dataclass(frozen=True, slots=True)
class SubmitPdu:
    """One part, ready for ``AT+CMGS``; the repr shows neither number nor text.

    Attributes:
        hex: the whole PDU with the service centre's length (00: the one on the SIM), upper case.
        length: bytes after that, the argument of ``AT+CMGS``.
    """

    hex: str
    length: int

    def __repr__(self) -> str:
        return f"SubmitPdu({self.length} bytes)"


def encode_submit(number: str, text: str, *, reference: int) -> tuple[SubmitPdu, ...]:
    """The parts of a message, in order.

    Args:
        number: three to twenty digits, with ``+`` when international.
        text: not empty; a character outside the BMP takes two units and is never cut.
        reference: 0 to 255, the same in all parts and different from the message before.

    Raises:
        ValueError: no such number, no text, or more than ten parts. The error shows neither.
    """
    if not _NUMBER.fullmatch(number):
        raise ValueError("not a phone number")
    if not text:
        raise ValueError("no text")
    contents = _contents(text, reference)
    return tuple(_submit(number, content, linked=len(contents) > 1) for content in contents)


def split_text(text: str) -> list[bytes]:
    """The text in UTF-16BE, in pieces that fit a message; no pair of surrogates is cut.

    Raises:
        ValueError: more than ten parts, or a lone surrogate.
    """
    try:
        whole = text.encode("utf-16-be")
    except UnicodeEncodeError:
        raise ValueError("the text has a lone surrogate") from None
    if len(whole) <= SINGLE_BYTES:
        return [whole]
    pieces = [b""]
    for character in text:
        data = character.encode("utf-16-be")
        if len(pieces[-1]) + len(data) > PART_BYTES:
            pieces.append(b"")
        pieces[-1] += data
    if len(pieces) > MAX_PARTS:
        raise ValueError(f"the text needs {len(pieces)} messages, at most {MAX_PARTS} are sent")
    return pieces


def _contents(text: str, reference: int) -> list[bytes]:
    """User data of every part, with its header when there are several."""
    pieces = split_text(text)
    if len(pieces) == 1:
        return pieces
    total = len(pieces)
    return [bytes((5, 0, 3, reference, total, number)) + piece for number, piece in enumerate(pieces, start=1)]


def _submit(number: str, content: bytes, *, linked: bool) -> SubmitPdu:
    first = _SUBMIT_RELATIVE_VALIDITY | (_USER_DATA_HEADER if linked else 0)
    digits = number.lstrip("+")
    kind = 0x91 if number.startswith("+") else 0x81
    tpdu = bytes((first, 0, len(digits), kind)) + _swapped(digits)
    tpdu += bytes((0, 0x08, _ONE_DAY, len(content))) + content  # protocol 0, UCS2
    return SubmitPdu("00" + tpdu.hex().upper(), len(tpdu))


def _swapped(digits: str) -> bytes:
    """Digits two to a byte, the first in the low half, F filling up."""
    even = digits + "F" * (len(digits) % 2)
    return bytes(int(even[i + 1] + even[i], 16) for i in range(0, len(even), 2))
