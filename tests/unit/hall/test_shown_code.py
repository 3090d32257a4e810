"""Codes as they come from a scanner: known ones are told apart, all others refused and not repeated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import BadInput
from hall.identity import Holder, HolderKind
from hall.queueing.ticket_code import TicketCode
from hall.shown_code import (
    AppointmentCode,
    CitizenCardRule,
    UnknownCode,
    has_luhn_digit,
    is_citizen_number,
    read_shown,
)

RULE = CitizenCardRule()
CITIZEN = "11010519491231002X"  # the standard's own example
CARD = "6222021234567890" + "123"


def luhn(digits: str) -> str:
    return next(digits + last for last in "0123456789" if has_luhn_digit(digits + last))


@pytest.mark.req("Q-18")
def test_a_citizen_card_an_identity_code_an_appointment_and_a_ticket_are_told_apart() -> None:
    card = luhn("622202123456789")
    assert read_shown(f" {card}\r\n", RULE) == Holder(HolderKind.CITIZEN_CARD, id_number=card)
    assert read_shown(CITIZEN.lower(), RULE) == Holder(HolderKind.QR, id_number=CITIZEN)
    assert read_shown("abcd2345", RULE) == AppointmentCode("ABCD2345")
    ticket = TicketCode(date(2025, 3, 3), "A023", 12, "K7MPQ2XW5TBH4RZC")
    assert read_shown("HALL2.250303.A023.12.K7MPQ2XW5TBH4RZC", RULE) == ticket


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "A" * 129,
        "ABCD234",
        "ABCD2I45",  # I and 1 read alike and are never given
        "110105194912310021",  # wrong check character
        "11010519491331002X",  # a month 13
        luhn("622202123456789")[:-1] + "x",
        "4102 1119 8505 0522 22",
        "ABCD2345\x00",
        "ＡＢＣＤ２３４５",
        "１１０１０５１９４９１２３１００２Ｘ",
        "王建国",
        "'; DROP TABLE tickets; --",
        "https://example.invalid/?id=1",
        "٣" * 16,  # digits to str.isdigit, not to us
    ],
)
def test_anything_else_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(UnknownCode) as refused:
        read_shown(text, RULE)
    assert len(text) < 4 or (text not in str(refused.value) and text not in refused.value.message)


def test_a_tickets_code_that_was_misread_says_so() -> None:
    for bad in ("HALL2.250303.A023.12.K7MPQ2XW5TBH4RZ1", "HALL2.259903.A023.12.K7MPQ2XW5TBH4RZC", "HALL2.x"):
        with pytest.raises(BadInput):
            read_shown(bad, RULE)


def test_the_hall_says_what_numbers_its_cards_have() -> None:
    assert read_shown("1234567890", CitizenCardRule((10,), luhn=False)).kind is HolderKind.CITIZEN_CARD  # type: ignore[union-attr]
    with pytest.raises(UnknownCode):
        read_shown("1234567890", RULE)
    wrong = luhn("622202123456789")
    wrong = wrong[:-1] + str((int(wrong[-1]) + 1) % 10)
    with pytest.raises(UnknownCode):
        read_shown(wrong, RULE)


def test_nothing_that_was_shown_stands_in_a_repr() -> None:
    for text in (CITIZEN, "ABCD2345"):
        assert text not in repr(read_shown(text, RULE))


@given(st.text())
def test_whatever_is_scanned_is_known_or_refused(text: str) -> None:
    try:
        read_shown(text, RULE)
    except BadInput as error:
        assert error.message


@given(st.integers(0, 9), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_of_a_citizens_number_is_found(_: int, place: int, by: int) -> None:
    digit = CITIZEN[place]
    wrong = CITIZEN[:place] + str((int(digit) + by) % 10) + CITIZEN[place + 1 :]
    assert not is_citizen_number(wrong)
