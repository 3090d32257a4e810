"""SMS-SUBMIT byte by byte, and long texts in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.sms_pdu import MAX_PARTS, encode_submit, split_text


def test_a_short_message_is_laid_out_as_the_standard_says() -> None:
    (pdu,) = encode_submit("+8613800138000", "办结", reference=7)
    assert (
        pdu.hex
        == (
            "00"  # the service centre on the SIM
            "11"  # SUBMIT, relative validity
            "00"  # reference by the modem
            "0D" + "91" + "683108108300F0"  # thirteen digits, international
            "00" + "08" + "A7"  # protocol, UCS2, one day
            "04" + "529E7ED3"
        )
    )
    assert pdu.length == 19


def test_a_national_number_with_an_even_count_of_digits() -> None:
    (pdu,) = encode_submit("10690012", "好", reference=0)
    assert pdu.hex == "001100" + "08" + "81" + "01960021" + "0008A7" + "02" + "597D"


def test_parts_are_linked_by_their_header() -> None:
    first, second = encode_submit("+8613800138000", "字" * 71, reference=0x2A)
    assert first.hex[:4] == second.hex[:4] == "0051"
    header = "05" + "00" + "03" + "2A" + "02"
    assert header + "01" + "5B57" in first.hex
    assert second.hex.endswith("0E" + header + "02" + "5B57" * 4)
    assert first.hex[-134 * 2 - 14 :].startswith("8C" + header + "01")
    assert first.length == len(first.hex) // 2 - 1


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (70, 1), (71, 2), (134, 2), (135, 3), (670, MAX_PARTS)])
def test_the_number_of_parts_is_what_the_network_bills(count: int, parts: int) -> None:
    assert len(encode_submit("10086", "字" * count, reference=1)) == parts


def test_a_surrogate_pair_is_never_cut() -> None:
    text = "字" * 66 + "𠮷" + "字" * 10
    assert [piece.decode("utf-16-be") for piece in split_text(text)] == ["字" * 66, "𠮷" + "字" * 10]
    assert len(split_text("𠮷" * 35)) == 1
    assert [len(piece) for piece in split_text("𠮷" * 36)] == [132, 12]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("", "字"),
        ("12", "字"),
        ("1380013800a", "字"),
        ("+86 13800138000", "字"),
        ("１３８００１３８０００", "字"),
        ("1" * 21, "字"),
        ("10086\r", "字"),
        ("10086", ""),
        ("10086", "字" * 671),
        ("10086", "\ud842"),
    ],
)
def test_what_cannot_be_sent_is_refused_without_telling_it(number: str, text: str) -> None:
    with pytest.raises(ValueError) as caught:
        encode_submit(number, text, reference=0)
    assert not number or number not in str(caught.value)


def test_the_repr_shows_neither_number_nor_text() -> None:
    assert repr(encode_submit("10086", "好", reference=0)[0]) == "SubmitPdu(13 bytes)"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=600))
def test_every_text_is_whole_again_after_its_parts_are_joined(text: str) -> None:
    try:
        pieces = split_text(text)
    except ValueError:
        assert len(text.encode("utf-16-be")) > 132 * MAX_PARTS
        return
    assert "".join(piece.decode("utf-16-be") for piece in pieces) == text
    assert all(len(piece) <= (140 if len(pieces) == 1 else 134) for piece in pieces)
