"""The QR code of a ticket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import BadInput
from hall.queueing.ticket_code import TicketCode, read_ticket_code

LABELS = st.from_regex(r"[A-Z]{1,2}[0-9]{3,4}", fullmatch=True)


@given(st.dates(), LABELS, st.integers(0, 10**17))
def test_what_is_written_is_read(day: object, label: str, ticket: int) -> None:
    code = TicketCode(day, label, ticket)  # type: ignore[arg-type]
    assert read_ticket_code(code.text) == code


@given(st.dates(), LABELS, st.integers(0, 10**6), st.data())
def test_one_wrong_character_is_found(day: object, label: str, ticket: int, data: st.DataObject) -> None:
    text = TicketCode(day, label, ticket).text  # type: ignore[arg-type]
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.characters(codec="ascii").filter(lambda c: c != text[place] and not c.isspace()))
    with pytest.raises(BadInput):
        read_ticket_code(text[:place] + wrong + text[place + 1 :])


@given(st.text())
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_ticket_code(text)
