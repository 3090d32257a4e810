"""IPP (互联网打印协议) messages, without I/O: what every network printer and CUPS understand.

Source: RFC 8010 (encoding), RFC 8011 (operations). A message is ``version(2) operation-or-status(2)
request-id(4)``, then groups of attributes, each ``tag(1) name-length(2) name value-length(2) value``, then the tag
``03`` and the document. An attribute without a name is a further value of the one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

VERSION = b"\x02\x00"
OPERATION_GROUP, JOB_GROUP, END = 0x01, 0x02, 0x03
FIRST_VALUE_TAG = 0x10


class Operation(IntEnum):
    """The operations used here."""

    PRINT_JOB = 0x0002
    GET_PRINTER_ATTRIBUTES = 0x000B


class Tag(IntEnum):
    """Value tags; the others are kept as raw bytes."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


_NUMBERS = (Tag.INTEGER, Tag.ENUM)
_TEXTS = (Tag.NAME, 0x41, Tag.KEYWORD, Tag.URI, Tag.CHARSET, Tag.LANGUAGE, Tag.MIME_TYPE)
Value = int | bool | str | bytes
Attribute = tuple[Tag, str, Value]


class IppError(ValueError):
    """Bytes that are no IPP message."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer.

    Attributes:
        status: below 0x0100 for success; 0x04xx the request was wrong, 0x05xx the printer could not.
        attributes: all groups together, each attribute with its values.
    """

    status: int
    request_id: int
    attributes: Mapping[str, Sequence[Value]]

    @property
    def ok(self) -> bool:
        return self.status < 0x0100

    def first(self, name: str) -> Value | None:
        """The first value of an attribute, None when the printer did not send it."""
        values = self.attributes.get(name, ())
        return values[0] if values else None


def encode_request(
    operation: Operation, request_id: int, operation_attributes: Sequence[Attribute], job: Sequence[Attribute] = ()
) -> bytes:
    """A request up to its end tag; the document follows it as it is."""
    parts = [VERSION, operation.to_bytes(2, "big"), request_id.to_bytes(4, "big"), bytes((OPERATION_GROUP,))]
    parts += [_encode(attribute) for attribute in operation_attributes]
    if job:
        parts += [bytes((JOB_GROUP,)), *(_encode(attribute) for attribute in job)]
    parts.append(bytes((END,)))
    return b"".join(parts)


def decode_response(data: bytes) -> Response:
    """Read an answer.

    Raises:
        IppError: cut off, or not IPP.
    """
    if len(data) < 9 or data[0] not in (1, 2):
        raise IppError(f"{len(data)} bytes that begin with {data[:4].hex()}")
    attributes: dict[str, list[Value]] = {}
    name, at = "", 8
    while True:
        tag = _slice(data, at, 1)[0]
        at += 1
        if tag == END:
            return Response(int.from_bytes(data[2:4], "big"), int.from_bytes(data[4:8], "big"), attributes)
        if tag < FIRST_VALUE_TAG:
            continue
        key, at = _counted(data, at)
        value, at = _counted(data, at)
        if key:
            name = key.decode("ascii", "replace")
        attributes.setdefault(name, []).append(_decode(tag, value))


def _encode(attribute: Attribute) -> bytes:
    tag, name, value = attribute
    if isinstance(value, bool):
        raw = bytes((value,))
    elif isinstance(value, int):
        raw = value.to_bytes(4, "big", signed=True)
    else:
        raw = value.encode() if isinstance(value, str) else value
    key = name.encode("ascii")
    return bytes((tag,)) + len(key).to_bytes(2, "big") + key + len(raw).to_bytes(2, "big") + raw


def _decode(tag: int, raw: bytes) -> Value:
    if tag in _NUMBERS and len(raw) == 4:
        return int.from_bytes(raw, "big", signed=True)
    if tag == Tag.BOOLEAN and len(raw) == 1:
        return raw != b"\x00"
    return raw.decode("utf-8", "replace") if tag in _TEXTS else raw


def _counted(data: bytes, at: int) -> tuple[bytes, int]:
    length = int.from_bytes(_slice(data, at, 2), "big")
    return _slice(data, at + 2, length), at + 2 + length


def _slice(data: bytes, at: int, length: int) -> bytes:
    part = data[at : at + length]
    if len(part) < length:
        raise IppError(f"cut off after {len(data)} bytes")
    return part
