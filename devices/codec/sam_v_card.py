"""The 256 bytes of text on an ID card (证件文字信息): UTF-16LE fields at fixed offsets, without I/O.

Four layouts, told apart by the character at byte 248: blank – 居民身份证, ``J`` – 港澳台居民居住证, ``I`` –
外国人永久居留身份证 (2017), ``Y`` – the same of 2023 (五星卡). Fields are only cut out and cleaned here; dates
and check digits are judged by the driver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

TEXT_SIZE = 256
TYPE_OFFSET = 248
LONG_TERM = "长期"


class Layout(StrEnum):
    """Which card it is, by the type character (证件类型标识)."""

    DOMESTIC = " "
    HONG_KONG_MACAO_TAIWAN = "J"
    FOREIGNER_2017 = "I"
    FOREIGNER_2023 = "Y"


@dataclass(frozen=True, slots=True, repr=False)
class CardText:
    """Fields as they stand on the card; empty when the layout has no such field.

    Attributes:
        sex: ``1`` 男, ``2`` 女, ``9``/``0`` not stated.
        nation: two digits of GB/T 3304.
        birth, valid_from, valid_to: ``YYYYMMDD``; ``valid_to`` may be 长期.
        country: three letters of ISO 3166.
        count: times issued (换证次数), as two digits.
    """

    layout: Layout
    name: str
    id_number: str
    sex: str
    birth: str
    valid_from: str
    valid_to: str
    nation: str = ""
    address: str = ""
    issuer: str = ""
    english_name: str = ""
    pass_number: str = ""
    country: str = ""
    count: str = ""
    former_number_link: str = ""

    def __repr__(self) -> str:
        return f"CardText({self.layout.name}, personal data hidden)"


# field -> (byte offset, byte length)
_COMMON = {
    "name": (0, 30),
    "sex": (30, 2),
    "birth": (36, 16),
    "id_number": (122, 36),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
}
_DOMESTIC = {**_COMMON, "nation": (32, 4), "address": (52, 70), "issuer": (158, 30)}
_FIELDS: dict[Layout, dict[str, tuple[int, int]]] = {
    Layout.DOMESTIC: _DOMESTIC,
    # The position of 民族 is left blank on this card.
    Layout.HONG_KONG_MACAO_TAIWAN: {**_DOMESTIC, "pass_number": (220, 18), "count": (238, 4)},
    Layout.FOREIGNER_2017: {
        "english_name": (0, 120),
        "sex": (120, 2),
        "id_number": (122, 30),
        "country": (152, 6),
        "name": (158, 30),
        "valid_from": (188, 16),
        "valid_to": (204, 16),
        "birth": (220, 16),
        "issuer": (240, 8),
    },
    Layout.FOREIGNER_2023: {
        **_COMMON,
        "count": (32, 4),
        "english_name": (52, 70),
        "english_name_rest": (220, 22),
        "country": (242, 6),
        "former_number_link": (250, 6),
    },
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_card_text(text: bytes) -> CardText:
    """Cut the text into its fields.

    Raises:
        ValueError: not 256 bytes, an unknown type character, or a field that is not text.
    """
    if len(text) != TEXT_SIZE:
        raise ValueError(f"card text of {len(text)} bytes")
    mark = _field(text, TYPE_OFFSET, 2) or " "
    try:
        layout = Layout(mark)
    except ValueError:
        raise ValueError(f"card type U+{ord(mark[0]):04X}") from None
    values = {name: _field(text, offset, length) for name, (offset, length) in _FIELDS[layout].items()}
    # The 2023 card continues a long name in a second field, cut anywhere: join before trimming.
    if rest := values.pop("english_name_rest", ""):
        head = text[52:122].decode("utf-16-le", "replace").rstrip("\0")
        values["english_name"] = (head + rest).strip()
    return CardText(layout=layout, **values)


def parse_extra_address(data: bytes) -> str:
    """The extra address (追加住址), 70 bytes; empty when there is none.

    Raises:
        ValueError: not 70 bytes or not text.
    """
    if len(data) != 70:
        raise ValueError(f"extra address of {len(data)} bytes")
    return _field(data, 0, 70)


def _field(text: bytes, offset: int, length: int) -> str:
    """One field, without padding; a pair of surrogates cut by the field's end loses its half.

    Characters outside the BMP (𠮷) take two units, so a name field of 30 bytes holds 15 units, not 15
    characters.
    """
    value = text[offset : offset + length].decode("utf-16-le", "surrogatepass")
    value = value.split("\0", 1)[0].strip(" \u3000")
    if value and "\ud800" <= value[-1] <= "\udbff":
        value = value[:-1]
    if _LONE_SURROGATE.search(value) or any(character < " " for character in value):
        raise ValueError(f"field at {offset} is not text")
    return value.translate(_GBK_PRIVATE_USE)


def _gbk_private_use() -> dict[int, str]:
    """U+E815…U+E864, GBK's stand-ins for 80 characters that Unicode had not yet (䶮 as U+E863) → the characters.

    Cards written with GBK-era software hold them; left alone, the name prints as a box and matches nothing.
    Python's ``gb18030`` knows where FE50…FEA0 went, except fourteen that got their place later (Unicode 3.1, 4.1).
    """
    late = {0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE}
    late |= {0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7}
    late |= {0xE832: 0x9FB8, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB}
    second_bytes = [byte for byte in range(0x50, 0xA1) if byte != 0x7F]
    table = {0xE815 + i: bytes([0xFE, byte]).decode("gb18030") for i, byte in enumerate(second_bytes)}
    return table | {private: chr(code) for private, code in late.items()}


_GBK_PRIVATE_USE = _gbk_private_use()
