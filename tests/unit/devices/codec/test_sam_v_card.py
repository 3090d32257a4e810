"""The text of the four cards, written out field by field at the manuals' offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.sam_v_card import CardText, Layout, parse_card_text, parse_extra_address


def laid_out(*fields: tuple[int, int, str]) -> bytes:
    """256 bytes of blanks with UTF-16LE text at (offset, length)."""
    text = bytearray(b" \0" * 128)
    for offset, length, value in fields:
        data = value.encode("utf-16-le")[:length]
        text[offset : offset + len(data)] = data
    return bytes(text)


DOMESTIC = [
    (0, 30, "张三丰"),
    (30, 2, "1"),
    (32, 4, "01"),
    (36, 16, "19491231"),
    (52, 70, "北京市朝阳区示例路1号"),
    (122, 36, "11010519491231002X"),
    (158, 30, "北京市公安局朝阳分局"),
    (188, 16, "20100101"),
    (204, 16, "长期"),
]


def test_a_domestic_card() -> None:
    assert parse_card_text(laid_out(*DOMESTIC)) == CardText(
        layout=Layout.DOMESTIC,
        name="张三丰",
        id_number="11010519491231002X",
        sex="1",
        birth="19491231",
        valid_from="20100101",
        valid_to="长期",
        nation="01",
        address="北京市朝阳区示例路1号",
        issuer="北京市公安局朝阳分局",
    )


def test_a_residence_permit_of_hong_kong_macao_taiwan() -> None:
    card = parse_card_text(laid_out(*DOMESTIC, (220, 18, "H12345678"), (238, 4, "02"), (248, 2, "J")))
    assert card.layout is Layout.HONG_KONG_MACAO_TAIWAN
    assert (card.pass_number, card.count) == ("H12345678", "02")


def test_a_foreigners_card_of_2017() -> None:
    card = parse_card_text(
        laid_out(
            (0, 120, "WHITEFIELD, ANNA MARIA"),
            (120, 2, "2"),
            (122, 30, "GBR419980010112"),
            (152, 6, "GBR"),
            (158, 30, "安娜"),
            (188, 16, "20180101"),
            (204, 16, "20280101"),
            (220, 16, "19800101"),
            (236, 4, "01"),
            (240, 8, "1500"),
            (248, 2, "I"),
        )
    )
    assert card == CardText(
        layout=Layout.FOREIGNER_2017,
        name="安娜",
        id_number="GBR419980010112",
        sex="2",
        birth="19800101",
        valid_from="20180101",
        valid_to="20280101",
        issuer="1500",
        english_name="WHITEFIELD, ANNA MARIA",
        country="GBR",
    )


def foreigner_2023(english: str) -> bytes:
    units = english.ljust(46)
    return laid_out(
        (0, 30, "安娜"),
        (30, 2, "2"),
        (32, 4, "01"),
        (36, 16, "19800101"),
        (52, 70, units[:35]),
        (122, 36, "941826198001010022"),
        (188, 16, "20240101"),
        (204, 16, "20340101"),
        (220, 22, units[35:]),
        (242, 6, "GBR"),
        (248, 2, "Y"),
        (250, 6, "123"),
    )


@pytest.mark.parametrize(
    "english",
    [
        "WHITEFIELD, ANNA",
        "RAMACHANDRAN, VENKATANARASIMHARAJUVARIPETA",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ, ABCDEF JEAN",  # the cut falls on the blank
    ],
)
def test_a_foreigners_card_of_2023_joins_a_long_name(english: str) -> None:
    card = parse_card_text(foreigner_2023(english))
    assert card.layout is Layout.FOREIGNER_2023
    assert card.english_name == english
    assert (card.name, card.count, card.country, card.former_number_link) == ("安娜", "01", "GBR", "123")


@pytest.mark.parametrize("name", ["龙䶮", "陈𠮷", "㐂永明", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷"])
def test_rare_characters_survive_surrogate_pairs_too(name: str) -> None:
    assert parse_card_text(laid_out((0, 30, name), *DOMESTIC[1:])).name == name


def test_a_pair_of_surrogates_cut_by_the_end_of_the_field_loses_its_half_only() -> None:
    assert parse_card_text(laid_out((0, 30, "张" + "𠮷" * 8), *DOMESTIC[1:])).name == "张" + "𠮷" * 7
    assert parse_card_text(laid_out((0, 30, "张三" + "𠮷" * 7), *DOMESTIC[1:])).name == "张三" + "𠮷" * 6


def test_gbk_stand_ins_of_the_private_use_area_become_the_characters() -> None:
    # FE9F of GBK: U+E863 in old software, U+4DAE 䶮 since; FE51 became U+20087.
    assert parse_card_text(laid_out((0, 30, "龙\ue863\ue816"), *DOMESTIC[1:])).name == "龙䶮\U00020087"


def test_no_stand_in_is_left_in_the_table() -> None:
    every = "".join(chr(code) for code in range(0xE815, 0xE865))
    for start in range(0, len(every), 15):
        name = parse_card_text(laid_out((0, 30, every[start : start + 15]), *DOMESTIC[1:])).name
        assert not any("\ue000" <= character <= "\uf8ff" for character in name)


def test_a_lone_surrogate_inside_a_field_is_refused() -> None:
    text = bytearray(laid_out(*DOMESTIC))
    text[2:4] = b"\x42\xd8"
    with pytest.raises(ValueError, match="field at 0 is not text"):
        parse_card_text(bytes(text))


def test_an_unknown_type_is_named() -> None:
    with pytest.raises(ValueError, match=r"card type U\+0051"):
        parse_card_text(laid_out(*DOMESTIC, (248, 2, "Q")))


def test_fields_padded_with_zeros_are_read_like_blanks() -> None:
    text = laid_out(*DOMESTIC).replace(b" \0", b"\0\0")
    assert parse_card_text(text) == parse_card_text(laid_out(*DOMESTIC))


def test_the_repr_hides_the_person() -> None:
    shown = repr(parse_card_text(laid_out(*DOMESTIC)))
    assert shown == "CardText(DOMESTIC, personal data hidden)"


def test_the_extra_address() -> None:
    assert parse_extra_address("新地址2号".encode("utf-16-le").ljust(70, b"\0")) == "新地址2号"
    with pytest.raises(ValueError, match="69 bytes"):
        parse_extra_address(bytes(69))


@given(st.binary(min_size=256, max_size=256) | st.binary(max_size=300))
def test_any_bytes_are_a_card_or_a_value_error(data: bytes) -> None:
    try:
        card = parse_card_text(data)
    except ValueError:
        return
    assert isinstance(card.layout, Layout)
    card.name.encode("utf-8")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x323AF, exclude_categories=["Cs", "Co", "Cn"])))
def test_any_name_that_fits_comes_back(name: str) -> None:
    if len(name.encode("utf-16-le")) <= 30:
        assert parse_card_text(laid_out((0, 30, name), *DOMESTIC[1:])).name == name.strip("\u3000")
