"""Check digits of identity numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card_reader.id_number import (
    birth_of,
    check_digit,
    is_valid_citizen_number,
    is_valid_foreigner_number,
)


def test_the_standards_example() -> None:
    assert check_digit("11010519491231002") == "X"
    assert is_valid_citizen_number("11010519491231002X")
    assert birth_of("11010519491231002X") == date(1949, 12, 31)


@pytest.mark.parametrize(
    "number",
    [
        "110105194912310021",  # wrong check digit
        "11010519491231002x",  # the card has a capital X
        "1101051949123100２X",  # a full-width digit
        "11010519491231002",
        "",
        "110105491231002",  # fifteen digits of the first generation
    ],
)
def test_what_is_no_citizens_number(number: str) -> None:
    assert not is_valid_citizen_number(number)


def test_a_date_that_does_not_exist_is_refused_even_with_the_right_check_digit() -> None:
    stem = "11010519490230002"
    assert not is_valid_citizen_number(stem + check_digit(stem))


def test_foreigners_numbers_old_and_new() -> None:
    stem = "94182619800101002"
    assert is_valid_foreigner_number(stem + check_digit(stem))
    assert is_valid_foreigner_number("GBR419980010112")
    assert not is_valid_foreigner_number("gbr419980010112")
    assert not is_valid_foreigner_number("11010519491231002X")
    wrong = "0" if check_digit(stem) != "0" else "1"
    assert not is_valid_foreigner_number(stem + wrong)


def test_the_check_digit_needs_seventeen_digits() -> None:
    with pytest.raises(ValueError, match="seventeen"):
        check_digit("123")


def recursion(digits: str) -> str:
    """ISO 7064 MOD 11-2 by its other definition: the whole number, check included, is 1 modulo 11."""
    total = sum(int(digit) * pow(2, len(digits) - index, 11) for index, digit in enumerate(digits))
    return "0123456789X"[(1 - total) % 11]


@given(st.from_regex(r"[0-9]{17}", fullmatch=True))
def test_the_table_of_weights_is_iso_7064(digits: str) -> None:
    assert check_digit(digits) == recursion(digits)


@given(st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, shift: int) -> None:
    number = "11010519491231002X"
    alphabet = "0123456789X" if place == 17 else "0123456789"
    wrong = alphabet[(alphabet.index(number[place]) + shift) % len(alphabet)]
    changed = number[:place] + wrong + number[place + 1 :]
    assert changed == number or not is_valid_citizen_number(changed)


@given(st.text(max_size=20))
def test_no_text_crashes_the_checks(text: str) -> None:
    assert is_valid_citizen_number(text) in (True, False)
    assert is_valid_foreigner_number(text) in (True, False)
