"""The QR code of a ticket: what is written is read, and nobody but the hall writes one."""

from __future__ import annotations

import hmac
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import BadInput
from hall.queueing.ticket_code import TicketCode, read_ticket_code

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
LABELS = st.from_regex(r"[A-Z]{1,2}[0-9]{3,4}", fullmatch=True)
IDS = st.integers(0, 10**17)


def sign(text: str, key: bytes = b"this hall") -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


@given(DAYS, LABELS, IDS)
def test_what_is_written_is_read_in_either_case_and_is_genuine(day: date, label: str, ticket: int) -> None:
    text = TicketCode(day, label, ticket).sealed(sign)
    assert text.isascii() and text == text.upper() and len(text) <= 60
    for shown in (text, text.lower()):
        code = read_ticket_code(shown)
        assert (code.day, code.label, code.ticket) == (day, label, ticket)
        assert code.is_genuine(sign)


@given(DAYS, LABELS, st.integers(0, 10**6), st.data())
def test_one_changed_character_makes_it_unreadable_or_no_code_of_the_hall(
    day: date, label: str, ticket: int, data: st.DataObject
) -> None:
    text = TicketCode(day, label, ticket).sealed(sign)
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.characters(codec="ascii").filter(lambda c: c.upper() != text[place] and not c.isspace()))
    try:
        code = read_ticket_code(text[:place] + wrong + text[place + 1 :])
    except BadInput:
        return
    assert not code.is_genuine(sign)


@given(DAYS, LABELS, IDS, st.binary(max_size=40), st.from_regex(r"[A-Z2-7]{16}", fullmatch=True))
def test_another_halls_code_and_a_guessed_one_are_not_genuine(
    day: date, label: str, ticket: int, key: bytes, guess: str
) -> None:
    there = TicketCode(day, label, ticket).sealed(lambda text: sign(text, b"other" + key))
    assert not read_ticket_code(there).is_genuine(sign)
    assert not TicketCode(day, label, ticket, guess).is_genuine(sign)
    assert not TicketCode(day, label, ticket).is_genuine(sign)


@given(st.text())
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_ticket_code(text)


@pytest.mark.parametrize("text", ["HALL1|2025-03-03|A023|12|1f0c9a2e", "HALL2.251332.A023.12.AAAAAAAAAAAAAAAA"])
def test_a_code_of_an_older_form_or_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_ticket_code(text)
